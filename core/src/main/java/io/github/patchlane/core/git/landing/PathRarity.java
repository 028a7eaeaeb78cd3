package io.github.patchlane.core.git.landing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many commits touch each file: that a patch touches a quiet one too tells more. */
final class PathRarity {
  /** A file name in more folders than that, like a Makefile, tells nothing of a move. */
  private static final int FOLDERS = 3;

  /** Up to so many are looked through faster than made into a set. */
  private static final int FEW = 8;

  private final Map<String, Integer> commits = new HashMap<>();
  private final Map<String, Set<String>> folders = new HashMap<>();
  private final double scale;

  PathRarity(Collection<BranchCommit> all) {
    for (BranchCommit commit : all) {
      for (String path : commit.paths()) {
        commits.merge(path, 1, Integer::sum);
        folders
            .computeIfAbsent(name(path), n -> new HashSet<>())
            .add(path.substring(0, path.length() - name(path).length()));
      }
    }
    scale = Math.log(all.size() + 2.0);
  }

  /** See {@link Likeness#paths}; where either side's are unknown, a half. */
  double common(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0.5;
    }
    if (a.equals(b)) {
      return 1;
    }
    Set<String> other = new HashSet<>(b);
    Set<String> names = b.stream().map(PathRarity::name).collect(Collectors.toSet());
    long same = a.stream().filter(other::contains).count();
    long moved =
        a.stream()
            .filter(p -> !other.contains(p) && names.contains(name(p)))
            .filter(p -> folders.getOrDefault(name(p), Set.of()).size() <= FOLDERS)
            .count();
    return Math.min(1, 2 * (same + moved / 2.0) / (a.size() + b.size()));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** See {@link Likeness#rarestPath}. */
  double ofRarest(List<String> a, List<String> b) {
    Collection<String> other = b.size() > FEW ? new HashSet<>(b) : b;
    return a.stream()
        .filter(other::contains)
        .mapToDouble(path -> 1 - Math.log(Math.max(1, commits.getOrDefault(path, 1))) / scale)
        .max()
        .orElse(0);
  }
}
