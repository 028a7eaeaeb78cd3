package io.github.patchlane.core.git.apply;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A series on its way into a tree, patch by patch: the door to this package. Everything made stays
 * in memory until {@link #keep}. Not thread-safe.
 */
public final class Series {
  private final Objects objects;
  private final LineDiff diff;
  private SparseTree tree;

  /** What it took. */
  public enum How {
    /** It went on as it stands. */
    CLEAN,
    /** It was merged. */
    MERGED,
    /** Merging changed nothing. */
    ALREADY_THERE
  }

  /**
   * @param reader of the repository; the caller closes it
   * @param tree to start from
   */
  public Series(ObjectReader reader, ObjectId tree, LineDiff diff) {
    this.objects = new Objects(reader);
    this.diff = diff;
    this.tree = SparseTree.of(objects, tree);
  }

  /** The tree with all patches in it so far. */
  public ObjectId tree() {
    return tree.id();
  }

  /**
   * Takes the next patch; where it is refused, the tree stays as it was.
   *
   * @param threeWay whether to merge it where it does not fit
   */
  public How apply(byte[] text, boolean threeWay) throws Refused, IOException {
    PatchText patch = PatchText.of(text);
    if (patch.length() == 0) {
      throw Refused.empty();
    }
    List<PatchText> readings =
        patch.hasReturns() ? List.of(patch, patch.withoutReturns()) : List.of(patch);
    Refused first = null;
    for (PatchText reading : readings) {
      try {
        tree = tree.with(PatchApplier.apply(PatchReader.read(reading), tree, objects));
        return How.CLEAN;
      } catch (Refused refused) {
        first = first == null ? refused : first;
      }
    }
    Refused plain = java.util.Objects.requireNonNull(first);
    if (!threeWay || !plain.mayMerge()) {
      throw plain;
    }
    Refused merging = null;
    for (PatchText reading : readings) {
      try {
        return merge(reading);
      } catch (Refused refused) {
        merging = merging == null ? refused : merging;
      }
    }
    throw plain.and(java.util.Objects.requireNonNull(merging));
  }

  private How merge(PatchText patch) throws Refused, IOException {
    SparseTree merged = tree.with(ThreeWay.apply(PatchReader.read(patch), tree, objects, diff));
    boolean same = merged.id().equals(tree.id());
    tree = merged;
    return same ? How.ALREADY_THERE : How.MERGED;
  }

  /** Makes a commit of the present tree. */
  public ObjectId commit(ObjectId parent, Signature author, Signature committer, String message) {
    return objects.add(
        Constants.OBJ_COMMIT,
        Commits.format(tree.id(), parent, author.line(), committer.line(), message));
  }

  /** Writes all that was made. */
  public void keep(ObjectInserter inserter) throws IOException {
    objects.writeTo(inserter);
  }

  /** Who, and when by whose clock. */
  public record Signature(String name, String email, OffsetDateTime at) {
    String line() {
      return Commits.ident(name, email, at);
    }
  }
}
