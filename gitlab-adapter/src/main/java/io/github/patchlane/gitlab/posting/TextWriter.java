package io.github.patchlane.gitlab.posting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.core.plan.Results;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.LostAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes notes, threads, threads on lines and replies, and checks what was stored. */
final class TextWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProjectCalls calls;
  private final RequestPage page;

  TextWriter(ProjectCalls calls, RequestPage page) {
    this.calls = calls;
    this.page = page;
  }

  Attempt write(Step step, Results earlier) throws LostAnswerException {
    if (step.action().equals(Actions.DISCUSSION)) {
      return onLine(step);
    }
    String thread = step.payload().get(Fields.THREAD);
    if (thread != null) {
      String discussion = earlier.get(thread, Fields.DISCUSSION);
      String path = page.path() + "/discussions/" + discussion + "/notes";
      Answer answer = send(path, step, step.field(Fields.BODY), Optional.empty());
      return judged(step, step.field(Fields.BODY), answer, answer.json(), discussion, List.of());
    }
    if (step.action().equals(Actions.NOTE)) {
      Answer answer = send(page.path() + "/notes", step, step.field(Fields.BODY), Optional.empty());
      return judged(step, step.field(Fields.BODY), answer, answer.json(), "", List.of());
    }
    return thread(step, step.field(Fields.BODY), Optional.empty(), List.of());
  }

  private Attempt onLine(Step step) throws LostAnswerException {
    Optional<JsonNode> version = page.version(step.field(Fields.HEAD));
    if (version.isEmpty()) {
      return fallback(step, "the server has made no version of that revision");
    }
    ObjectNode position = JSON.createObjectNode();
    position.put("position_type", "text");
    position.put("base_sha", version.get().path("base_commit_sha").asText());
    position.put("start_sha", version.get().path("start_commit_sha").asText());
    position.put("head_sha", version.get().path("head_commit_sha").asText());
    position.put("old_path", step.field(Fields.OLD_PATH));
    position.put("new_path", step.field(Fields.NEW_PATH));
    for (String line : List.of(Fields.OLD_LINE, Fields.NEW_LINE)) {
      Optional.ofNullable(step.payload().get(line))
          .ifPresent(number -> position.put(line, Integer.parseInt(number)));
    }
    return thread(step, step.field(Fields.BODY), Optional.of(position), List.of());
  }

  private Attempt fallback(Step step, String why) throws LostAnswerException {
    return thread(
        step,
        step.field(Fields.FALLBACK),
        Optional.empty(),
        List.of("no thread on the line, but one that quotes the hunk: " + why));
  }

  private Attempt thread(
      Step step, String body, Optional<ObjectNode> position, List<String> remarks)
      throws LostAnswerException {
    Answer answer = send(page.path() + "/discussions", step, body, position);
    if (answer.status() == 400 && position.isPresent()) {
      return fallback(step, "the server does not take the line");
    }
    return judged(
        step,
        body,
        answer,
        answer.json().path("notes").path(0),
        answer.json().path("id").asText(),
        remarks);
  }

  private Answer send(String path, Step step, String body, Optional<ObjectNode> position)
      throws LostAnswerException {
    ObjectNode json = JSON.createObjectNode();
    json.put("body", body);
    json.put("created_at", step.field(Fields.AT));
    position.ifPresent(place -> json.set("position", place));
    return calls.create(path, json);
  }

  private Attempt judged(
      Step step, String body, Answer answer, JsonNode note, String discussion, List<String> remarks)
      throws LostAnswerException {
    if (answer.status() == 202) {
      throw new LostAnswerException("the server took the text for commands and stored nothing");
    }
    if (!answer.ok()) {
      return new Attempt.Refused(answer.reason());
    }
    if (!note.path("id").isIntegralNumber()) {
      throw new LostAnswerException("the server answered without the note's number");
    }
    List<String> all = new ArrayList<>(remarks);
    if (!Echo.same(body, note.path("body"))) {
      all.add("the server stored another text than was sent");
    }
    if (!Echo.sameTime(step.field(Fields.AT), note.path("created_at"))) {
      all.add("the server dated it itself; the text says when it was written");
    }
    Map<String, String> result =
        Map.of(Fields.DISCUSSION, discussion, Fields.NOTE, note.path("id").asText());
    page.remember(new Marker(step.field(Fields.MARKER)), result);
    return new Attempt.Done(result, all);
  }
}
