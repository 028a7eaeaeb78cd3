package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * The links of a commit, read off its first lines.
 *
 * @param merge whether there are parents beside the first
 */
record RawCommit(ObjectId tree, Optional<ObjectId> firstParent, boolean merge) {
  private static final int HEX = 40;
  private static final byte[] TREE = "tree ".getBytes(US_ASCII);
  private static final byte[] PARENT = "\nparent ".getBytes(US_ASCII);

  static RawCommit read(ObjectReader reader, AnyObjectId commit) throws IOException {
    byte[] raw = reader.open(commit, Constants.OBJ_COMMIT).getCachedBytes();
    int tree = RawParseUtils.match(raw, 0, TREE);
    if (tree < 0 || raw.length < tree + HEX) {
      throw new CorruptObjectException(commit.toObjectId(), "no tree");
    }
    int first = RawParseUtils.match(raw, tree + HEX, PARENT);
    boolean parent = first >= 0 && raw.length >= first + HEX;
    return new RawCommit(
        ObjectId.fromString(raw, tree),
        parent ? Optional.of(ObjectId.fromString(raw, first)) : Optional.empty(),
        parent && RawParseUtils.match(raw, first + HEX, PARENT) >= 0);
  }
}
