package io.github.patchlane.mailinglist.review;

import java.util.List;

/** The patches that a statement in a reply is meant for. */
public sealed interface Scope {
  /** Nothing was said: the posting that the mail answers, and all patches where that is a cover. */
  record Answered() implements Scope {}

  /** "For the series". */
  record Series() implements Scope {}

  /**
   * "For patches 1 to 3".
   *
   * @param indices from 1, ascending, at least one
   */
  record Patches(List<Integer> indices) implements Scope {
    public Patches {
      indices = indices.stream().distinct().sorted().toList();
      if (indices.isEmpty()) {
        throw new IllegalArgumentException("no patches");
      }
    }
  }

  /**
   * "For all but patch 3".
   *
   * @param indices what is left out, ascending
   */
  record AllBut(List<Integer> indices) implements Scope {
    public AllBut {
      indices = indices.stream().distinct().sorted().toList();
    }
  }

  /**
   * Whether the patch of that index is meant.
   *
   * @param answered the index of the patch that the mail answers, 0 for a cover
   */
  default boolean covers(int index, int answered) {
    if (this instanceof Patches some) {
      return some.indices().contains(index);
    }
    if (this instanceof AllBut most) {
      return !most.indices().contains(index);
    }
    return this instanceof Series || answered == 0 || answered == index;
  }
}
