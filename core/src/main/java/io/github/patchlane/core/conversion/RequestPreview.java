package io.github.patchlane.core.conversion;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A contribution as people would see it on a lane of merge requests. All words are plain text.
 *
 * @param id of the contribution
 * @param labels that it would carry in the end
 * @param versions of the branch and revisions that became none, by time
 * @param talks notes and threads in the order in which they begin
 * @param closed whether it would be closed in the end
 */
public record RequestPreview(
    String id,
    String title,
    String description,
    String branch,
    String target,
    List<String> labels,
    List<Version> versions,
    List<Talk> talks,
    boolean closed) {
  public RequestPreview {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(branch);
    Objects.requireNonNull(target);
    labels = List.copyOf(labels);
    versions = List.copyOf(versions);
    talks = List.copyOf(talks);
  }

  /**
   * One revision.
   *
   * @param commits oldest first; none where it does not apply
   * @param problem why it does not apply; empty where it does
   */
  public record Version(String label, Instant at, List<Commit> commits, String problem) {
    public Version {
      Objects.requireNonNull(label);
      Objects.requireNonNull(at);
      commits = List.copyOf(commits);
      Objects.requireNonNull(problem);
    }
  }

  /** A commit of a version. */
  public record Commit(String id, String subject, String author) {
    public Commit {
      Objects.requireNonNull(id);
      Objects.requireNonNull(subject);
      Objects.requireNonNull(author);
    }
  }

  /**
   * A note with the answers below it.
   *
   * @param place the line that it is on, empty for one on the whole
   */
  public record Talk(Optional<Place> place, List<Said> said) {
    public Talk {
      Objects.requireNonNull(place);
      said = List.copyOf(said);
    }
  }

  /**
   * A line of the diff.
   *
   * @param line its number, on the old side where it was removed
   * @param excerpt lines of the diff that lead up to it, with their marks
   */
  public record Place(String path, int line, boolean removed, List<String> excerpt) {
    public Place {
      Objects.requireNonNull(path);
      excerpt = List.copyOf(excerpt);
    }
  }

  /**
   * One note.
   *
   * @param kind in one word: a note, a reply, an approval
   * @param text what it says
   */
  public record Said(String kind, String text) {
    public Said {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(text);
    }
  }
}
