package io.github.patchlane.gitlab.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.core.plan.Pause;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of one merge request while it is written to: threads by marker, versions. */
final class RequestPage {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int POLLS = 12;

  private final ProjectCalls calls;
  private final Pause pause;
  private final String iid;
  private final long own;
  private final Map<Marker, Map<String, String>> posted = new HashMap<>();
  private final Set<String> resolved = new HashSet<>();
  private final Map<String, JsonNode> versions = new LinkedHashMap<>();
  private boolean fresh;

  /**
   * A page not yet looked at.
   *
   * @param own the account whose markers are believed
   */
  RequestPage(ProjectCalls calls, Pause pause, String iid, long own) {
    this.calls = calls;
    this.pause = pause;
    this.iid = iid;
    this.own = own;
  }

  String path() {
    return "/merge_requests/" + iid;
  }

  /** An answer was lost: the page must be read again before it is relied upon. */
  void forget() {
    fresh = false;
  }

  /** Where a marked text stands: its thread and its note. */
  Optional<Map<String, String>> find(Marker marker) {
    refresh();
    return Optional.ofNullable(posted.get(marker));
  }

  void remember(Marker marker, Map<String, String> result) {
    posted.put(marker, result);
  }

  boolean isResolved(String discussion) {
    refresh();
    return resolved.contains(discussion);
  }

  void resolved(String discussion) {
    resolved.add(discussion);
  }

  private void refresh() {
    if (fresh) {
      return;
    }
    posted.clear();
    resolved.clear();
    for (JsonNode discussion : calls.all(path() + "/discussions", Map.of())) {
      read(discussion);
    }
    fresh = true;
  }

  private void read(JsonNode discussion) {
    String id = discussion.path("id").asText();
    boolean resolvable = false;
    boolean open = false;
    for (JsonNode note : discussion.path("notes")) {
      resolvable |= note.path("resolvable").asBoolean();
      open |= note.path("resolvable").asBoolean() && !note.path("resolved").asBoolean();
      boolean ours = note.path("author").path("id").asLong() == own;
      if (ours && !note.path("system").asBoolean()) {
        Marker.of(note.path("body").asText())
            .ifPresent(
                marker ->
                    posted.putIfAbsent(
                        marker,
                        Map.of(Fields.DISCUSSION, id, Fields.NOTE, note.path("id").asText())));
      }
    }
    if (resolvable && !open) {
      resolved.add(id);
    }
  }

  /**
   * The version of a head, once the server has worked it out. Waited for, but not for ever.
   *
   * @return empty where it does not come
   */
  Optional<JsonNode> version(String head) {
    Duration wait = FIRST_PAUSE;
    for (int poll = 0; poll < POLLS; poll++) {
      if (versions.containsKey(head)) {
        return Optional.of(versions.get(head));
      }
      readVersions();
      if (!versions.containsKey(head)) {
        pause.pass(wait);
        wait = wait.compareTo(Duration.ofSeconds(8)) < 0 ? wait.multipliedBy(2) : wait;
      }
    }
    return Optional.ofNullable(versions.get(head));
  }

  /** Whether a head was a version, as far as is known now. */
  boolean hasVersion(String head) {
    if (!versions.containsKey(head)) {
      readVersions();
    }
    return versions.containsKey(head);
  }

  private void readVersions() {
    for (JsonNode version : calls.all(path() + "/versions", Map.of())) {
      String head = version.path("head_commit_sha").asText();
      boolean whole =
          !version.path("base_commit_sha").asText("").isEmpty()
              && !version.path("base_commit_sha").isNull()
              && !version.path("start_commit_sha").isNull();
      if (whole) {
        // newest first: of two versions of one head the newest holds
        versions.putIfAbsent(head, version);
      }
    }
  }
}
