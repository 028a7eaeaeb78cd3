package io.github.patchlane.gitlab.standin;

import java.time.Instant;

/**
 * One round of a merge request.
 *
 * @param base where source and target parted
 * @param start the target's head then
 * @param commits how many from base to head
 */
record DiffVersion(
    long id,
    String base,
    String start,
    String head,
    Instant createdAt,
    int commits,
    int files,
    String patchId) {

  boolean hasShas(String aBase, String aStart, String aHead) {
    return base.equals(aBase) && start.equals(aStart) && head.equals(aHead);
  }
}
