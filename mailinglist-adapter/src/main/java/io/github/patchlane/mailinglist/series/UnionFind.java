package io.github.patchlane.mailinglist.series;

/** Which of n things belong together, as pairs become known. */
final class UnionFind {
  private final int[] parents;

  UnionFind(int size) {
    parents = new int[size];
    for (int i = 0; i < size; i++) {
      parents[i] = i;
    }
  }

  int find(int item) {
    int root = item;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** The smaller of the two roots stays root, so that the outcome does not depend on the order. */
  void union(int a, int b) {
    int left = find(a);
    int right = find(b);
    if (left < right) {
      parents[right] = left;
    } else {
      parents[left] = right;
    }
  }
}
