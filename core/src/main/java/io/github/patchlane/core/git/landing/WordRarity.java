package io.github.patchlane.core.git.landing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** In how many texts each word occurs: that two share a rare one tells more. */
final class WordRarity {
  private final Map<Integer, Integer> texts = new HashMap<>();
  private final int total;

  WordRarity(Collection<Words> all) {
    total = all.size();
    for (Words words : all) {
      for (int hash : words.hashes()) {
        texts.merge(hash, 1, Integer::sum);
      }
    }
  }

  /** How many texts have the word. */
  int texts(int hash) {
    return texts.getOrDefault(hash, 0);
  }

  double weight(int hash) {
    return Math.log((total + 2.0) / (texts(hash) + 1.0));
  }

  /**
   * Twice the weight of the common words by the weight of both, in [0, 1]; 0 where both are empty.
   */
  double similarity(Words a, Words b) {
    double common = 0;
    double all = 0;
    int i = 0;
    int j = 0;
    int[] left = a.hashes();
    int[] right = b.hashes();
    while (i < left.length || j < right.length) {
      int order =
          i == left.length ? 1 : j == right.length ? -1 : Integer.compare(left[i], right[j]);
      double weight = weight(order <= 0 ? left[i] : right[j]);
      if (order == 0) {
        common += 2 * weight;
        all += 2 * weight;
      } else {
        all += weight;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return all == 0 ? 0 : common / all;
  }
}
