package io.github.patchlane.mailinglist.archive;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/** Object ids at 20 bytes each: an inbox of a million mails must not cost a million objects. */
final class IdList {
  private static final int WORDS = 5;
  private static final int BLOCK = 1 << 10;

  private final List<int[]> blocks = new ArrayList<>();
  private int size;

  void add(AnyObjectId id) {
    if (size == blocks.size() * BLOCK) {
      blocks.add(new int[BLOCK * WORDS]);
    }
    id.copyRawTo(blocks.get(size / BLOCK), size % BLOCK * WORDS);
    size++;
  }

  ObjectId get(int index) {
    return ObjectId.fromRaw(blocks.get(index / BLOCK), index % BLOCK * WORDS);
  }

  int size() {
    return size;
  }
}
