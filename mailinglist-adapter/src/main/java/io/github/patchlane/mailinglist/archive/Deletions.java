package io.github.patchlane.mailinglist.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/** What an inbox's later commits took back, matched with the mails once all are known. */
final class Deletions {

  /**
   * One deletion.
   *
   * @param key what names the mail: its blob (v2), or the id its path spells (v1)
   * @param before mails from this index on came later and are not meant
   */
  record Deletion(ObjectId key, int before) {}

  private final List<Deletion> noted = new ArrayList<>();

  void note(ObjectId key, int before) {
    noted.add(new Deletion(key, before));
  }

  /**
   * Marks for each deletion the newest mail before it that has its key and stands yet.
   *
   * @return the deletions that found none
   */
  List<Deletion> match(IdList keys, BitSet deleted) {
    Map<ObjectId, Deque<Integer>> standing = new HashMap<>();
    noted.forEach(deletion -> standing.put(deletion.key(), new ArrayDeque<>()));
    List<Deletion> unmatched = new ArrayList<>();
    int mail = 0;
    for (Deletion deletion : noted) {
      for (; mail < deletion.before(); mail++) {
        Deque<Integer> same = standing.get(keys.get(mail));
        if (same != null) {
          same.push(mail);
        }
      }
      Deque<Integer> same = standing.getOrDefault(deletion.key(), new ArrayDeque<>());
      if (same.isEmpty()) {
        unmatched.add(deletion);
      } else {
        deleted.set(same.pop());
      }
    }
    return unmatched;
  }
}
