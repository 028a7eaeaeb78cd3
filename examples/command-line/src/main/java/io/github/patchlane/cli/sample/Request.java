package io.github.patchlane.cli.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One merge request as it grows: what GitLab's export keeps of it, in the form of GitLab 17, and
 * what is meant by it. Not thread-safe.
 */
final class Request {
  /** The project's path on the invented server. */
  static final String PROJECT = "thornbill/thornbill";

  final int iid;
  final Member author;
  final String title;
  final boolean draft;
  final Instant created;
  final List<PatchDraft> drafts;
  final List<Person> approvals = new ArrayList<>();
  final List<CommitId> landed = new ArrayList<>();
  State state = State.OPEN;

  /** Of the newest version. */
  RequestVersion version;

  private final List<RequestVersion> versions = new ArrayList<>();
  private final RequestUsers users;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final ArrayNode notes = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode events = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode approved = JsonNodeFactory.instance.arrayNode();
  private final ObjectNode metrics = JsonNodeFactory.instance.objectNode();
  private boolean ready;
  private Instant updated;
  private int discussions;
  private int comments;

  Request(
      int iid,
      Member author,
      String title,
      boolean draft,
      List<PatchDraft> drafts,
      RequestVersion first,
      RequestUsers users) {
    this.iid = iid;
    this.author = author;
    this.title = title;
    this.draft = draft;
    this.ready = !draft;
    this.created = first.at();
    this.updated = first.at();
    this.drafts = new ArrayList<>(drafts);
    this.users = users;
    this.version = first;
    versions.add(first);
  }

  List<RequestVersion> versions() {
    return List.copyOf(versions);
  }

  /** The branch is pushed anew; the server writes a note of it. */
  void push(Member who, RequestVersion pushed) {
    String commits =
        pushed.commits().size() == 1 ? "1 commit" : pushed.commits().size() + " commits";
    StringBuilder body = new StringBuilder("added " + commits + "\n\n<ul>");
    for (RequestVersion.Commit commit : pushed.commits()) {
      body.append("<li>").append(commit.id().abbreviate(8).name()).append(" - ");
      body.append(commit.message().get(0)).append("</li>");
    }
    body.append(
        "</ul>\n\n[Compare with previous version](/" + PROJECT + "/-/merge_requests/" + iid);
    body.append("/diffs?diff_id=").append(100 * iid + versions.size() + 1);
    body.append("&start_sha=").append(version.head().name()).append(')');
    system(who, pushed.at(), body.toString(), "commit");
    version = pushed;
    versions.add(pushed);
  }

  void markReady(Instant at) {
    ready = true;
    system(author, at, "marked this merge request as **ready**", "title");
  }

  void approve(Member who, Instant at) {
    system(who, at, "approved this merge request", "approved");
    approved.addObject().put("user_id", users.id(who)).put("created_at", at.toString());
    approvals.add(who.person());
  }

  /** A note of its own. */
  void note(Member who, Instant at, String text) {
    add(who, at, text, discussion());
  }

  /** A note on a line of the newest version's diff; the thread that it begins. */
  String comment(Member who, Instant at, String text, DiffLine line) {
    String discussion = discussion();
    ObjectNode position = JsonNodeFactory.instance.objectNode();
    position.put("base_sha", version.base().name()).put("start_sha", version.base().name());
    position.put("head_sha", version.head().name());
    position.put("old_path", line.path()).put("new_path", line.path());
    position.put("position_type", "text");
    number(position, "old_line", line.oldLine());
    number(position, "new_line", line.newLine());
    comment(add(who, at, text, discussion), position);
    return discussion;
  }

  /** An answer in a thread on a line. */
  void answer(Member who, Instant at, String text, String discussion) {
    for (int i = 0; i < notes.size(); i++) {
      if (notes.get(i).path("discussion_id").asText().equals(discussion)) {
        ObjectNode position = ((ObjectNode) notes.get(i).path("position")).deepCopy();
        comment(add(who, at, text, discussion), position);
        return;
      }
    }
    throw new IllegalArgumentException("no thread " + discussion);
  }

  private void comment(ObjectNode note, ObjectNode position) {
    comments++;
    note.put("type", "DiffNote");
    note.set("position", position);
    note.set("original_position", position.deepCopy());
  }

  void merge(Member who, Instant at, List<ObjectId> commits) {
    commits.forEach(commit -> landed.add(new CommitId(commit.name())));
    state = State.LANDED;
    event(who, at, "merged");
    metrics.put("merged_at", at.toString()).put("merged_by_id", users.id(who));
  }

  void close(Member who, Instant at) {
    state = who.equals(author) ? State.WITHDRAWN : State.DECLINED;
    event(who, at, "closed");
    metrics.put("latest_closed_at", at.toString()).put("latest_closed_by_id", users.id(who));
  }

  private void event(Member who, Instant at, String what) {
    updated = at;
    events
        .addObject()
        .put("user_id", users.id(who))
        .put("created_at", at.toString())
        .put("state", what);
  }

  private void system(Member who, Instant at, String body, String action) {
    ObjectNode note = add(who, at, body, discussion());
    note.put("system", true);
    note.putObject("system_note_metadata").put("action", action);
  }

  private ObjectNode add(Member who, Instant at, String body, String discussion) {
    updated = at;
    ObjectNode note = notes.addObject();
    note.put("note", body).put("noteable_type", "MergeRequest").put("author_id", users.id(who));
    note.put("created_at", at.toString()).put("updated_at", at.toString());
    note.put("system", false).putNull("type").put("discussion_id", discussion);
    note.putObject("author").put("name", who.person().name());
    return note;
  }

  private String discussion() {
    discussions++;
    return "%020x%020x".formatted(iid, discussions);
  }

  private static void number(ObjectNode json, String name, int line) {
    if (line > 0) {
      json.put(name, line);
    } else {
      json.putNull(name);
    }
  }

  /** Its line in {@code merge_requests.ndjson}. */
  ObjectNode line() {
    json.put("iid", iid).put("author_id", users.id(author));
    json.put("title", (ready ? "" : "Draft: ") + title).put("draft", !ready);
    json.put("description", String.join("\n", drafts.get(0).message()).strip());
    json.put("source_branch", author.login() + "-" + iid).put("target_branch", "master");
    json.put("created_at", created.toString()).put("updated_at", updated.toString());
    json.put("state", stateWord()).put("diff_head_sha", version.head().name());
    json.putNull("merge_commit_sha");
    json.set("notes", notes);
    json.set("resource_state_events", events);
    json.set("approvals", approved);
    json.putArray("merge_request_reviewers");
    json.putArray("label_links");
    json.set("metrics", metrics);
    diff(json.putObject("merge_request_diff"));
    return json;
  }

  private String stateWord() {
    return switch (state) {
      case OPEN -> "opened";
      case LANDED -> "merged";
      default -> "closed";
    };
  }

  private void diff(ObjectNode diff) {
    diff.put("state", "collected").put("created_at", version.at().toString());
    diff.put("base_commit_sha", version.base().name());
    diff.put("start_commit_sha", version.base().name());
    diff.put("head_commit_sha", version.head().name());
    ArrayNode listed = diff.putArray("merge_request_diff_commits");
    List<RequestVersion.Commit> commits = version.commits();
    for (int i = commits.size() - 1; i >= 0; i--) {
      ObjectNode commit = listed.addObject();
      commit.put("relative_order", commits.size() - 1 - i);
      commit.put("sha", commits.get(i).id().name());
      commit.put("message", String.join("\n", commits.get(i).message()) + "\n");
      commit
          .putObject("commit_author")
          .put("name", author.person().name())
          .put("email", author.person().email());
    }
    diff.putArray("merge_request_diff_files");
  }

  SampleTruth.Request truth() {
    return new SampleTruth.Request(
        iid,
        title,
        author.person(),
        created,
        draft,
        state,
        versions.stream().map(v -> new CommitId(v.head().name())).toList(),
        landed,
        comments,
        approvals);
  }
}
