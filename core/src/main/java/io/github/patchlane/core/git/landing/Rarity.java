package io.github.patchlane.core.git.landing;

import java.util.Arrays;
import java.util.List;

/** In how many of a set of texts each key occurs: that two share a rare one tells more. */
final class Rarity {
  private final long[] keys;
  private final float[] weights;
  private final float unknown;

  /**
   * @param texts the distinct keys of each
   * @param rerolls up to so many texts share a key because they are one thing again and again; only
   *     beyond does it count as common
   */
  Rarity(List<long[]> texts, int rerolls) {
    long[] all = new long[texts.stream().mapToInt(t -> t.length).sum()];
    int size = 0;
    for (long[] text : texts) {
      System.arraycopy(text, 0, all, size, text.length);
      size += text.length;
    }
    Arrays.sort(all);
    long[] distinct = new long[size];
    float[] rarities = new float[size];
    int found = 0;
    for (int i = 0; i < size; ) {
      int end = i;
      while (end < size && all[end] == all[i]) {
        end++;
      }
      distinct[found] = all[i];
      rarities[found++] = weight(texts.size(), Math.max(rerolls, end - i));
      i = end;
    }
    keys = Arrays.copyOf(distinct, found);
    weights = Arrays.copyOf(rarities, found);
    unknown = weight(texts.size(), Math.max(rerolls, 1));
  }

  private static float weight(int texts, int count) {
    return (float) Math.log((texts + 2.0) / (Math.min(texts, count) + 1.0));
  }

  float of(long key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? unknown : weights[at];
  }

  /** Weighs each by its rarity alone. */
  Bag weigh(long[] text) {
    float[] own = new float[text.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = of(text[i]);
    }
    return new Bag(text, own);
  }
}
