package io.github.patchlane.cli.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts that people of the list have on the invented GitLab, in order of appearance. */
final class RequestUsers {
  private final Map<Member, Long> ids = new LinkedHashMap<>();

  long id(Member member) {
    return ids.computeIfAbsent(member, m -> 11L + ids.size());
  }

  /** The lines of {@code project_members.ndjson}. */
  List<ObjectNode> lines() {
    return ids.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static ObjectNode line(Member member, long id) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("access_level", member.role() == Member.Role.MAINTAINER ? 40 : 30);
    json.put("source_type", "Project").put("user_id", id).putNull("invite_email");
    json.putObject("user")
        .put("id", id)
        .put("username", member.login())
        .put("public_email", member.person().email());
    return json;
  }
}
