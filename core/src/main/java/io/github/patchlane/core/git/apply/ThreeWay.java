package io.github.patchlane.core.git.apply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The way of {@code git am -3}: put the files together that the patch was written for, by the names
 * that its {@code index} lines give, apply it to those, and merge what comes out.
 */
final class ThreeWay {
  private static final String SUBMODULE_LINE = "Subproject commit ";

  private ThreeWay() {}

  static Changes apply(List<FilePatch> patches, SparseTree tree, Objects objects, LineDiff diff)
      throws Refused, IOException {
    FlatFiles base = new FlatFiles();
    for (FilePatch patch : patches) {
      if (!patch.isAdded()) {
        base.put(patch.name(), ancestor(patch, tree, objects));
      }
    }
    for (String path : base.entries().keySet()) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        if (base.at(path.substring(0, slash)).isPresent()) {
          throw Refused.file(Refused.Why.WRONG_FILE, path, "it lies below another file");
        }
      }
    }
    FlatFiles theirs = base.with(PatchApplier.apply(patches, base, objects));
    return TreeMerge.merge(objects, diff, base, theirs, tree);
  }

  /** The file as the patch's author had it. */
  private static Entry ancestor(FilePatch patch, SparseTree tree, Objects objects)
      throws Refused, IOException {
    String path = patch.name();
    SafePaths.check(path, patch.oldMode);
    if (Entry.isSubmodule(patch.oldMode)) {
      return new Entry(Entry.SUBMODULE, submodule(patch));
    }
    int mode = patch.oldMode == 0 ? Entry.FILE : patch.oldMode;
    Optional<ObjectId> blob = objects.blobNamed(patch.oldId);
    if (blob.isPresent()) {
      return new Entry(mode, blob.get());
    }
    if (patch.changedLines == 0) {
      Optional<Entry> now = tree.at(path);
      if (now.isPresent()) {
        return new Entry(mode, now.get().id());
      }
      throw Refused.file(Refused.Why.MISSING_FILE, path, "there is no such file");
    }
    throw Refused.file(
        Refused.Why.WRONG_FILE,
        path,
        patch.oldId.isEmpty()
            ? "the diff does not say which version of it was changed"
            : "the repository lacks the version of it that was changed, " + patch.oldId);
  }

  private static ObjectId submodule(FilePatch patch) throws Refused {
    if (patch.hunks.size() == 1
        && patch.hunks.get(0).oldPosition() == 1
        && patch.hunks.get(0).oldLines() == 1) {
      String line = new String(patch.hunks.get(0).before().toBytes(), StandardCharsets.ISO_8859_1);
      String id = line.strip();
      if (id.startsWith(SUBMODULE_LINE)) {
        id = id.substring(SUBMODULE_LINE.length());
        if (ObjectId.isId(id) && id.startsWith(patch.oldId)) {
          return ObjectId.fromString(id);
        }
      }
    }
    if (ObjectId.isId(patch.oldId)) {
      return ObjectId.fromString(patch.oldId);
    }
    throw Refused.file(
        Refused.Why.WRONG_FILE,
        patch.name(),
        "the diff does not say at which commit the submodule was");
  }
}
