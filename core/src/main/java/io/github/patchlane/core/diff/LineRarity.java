package io.github.patchlane.core.diff;

import java.util.Arrays;
import java.util.Collection;

/**
 * In how many patches of an archive each changed line occurs, so that boilerplate counts for little
 * when patches are compared. Immutable; eight bytes for each distinct line.
 */
public final class LineRarity {
  /** Knows no archive: every line is as rare as any other. */
  public static final LineRarity UNKNOWN = new LineRarity(new int[0], new int[0], 0);

  /**
   * Up to so many patches share a line because they are rerolls of one; only beyond is it common.
   */
  private static final int REROLLS = 8;

  private final int[] keys;
  private final int[] patches;
  private final int total;

  private LineRarity(int[] keys, int[] patches, int total) {
    this.keys = keys;
    this.patches = patches;
    this.total = total;
  }

  public static LineRarity of(Collection<DiffIndex> archive) {
    int length = archive.stream().mapToInt(index -> index.changed().length).sum();
    int[] all = new int[length];
    int size = 0;
    for (DiffIndex index : archive) {
      int[] changed = index.changed();
      for (int i = 0; i < changed.length; i++) {
        if (i == 0 || changed[i] != changed[i - 1]) {
          all[size++] = changed[i];
        }
      }
    }
    Arrays.sort(all, 0, size);
    int[] counts = new int[size];
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (distinct > 0 && all[distinct - 1] == all[i]) {
        counts[distinct - 1]++;
      } else {
        all[distinct] = all[i];
        counts[distinct++] = 1;
      }
    }
    return new LineRarity(
        Arrays.copyOf(all, distinct), Arrays.copyOf(counts, distinct), archive.size());
  }

  /** In how many patches a {@linkplain DiffIndex#changedLineKeys() key} occurs. */
  public int patches(int key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? 0 : patches[at];
  }

  /** From 1 for a line of few patches down towards 0 for one of all. */
  double rarity(int key) {
    if (total <= REROLLS) {
      return 1;
    }
    int count = patches(key);
    return count <= REROLLS
        ? 1
        : Math.log((total + 1.0) / count) / Math.log((total + 1.0) / REROLLS);
  }
}
