package io.github.patchlane.gitlab.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.gitlab.identity.User;
import io.github.patchlane.gitlab.json.JsonObject;
import io.github.patchlane.gitlab.json.MalformedRecordException;
import io.github.patchlane.gitlab.mergerequest.Approval;
import io.github.patchlane.gitlab.mergerequest.DiffVersion;
import io.github.patchlane.gitlab.mergerequest.Discussion;
import io.github.patchlane.gitlab.mergerequest.Heading;
import io.github.patchlane.gitlab.mergerequest.MergeRequest;
import io.github.patchlane.gitlab.mergerequest.Note;
import io.github.patchlane.gitlab.mergerequest.Position;
import io.github.patchlane.gitlab.mergerequest.Reviewer;
import io.github.patchlane.gitlab.mergerequest.StateEvent;
import io.github.patchlane.gitlab.rest.RestRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the records of an export, of servers from 13 to 17 and whatever comes of the same kind. */
final class ExportRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> damage = new ArrayList<>();

  private ExportRecords() {}

  /** A line of {@code project_members.ndjson}; empty for one who was invited and never came. */
  static Optional<User> member(JsonNode node) throws MalformedRecordException {
    return JsonObject.of(node).object("user").map(RestRecords::user);
  }

  /**
   * A line of {@code merge_requests.ndjson}.
   *
   * @param project the web address that the project has or had
   */
  static ExportedRequest request(JsonNode node, String project) throws MalformedRecordException {
    return new ExportRecords().read(JsonObject.of(node), project);
  }

  private interface Reader<T> {
    Optional<T> read(JsonObject json) throws MalformedRecordException;
  }

  private <T> List<T> each(JsonObject json, String name, Reader<T> reader) {
    List<T> read = new ArrayList<>();
    int number = 0;
    for (JsonNode element : json.elements(name)) {
      number++;
      try {
        reader.read(JsonObject.of(element)).ifPresent(read::add);
      } catch (MalformedRecordException e) {
        damage.add("number " + number + " of its " + name + ": " + e.getMessage());
      }
    }
    return read;
  }

  private ExportedRequest read(JsonObject json, String project) throws MalformedRecordException {
    Heading heading = heading(json, project);
    Map<String, List<Note>> byDiscussion = new LinkedHashMap<>();
    List<Note> notes = new ArrayList<>();
    for (JsonNode element : json.elements("notes")) {
      note(element, byDiscussion).ifPresent(notes::add);
    }
    notes.sort(Comparator.comparing(Note::createdAt).thenComparing(Note::body));
    Optional<JsonObject> diff = json.object("merge_request_diff");
    Optional<DiffVersion> latest = diff.map(ExportRecords::version).map(v -> at(v, heading));
    MergeRequest request =
        new MergeRequest(
            heading,
            ExportPushes.versions(heading.createdAt(), notes, latest),
            byDiscussion.entrySet().stream()
                .map(e -> new Discussion(e.getKey(), e.getValue()))
                .toList(),
            each(json, "resource_state_events", ExportRecords::stateEvent),
            each(json, "approvals", ExportRecords::approval),
            each(json, "merge_request_reviewers", ExportRecords::reviewer),
            List.of());
    return new ExportedRequest(request, diff.map(this::commits).orElse(List.of()), damage);
  }

  private static DiffVersion at(DiffVersion version, Heading heading) {
    return new DiffVersion(
        OptionalLong.empty(),
        version.head(),
        version.base(),
        version.start(),
        heading.createdAt(),
        Optional.empty());
  }

  private static Heading heading(JsonObject json, String project) throws MalformedRecordException {
    long iid = json.requiredNumber("iid");
    if (iid < 1 || iid > Integer.MAX_VALUE) {
      throw new MalformedRecordException("iid is no merge request's number: " + iid);
    }
    Optional<JsonObject> metrics = json.object("metrics");
    Optional<java.time.Instant> merged = Optional.empty();
    Optional<java.time.Instant> closed = Optional.empty();
    if (metrics.isPresent()) {
      merged = metrics.get().instant("merged_at");
      closed = metrics.get().instant("latest_closed_at");
    }
    String title = json.textOrEmpty("title");
    return new Heading(
        (int) iid,
        project + "/-/merge_requests/" + iid,
        title,
        json.textOrEmpty("description"),
        user(json, "author_id"),
        json.requiredInstant("created_at"),
        json.instant("updated_at").orElse(json.requiredInstant("created_at")),
        json.textOrEmpty("state"),
        // Before 14 the title alone made a draft.
        json.has("draft") ? json.flag("draft") : isWorkInProgress(title),
        json.textOrEmpty("source_branch"),
        json.textOrEmpty("target_branch"),
        json.commit("diff_head_sha"),
        json.commit("merge_commit_sha").or(() -> json.commit("squash_commit_sha")),
        merged,
        metrics
            .flatMap(m -> optionalUser(m, "merged_by_id"))
            .or(() -> optionalUser(json, "merge_user_id")),
        closed,
        metrics.flatMap(m -> optionalUser(m, "latest_closed_by_id")),
        json.elements("label_links").stream()
            .map(link -> link.path("label").path("title").asText(""))
            .filter(label -> !label.isEmpty())
            .toList());
  }

  private static boolean isWorkInProgress(String title) {
    String low = title.strip().toLowerCase(java.util.Locale.ROOT);
    return low.startsWith("wip:") || low.startsWith("[wip]") || low.startsWith("draft:");
  }

  private static User user(JsonObject json, String name) {
    return optionalUser(json, name).orElse(User.GHOST);
  }

  private static Optional<User> optionalUser(JsonObject json, String name) {
    OptionalLong id = json.number(name);
    return id.isPresent() ? Optional.of(User.numbered(id.getAsLong())) : Optional.empty();
  }

  private Optional<Note> note(JsonNode node, Map<String, List<Note>> byDiscussion) {
    try {
      JsonObject json = JsonObject.of(node);
      Note note =
          new Note(
              json.number("id"),
              json.textOrEmpty("note"),
              json.flag("system"),
              json.object("system_note_metadata").flatMap(m -> m.text("action")),
              author(json),
              json.requiredInstant("created_at"),
              position(json, "original_position").or(() -> position(json, "position")),
              json.commit("commit_id"),
              json.flag("internal") || json.flag("confidential"),
              json.instant("resolved_at"),
              optionalUser(json, "resolved_by_id"));
      String discussion =
          json.text("discussion_id")
              .filter(id -> !id.isBlank())
              .orElse("note-" + note.createdAt().toEpochMilli());
      byDiscussion.computeIfAbsent(discussion, id -> new ArrayList<>()).add(note);
      return Optional.of(note);
    } catch (MalformedRecordException e) {
      damage.add("a note: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static User author(JsonObject json) {
    User user = user(json, "author_id");
    String name = json.object("author").flatMap(a -> a.text("name")).orElse("");
    return user.equals(User.GHOST) ? user : new User(user.id(), "", name, Optional.empty(), false);
  }

  /** An object, or one within a string. */
  private Optional<Position> position(JsonObject json, String name) {
    Optional<JsonObject> object = json.object(name);
    Optional<String> text = json.text(name).filter(t -> t.startsWith("{"));
    if (object.isEmpty() && text.isPresent()) {
      try {
        object = Optional.of(JsonObject.of(JSON.readTree(text.get())));
      } catch (JsonProcessingException | MalformedRecordException e) {
        damage.add("the position of a note: it is no JSON");
      }
    }
    return object.flatMap(RestRecords::position);
  }

  private static DiffVersion version(JsonObject json) {
    return new DiffVersion(
        OptionalLong.empty(),
        json.commit("head_commit_sha"),
        json.commit("base_commit_sha"),
        json.commit("start_commit_sha"),
        java.time.Instant.EPOCH,
        Optional.empty());
  }

  private List<Patch> commits(JsonObject diff) {
    record Listed(long order, CommitId id, String subject, Person author) {}
    List<Listed> listed =
        each(
            diff,
            "merge_request_diff_commits",
            json ->
                json.commit("sha")
                    .map(
                        id ->
                            new Listed(
                                json.number("relative_order").orElse(0),
                                id,
                                json.textOrEmpty("message").lines().findFirst().orElse(""),
                                commitAuthor(json))));
    // Newest first there; merges are told by their subject only.
    List<Listed> inOrder =
        listed.stream()
            .filter(commit -> !commit.subject().startsWith("Merge branch '"))
            .sorted(Comparator.comparing(Listed::order).reversed())
            .toList();
    List<Patch> patches = new ArrayList<>();
    for (Listed commit : inOrder) {
      patches.add(
          new Patch(
              patches.size() + 1,
              OptionalInt.of(inOrder.size()),
              commit.id(),
              commit.subject(),
              commit.author(),
              Optional.empty(),
              Optional.empty(),
              DiffStat.EMPTY));
    }
    return patches;
  }

  private static Person commitAuthor(JsonObject json) {
    Optional<JsonObject> author = json.object("commit_author");
    return new Person(
        author.flatMap(a -> a.text("name")).orElse(json.textOrEmpty("author_name")),
        author.flatMap(a -> a.text("email")).orElse(json.textOrEmpty("author_email")));
  }

  private static Optional<StateEvent> stateEvent(JsonObject json) throws MalformedRecordException {
    // The state is a word over REST, and in some exports a number.
    Optional<StateEvent.Change> change =
        switch (json.textOrEmpty("state")) {
          case "closed", "2" -> Optional.of(StateEvent.Change.CLOSED);
          case "merged", "3" -> Optional.of(StateEvent.Change.MERGED);
          case "reopened", "5" -> Optional.of(StateEvent.Change.REOPENED);
          default -> Optional.empty();
        };
    if (change.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StateEvent(user(json, "user_id"), json.requiredInstant("created_at"), change.get()));
  }

  private static Optional<Approval> approval(JsonObject json) throws MalformedRecordException {
    return Optional.of(new Approval(user(json, "user_id"), json.requiredInstant("created_at")));
  }

  private static Optional<Reviewer> reviewer(JsonObject json) throws MalformedRecordException {
    return Optional.of(
        new Reviewer(
            user(json, "user_id"), json.textOrEmpty("state"), json.requiredInstant("created_at")));
  }
}
