package io.github.patchlane.mailinglist.archive;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** How an inbox lays mails out in its trees. */
enum Layout {
  /** A blob a mail, at the hexadecimal SHA-1 of its Message-ID, two digits a folder. */
  V1,
  /** The newest mail alone, as {@code m}; or the mail taken back, as {@code d}. */
  V2;

  private static final int COMMITS_LOOKED_AT = 1000;

  /**
   * Looks from a commit back until a tree tells; empty if none does within reason, which means that
   * the repository is no inbox.
   */
  static Optional<Layout> of(ObjectReader reader, ObjectId head) throws IOException {
    Optional<ObjectId> next = Optional.of(head);
    for (int i = 0; i < COMMITS_LOOKED_AT && next.isPresent(); i++) {
      RawCommit commit = RawCommit.read(reader, next.get());
      Optional<Layout> layout = ofTree(reader, commit.tree());
      if (layout.isPresent()) {
        return layout;
      }
      next = commit.firstParent();
    }
    return Optional.empty();
  }

  private static Optional<Layout> ofTree(ObjectReader reader, ObjectId tree) {
    try {
      return ofReadableTree(reader, tree);
    } catch (IOException | RuntimeException e) {
      // A damaged tree tells nothing; reading the mails reports it.
      return Optional.empty();
    }
  }

  private static Optional<Layout> ofReadableTree(ObjectReader reader, ObjectId tree)
      throws IOException {
    CanonicalTreeParser entries = new CanonicalTreeParser();
    for (entries.reset(reader, tree); !entries.eof(); entries.next()) {
      String name = entries.getEntryPathString();
      boolean folder = FileMode.TREE.equals(entries.getEntryRawMode());
      if (!folder && (name.equals("m") || name.equals("d"))) {
        return Optional.of(V2);
      }
      if (folder
          && name.matches("[0-9a-f]{2}")
          && holdsV1Mail(reader, entries.getEntryObjectId())) {
        return Optional.of(V1);
      }
    }
    return Optional.empty();
  }

  private static boolean holdsV1Mail(ObjectReader reader, ObjectId folder) throws IOException {
    CanonicalTreeParser entries = new CanonicalTreeParser();
    entries.reset(reader.open(folder, Constants.OBJ_TREE).getCachedBytes());
    return !entries.eof() && entries.getEntryPathString().matches("[0-9a-f]{38}");
  }
}
