package io.github.patchlane.gitlab.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.patchlane.core.contribution.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One line of {@code merge_requests.ndjson}, in either dialect. */
public final class ExportedRequestJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How servers of different years write. */
  public enum Dialect {
    /** GitLab 13.5: notes and requests have their ids, nothing says "draft" but the title. */
    OLD,
    /** GitLab 17: no ids, a draft flag, reviewers and approvals. */
    NEW
  }

  private final Dialect dialect;
  private final ObjectNode json = JSON.createObjectNode();
  private final ArrayNode notes = JSON.createArrayNode();
  private int discussions;

  public ExportedRequestJson(Dialect dialect, int iid, String title, long author, Instant created) {
    this.dialect = dialect;
    json.put("target_branch", "main");
    json.put("source_branch", "topic-" + iid);
    json.put("author_id", author);
    json.put("title", title);
    json.put("created_at", created.toString());
    json.put("updated_at", created.toString());
    json.put("iid", iid);
    json.put("description", "what for");
    json.put("state", "opened");
    if (dialect == Dialect.OLD) {
      json.put("id", 1000 + iid);
    } else {
      json.put("draft", title.startsWith("Draft:"));
      json.putArray("approvals");
      json.putArray("merge_request_reviewers");
    }
    json.putArray("resource_state_events");
    json.set("notes", notes);
  }

  /** Anything else. */
  public ObjectNode json() {
    return json;
  }

  /** The latest diff version, with its commits newest first and files that nobody should read. */
  public ExportedRequestJson diff(
      String author,
      CommitId base,
      CommitId head,
      Instant at,
      List<CommitId> commits,
      List<String> subjects) {
    String email = author.toLowerCase(Locale.ROOT) + "@example.org";
    ObjectNode diff = json.putObject("merge_request_diff");
    json.put("diff_head_sha", head.value());
    diff.put("state", "collected").put("created_at", at.toString());
    diff.put("base_commit_sha", base.value()).put("start_commit_sha", base.value());
    diff.put("head_commit_sha", head.value());
    ArrayNode listed = diff.putArray("merge_request_diff_commits");
    for (int i = commits.size() - 1; i >= 0; i--) {
      ObjectNode commit = listed.addObject();
      commit.put("relative_order", commits.size() - 1 - i).put("sha", commits.get(i).value());
      commit.put("message", subjects.get(i) + "\n\nbody\n");
      if (dialect == Dialect.OLD) {
        commit.put("author_name", author).put("author_email", email);
      } else {
        commit.putObject("commit_author").put("name", author).put("email", email);
      }
    }
    diff.putArray("merge_request_diff_files").addObject().put("utf8_diff", "@@ -1 +1 @@\n");
    return this;
  }

  /** A note of one's own. */
  public ExportedRequestJson note(long author, String name, Instant at, String body) {
    add(author, name, at, body);
    return this;
  }

  /** A note on an added line of the diff. */
  public ExportedRequestJson diffNote(
      long author,
      String name,
      Instant at,
      String body,
      CommitId base,
      CommitId head,
      String path,
      int line) {
    ObjectNode position = JSON.createObjectNode();
    position.put("base_sha", base.value()).put("start_sha", base.value());
    position.put("head_sha", head.value()).put("old_path", path).put("new_path", path);
    position.put("position_type", "text").putNull("old_line").put("new_line", line);
    ObjectNode note = add(author, name, at, body);
    note.put("type", "DiffNote").put("position", position.toString());
    note.put("original_position", position.toString());
    return this;
  }

  /** What the server wrote. */
  public ExportedRequestJson system(
      long author, String name, Instant at, String body, String action) {
    ObjectNode note = add(author, name, at, body);
    note.put("system", true).putObject("system_note_metadata").put("action", action);
    return this;
  }

  /** The note about a push. */
  public ExportedRequestJson push(
      long author, String name, Instant at, int version, CommitId replaced) {
    return system(
        author,
        name,
        at,
        "added 2 commits\n\n<ul><li>22222222 - one</li><li>33333333 - two</li></ul>\n\n[Compare with"
            + " previous version](/story/book/-/merge_requests/1/diffs?diff_id="
            + version
            + "&start_sha="
            + replaced
            + ")",
        "commit");
  }

  private ObjectNode add(long author, String name, Instant at, String body) {
    ObjectNode note = notes.addObject();
    discussions++;
    if (dialect == Dialect.OLD) {
      note.put("id", 500 + discussions);
    }
    note.put("note", body).put("noteable_type", "MergeRequest").put("author_id", author);
    note.put("created_at", at.toString()).put("system", false).putNull("type");
    note.put("discussion_id", "%040x".formatted(discussions));
    note.putObject("author").put("name", name);
    return note;
  }

  /** The line. */
  public String line() {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
