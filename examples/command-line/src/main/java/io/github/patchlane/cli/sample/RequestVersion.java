package io.github.patchlane.cli.sample;

import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What one push made of a merge request.
 *
 * @param commits oldest first
 * @param diff of all of them together
 */
record RequestVersion(Instant at, ObjectId base, List<Commit> commits, List<DiffLine> diff) {
  RequestVersion {
    commits = List.copyOf(commits);
    diff = List.copyOf(diff);
  }

  /** One of its commits; the message's first line is its title. */
  record Commit(ObjectId id, List<String> message) {
    Commit {
      message = List.copyOf(message);
    }
  }

  ObjectId head() {
    return commits.get(commits.size() - 1).id();
  }
}
