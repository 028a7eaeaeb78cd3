package io.github.patchlane.core.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Weighted overlap of the changed lines of two patches, and of their paths. */
final class DiffSimilarity {
  /** What is left of the lines' likeness where no path is common: a reroll may move its files. */
  private static final double WITHOUT_COMMON_PATHS = 0.6;

  /** Paths alone are weak evidence: many patches touch one file. */
  private static final double ONLY_PATHS = 0.5;

  private static final int FEW = 8;

  private DiffSimilarity() {}

  static double of(DiffIndex a, DiffIndex b, LineRarity rarity) {
    if (a.changed().length == 0 && b.changed().length == 0) {
      double paths = paths(a.stat().paths(), b.stat().paths());
      return paths == 1 ? 1 : ONLY_PATHS * paths;
    }
    double lines =
        rarity == LineRarity.UNKNOWN ? lines(a, b) : lines(a.changed(), b.changed(), rarity);
    return lines == 0
        ? 0
        : lines
            * (WITHOUT_COMMON_PATHS
                + (1 - WITHOUT_COMMON_PATHS) * paths(a.stat().paths(), b.stat().paths()));
  }

  /**
   * The same with all lines equally rare, which is asked for most: only what is common is looked
   * at. Weights are short binary fractions, so that their sums are exact in any order.
   */
  private static double lines(DiffIndex first, DiffIndex second) {
    int[] a = first.changed();
    int[] b = second.changed();
    double common = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int left = a[i];
      int right = b[j];
      if (left == right) {
        common += LineHash.weight(left);
        i++;
        j++;
      } else if (left < right) {
        i++;
      } else {
        j++;
      }
    }
    return common == 0 ? 0 : 2 * common / (first.weight() + second.weight());
  }

  /** Twice the common weight by the sum of both: both arrays are sorted, one pass merges them. */
  private static double lines(int[] a, int[] b, LineRarity rarity) {
    double common = 0;
    double all = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int order = i == a.length ? 1 : j == b.length ? -1 : Integer.compare(a[i], b[j]);
      int key = order <= 0 ? a[i] : b[j];
      double weight = LineHash.weight(key) * rarity.rarity(key);
      if (order == 0) {
        common += 2 * weight;
        all += 2 * weight;
        i++;
        j++;
      } else {
        all += weight;
        i += order < 0 ? 1 : 0;
        j += order > 0 ? 1 : 0;
      }
    }
    return all == 0 ? 0 : common / all;
  }

  private static double paths(List<String> a, List<String> b) {
    if (a.isEmpty() && b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return 1;
    }
    Collection<String> other = searchable(b);
    Collection<String> otherNames = searchable(names(b));
    int same = 0;
    int moved = 0;
    for (String path : a) {
      if (other.contains(path)) {
        same++;
      } else if (otherNames.contains(name(path))) {
        moved++;
      }
    }
    // A file of the same name elsewhere is half a match.
    return Math.min(1, 2 * (same + moved / 2.0) / (a.size() + b.size()));
  }

  /** To look through a few takes less than to make a set of them. */
  private static Collection<String> searchable(List<String> all) {
    return all.size() <= FEW ? all : new HashSet<>(all);
  }

  private static List<String> names(List<String> paths) {
    List<String> names = new ArrayList<>(paths.size());
    for (String path : paths) {
      names.add(name(path));
    }
    return names;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
