package io.github.patchlane.mailinglist.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * The tree of one commit of a v2 inbox.
 *
 * @param place of the commit in the history
 * @param mail the file {@code m}; the zero id where there is none
 * @param taken the file {@code d}, a mail that was taken back; the zero id where there is none
 * @param reason why the tree can't be read; empty where it can
 */
record V2Tree(int place, ObjectId mail, ObjectId taken, String reason) {

  /** The trees from one place to another, less those that are as the one before. */
  static List<V2Tree> read(Epoch epoch, History history, int from, int to) {
    List<V2Tree> trees = new ArrayList<>();
    try (EpochReader reader = new EpochReader(epoch)) {
      CanonicalTreeParser entries = new CanonicalTreeParser();
      for (int i = from; i < to; i++) {
        if (!history.tree(i).equals(history.parentTree(i))) {
          trees.add(read(reader, entries, i, history.tree(i)));
        }
      }
    }
    return trees;
  }

  private static V2Tree read(
      EpochReader reader, CanonicalTreeParser entries, int place, ObjectId tree) {
    ObjectId mail = ObjectId.zeroId();
    ObjectId taken = ObjectId.zeroId();
    try {
      entries.reset(reader.open(tree, Constants.OBJ_TREE).getCachedBytes());
      for (; !entries.eof(); entries.next()) {
        if (entries.getNameLength() != 1 || !Epoch.isFile(entries.getEntryRawMode())) {
          continue;
        }
        byte name = entries.getEntryPathBuffer()[0];
        if (name == 'm') {
          mail = entries.getEntryObjectId();
        } else if (name == 'd') {
          taken = entries.getEntryObjectId();
        }
      }
      return new V2Tree(place, mail, taken, "");
    } catch (IOException | RuntimeException e) {
      // JGit's parsers run past the end of a damaged tree without any checked exception.
      return new V2Tree(
          place,
          ObjectId.zeroId(),
          ObjectId.zeroId(),
          "the commit's tree is unreadable: " + e.getMessage());
    }
  }
}
