package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One commit of a history that was read for some paths only.
 *
 * @param at when it was committed
 * @param parent the place of its first parent in the list that holds both, or -1
 * @param mainline whether first parents lead to it from the tip of a branch
 * @param files the id of each file that it changed against that parent, empty for one that is gone;
 *     without a parent, all files
 */
record HistoryCommit(
    CommitId id, Instant at, int parent, boolean mainline, Map<String, String> files) {
  public HistoryCommit {
    Objects.requireNonNull(id);
    Objects.requireNonNull(at);
    files = Map.copyOf(files);
  }
}
