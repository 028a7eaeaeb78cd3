package io.github.patchlane.core.git.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a diff does to one file, gathered while it is read and completed by what is found in the
 * tree: a diff that git did not write leaves open whether a file is new, and many leave open a
 * mode.
 */
final class FilePatch {
  Optional<String> oldName = Optional.empty();
  Optional<String> newName = Optional.empty();

  /** Git's file mode; 0 where the diff does not say. */
  int oldMode;

  int newMode;
  Tristate added = Tristate.UNKNOWN;
  Tristate deleted = Tristate.UNKNOWN;
  boolean renamed;
  boolean copied;
  String oldId = "";
  String newId = "";
  final List<Hunk> hunks = new ArrayList<>();
  boolean binary;

  /** The new content of a binary file; empty where the diff only says that it differs. */
  Optional<BinaryChange> binaryChange = Optional.empty();

  /** How many lines are added and removed, context aside. */
  int changedLines;

  /** What a diff can leave open. */
  enum Tristate {
    YES,
    NO,
    UNKNOWN
  }

  boolean isAdded() {
    return added == Tristate.YES;
  }

  boolean isDeleted() {
    return deleted == Tristate.YES;
  }

  /** The name that it goes by in a refusal. */
  String name() {
    return oldName.or(() -> newName).orElse("");
  }

  /** Whether it does something though no line changes. */
  boolean changesMetadata() {
    return renamed
        || copied
        || isAdded()
        || deleted != Tristate.NO
        || (oldMode != 0 && newMode != 0 && oldMode != newMode);
  }

  /** The same patch before anything of it was tried on a tree. */
  FilePatch fresh() {
    FilePatch copy = new FilePatch();
    copy.oldName = oldName;
    copy.newName = newName;
    copy.oldMode = oldMode;
    copy.newMode = newMode;
    copy.added = added;
    copy.deleted = deleted;
    copy.renamed = renamed;
    copy.copied = copied;
    copy.oldId = oldId;
    copy.newId = newId;
    copy.hunks.addAll(hunks);
    copy.binary = binary;
    copy.binaryChange = binaryChange;
    copy.changedLines = changedLines;
    return copy;
  }
}
