package io.github.patchlane.gitlab.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.gitlab.identity.User;
import io.github.patchlane.gitlab.json.JsonObject;
import io.github.patchlane.gitlab.json.MalformedRecordException;
import io.github.patchlane.gitlab.mergerequest.Approval;
import io.github.patchlane.gitlab.mergerequest.Check;
import io.github.patchlane.gitlab.mergerequest.DiffVersion;
import io.github.patchlane.gitlab.mergerequest.Discussion;
import io.github.patchlane.gitlab.mergerequest.Heading;
import io.github.patchlane.gitlab.mergerequest.Note;
import io.github.patchlane.gitlab.mergerequest.Position;
import io.github.patchlane.gitlab.mergerequest.Reviewer;
import io.github.patchlane.gitlab.mergerequest.StateEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the records that the server sends. Each method throws where the record lacks what it cannot
 * be without.
 */
public final class RestRecords {
  private RestRecords() {}

  public static Heading heading(JsonNode node) throws MalformedRecordException {
    JsonObject json = JsonObject.of(node);
    long iid = json.requiredNumber("iid");
    if (iid < 1 || iid > Integer.MAX_VALUE) {
      throw new MalformedRecordException("iid is no merge request's number: " + iid);
    }
    String page = json.textOrEmpty("web_url");
    if (!page.contains("://")) {
      throw new MalformedRecordException("web_url is no address: \"" + page + '"');
    }
    return new Heading(
        (int) iid,
        page,
        json.textOrEmpty("title"),
        json.textOrEmpty("description"),
        user(json.object("author")),
        json.requiredInstant("created_at"),
        json.instant("updated_at").orElse(json.requiredInstant("created_at")),
        json.textOrEmpty("state"),
        json.flag("draft") || json.flag("work_in_progress"),
        json.textOrEmpty("source_branch"),
        json.textOrEmpty("target_branch"),
        json.commit("sha"),
        json.commit("merge_commit_sha").or(() -> json.commit("squash_commit_sha")),
        json.instant("merged_at"),
        json.object("merge_user").or(() -> json.object("merged_by")).map(RestRecords::user),
        json.instant("closed_at"),
        json.object("closed_by").map(RestRecords::user),
        json.elements("labels").stream().map(JsonNode::asText).toList());
  }

  /** Nobody is the account that the server keeps for those that are gone. */
  static User user(Optional<JsonObject> json) {
    return json.map(RestRecords::user).orElse(User.GHOST);
  }

  /** An account, in whatever detail the record has it. */
  public static User user(JsonObject json) {
    return new User(
        json.number("id").orElse(0),
        json.textOrEmpty("username"),
        json.textOrEmpty("name"),
        json.text("public_email").or(() -> json.text("email")),
        json.flag("bot"));
  }

  /** Notes of a discussion that cannot be read are given to the collector; the rest is kept. */
  public static Discussion discussion(JsonNode node, Damage damage)
      throws MalformedRecordException {
    JsonObject json = JsonObject.of(node);
    List<Note> notes = new ArrayList<>();
    for (JsonNode note : json.elements("notes")) {
      try {
        notes.add(note(note));
      } catch (MalformedRecordException e) {
        damage.found("note " + note.path("id").asText("without id"), e);
      }
    }
    return new Discussion(json.textOrEmpty("id"), notes);
  }

  /** Takes what could not be read within a record. */
  public interface Damage {
    void found(String what, MalformedRecordException why);
  }

  public static Note note(JsonNode node) throws MalformedRecordException {
    JsonObject json = JsonObject.of(node);
    return new Note(
        json.number("id"),
        json.textOrEmpty("body"),
        json.flag("system"),
        Optional.empty(),
        user(json.object("author")),
        json.requiredInstant("created_at"),
        json.object("position").flatMap(RestRecords::position),
        json.commit("commit_id"),
        json.flag("internal") || json.flag("confidential"),
        json.instant("resolved_at"),
        json.object("resolved_by").map(RestRecords::user));
  }

  /** A position without a head is on no version. */
  public static Optional<Position> position(JsonObject json) {
    return json.commit("head_sha")
        .map(
            head ->
                new Position(
                    json.commit("base_sha"),
                    json.commit("start_sha"),
                    head,
                    json.textOrEmpty("old_path"),
                    json.textOrEmpty("new_path"),
                    json.line("old_line"),
                    json.line("new_line")));
  }

  public static DiffVersion version(JsonNode node) throws MalformedRecordException {
    JsonObject json = JsonObject.of(node);
    return new DiffVersion(
        json.number("id"),
        json.commit("head_commit_sha"),
        json.commit("base_commit_sha"),
        json.commit("start_commit_sha"),
        json.requiredInstant("created_at"),
        json.text("patch_id_sha").filter(id -> !id.isBlank()));
  }

  /** Empty for a state that changes nothing: opened, locked. */
  public static Optional<StateEvent> stateEvent(JsonNode node) throws MalformedRecordException {
    JsonObject json = JsonObject.of(node);
    Optional<StateEvent.Change> change =
        switch (json.textOrEmpty("state")) {
          case "closed" -> Optional.of(StateEvent.Change.CLOSED);
          case "reopened" -> Optional.of(StateEvent.Change.REOPENED);
          case "merged" -> Optional.of(StateEvent.Change.MERGED);
          default -> Optional.empty();
        };
    User by = user(json.object("user"));
    return change.isEmpty()
        ? Optional.empty()
        : Optional.of(new StateEvent(by, json.requiredInstant("created_at"), change.get()));
  }

  /** Empty where an old server does not say when. */
  public static Optional<Approval> approval(JsonNode node) throws MalformedRecordException {
    JsonObject json = JsonObject.of(node);
    User by = user(json.object("user"));
    return json.instant("approved_at").map(at -> new Approval(by, at));
  }

  public static Reviewer reviewer(JsonNode node) throws MalformedRecordException {
    JsonObject json = JsonObject.of(node);
    return new Reviewer(
        user(json.object("user")), json.textOrEmpty("state"), json.requiredInstant("created_at"));
  }

  /** A pipeline or a commit's status; empty while it has come to no result. */
  public static Optional<Check> check(JsonNode node, String defaultName)
      throws MalformedRecordException {
    JsonObject json = JsonObject.of(node);
    String status = json.textOrEmpty("status");
    Optional<CommitId> commit = json.commit("sha");
    if (commit.isEmpty() || !(status.equals("success") || status.equals("failed"))) {
      return Optional.empty();
    }
    var at = json.instant("finished_at").or(() -> optional(json, "updated_at"));
    return Optional.of(
        new Check(
            json.text("name").filter(n -> !n.isBlank()).orElse(defaultName),
            commit.get(),
            status.equals("success"),
            at.isPresent() ? at.get() : json.requiredInstant("created_at"),
            json.text("web_url").or(() -> json.text("target_url")).orElse("")));
  }

  private static Optional<java.time.Instant> optional(JsonObject json, String name) {
    try {
      return json.instant(name);
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }
}
