package io.github.patchlane.core.git.landing;

/**
 * One way to find out which commit a patch became. Rules run in the order of their worth; each sees
 * only the commits and the postings that the ones before it left free.
 */
interface LandingRule {
  void match(LandingBoard board);
}
