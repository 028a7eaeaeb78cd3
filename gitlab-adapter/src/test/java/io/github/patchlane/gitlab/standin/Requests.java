package io.github.patchlane.gitlab.standin;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts requests by kind: the names of the table, and four of git's. */
final class Requests {
  static final String FETCH_REFS = "fetch refs";
  static final String FETCH = "fetch";
  static final String PUSH_REFS = "push refs";
  static final String PUSH = "push";
  static final String UNKNOWN = "unknown";

  private static final Set<String> GIT = Set.of(FETCH_REFS, FETCH, PUSH_REFS, PUSH);

  private final SortedMap<String, Integer> counts = new TreeMap<>();

  static boolean isGit(String kind) {
    return GIT.contains(kind);
  }

  synchronized void count(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  synchronized SortedMap<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  synchronized void reset() {
    counts.clear();
  }
}
