package io.github.patchlane.gitlab.export;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.gitlab.mergerequest.MergeRequest;
import java.util.List;
import java.util.Objects;

/**
 * A merge request as its line has it.
 *
 * @param commits of the latest version, oldest first; what they change is not known from here
 * @param damage what of the line could not be read
 */
record ExportedRequest(MergeRequest request, List<Patch> commits, List<String> damage) {
  ExportedRequest {
    Objects.requireNonNull(request);
    commits = List.copyOf(commits);
    damage = List.copyOf(damage);
  }
}
