package io.github.patchlane.core.git.apply;

import io.github.patchlane.core.git.apply.FilePatch.Tristate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Applies one patch to files by the rules of {@code git apply --index}: all of it, or it is
 * refused. What is there must be of the kind that the patch says; what it adds must not be there.
 */
final class PatchApplier {
  private static final String SUBMODULE_LINE = "Subproject commit ";

  private final Files files;
  private final Objects objects;
  private final PatchedFiles patched;

  private PatchApplier(Files files, Objects objects, PatchedFiles patched) {
    this.files = files;
    this.objects = objects;
    this.patched = patched;
  }

  /** What the patch does to these files; its blobs are kept among the objects. */
  static Changes apply(List<FilePatch> patches, Files files, Objects objects)
      throws Refused, IOException {
    List<FilePatch> own = patches.stream().map(FilePatch::fresh).toList();
    PatchApplier applier = new PatchApplier(files, objects, new PatchedFiles(own));
    Changes changes = new Changes();
    for (FilePatch patch : own) {
      applier.apply(patch, changes);
    }
    changes.checkPlaces(files);
    return changes;
  }

  private void apply(FilePatch patch, Changes changes) throws Refused, IOException {
    Optional<Entry> old = checkOld(patch);
    checkNew(patch);
    checkKinds(patch);
    checkSafety(patch);
    byte[] content = result(patch, before(patch, old));
    patched.done(patch, content);
    if (patch.isDeleted() && content.length > 0) {
      throw wrong(patch.name(), "the patch deletes it but leaves lines in it");
    }
    if (patch.isDeleted() || !(patch.isAdded() || patch.copied)) {
      patch.oldName.ifPresent(changes.removed()::add);
    }
    if (!patch.isDeleted() && patch.newName.isPresent()) {
      changes.written().put(patch.newName.get(), entry(patch, content));
    }
  }

  /** The file to start from. A diff that leaves it open makes a new file where there is none. */
  private Optional<Entry> checkOld(FilePatch patch) throws Refused, IOException {
    if (patch.oldName.isEmpty()) {
      return Optional.empty();
    }
    String name = patch.oldName.get();
    if (patched.isGone(patch)) {
      throw missing(name, "an earlier part of the patch renamed or deleted it");
    }
    Optional<PatchedFiles.Result> earlier = patched.earlier(patch);
    Optional<Entry> old = earlier.isPresent() ? Optional.empty() : files.at(name);
    if (earlier.isEmpty() && old.isEmpty()) {
      if (patch.added == Tristate.UNKNOWN) {
        patch.added = Tristate.YES;
        patch.deleted = Tristate.NO;
        patch.oldName = Optional.empty();
        return Optional.empty();
      }
      throw missing(name, "there is no such file");
    }
    int mode = earlier.map(PatchedFiles.Result::mode).or(() -> old.map(Entry::mode)).orElse(0);
    if (patch.added == Tristate.UNKNOWN) {
      patch.added = Tristate.NO;
    }
    patch.oldMode = patch.oldMode == 0 ? mode : patch.oldMode;
    if (!Entry.sameKind(mode, patch.oldMode)) {
      throw wrong(name, "it is of another kind than the patch says");
    }
    if (patch.newMode == 0 && !patch.isDeleted()) {
      patch.newMode = mode;
    }
    return old;
  }

  private void checkNew(FilePatch patch) throws Refused, IOException {
    if (patch.newName.isEmpty() || !(patch.isAdded() || patch.renamed || patch.copied)) {
      return;
    }
    String name = patch.newName.get();
    if (!patched.makesRoom(name) && files.at(name).isPresent()) {
      throw Refused.file(Refused.Why.FILE_EXISTS, name, "the file is there already");
    }
    if (patch.newMode == 0) {
      patch.newMode = patch.isAdded() ? Entry.FILE : patch.oldMode;
    }
  }

  private static void checkKinds(FilePatch patch) throws Refused {
    if (patch.newName.isEmpty() || patch.oldName.isEmpty()) {
      return;
    }
    patch.newMode = patch.newMode == 0 ? patch.oldMode : patch.newMode;
    if (!Entry.sameKind(patch.oldMode, patch.newMode)) {
      throw wrong(patch.newName.get(), "the patch makes another kind of thing of it");
    }
  }

  private void checkSafety(FilePatch patch) throws Refused, IOException {
    if (patch.isDeleted() || !(patch.isAdded() || patch.copied)) {
      if (patch.oldName.isPresent()) {
        SafePaths.check(patch.oldName.get(), patch.oldMode);
      }
    }
    if (!patch.isDeleted() && patch.newName.isPresent()) {
      String name = patch.newName.get();
      SafePaths.check(name, patch.newMode);
      if (patch.newMode == Entry.DIRECTORY) {
        throw wrong(name, "no patch makes a directory");
      }
      if (patched.isBeyondLink(name, files)) {
        throw Refused.file(Refused.Why.UNSAFE_PATH, name, "it lies beyond a symbolic link");
      }
    }
  }

  /** The content to start from; of a submodule, the line that stands for it. */
  private byte[] before(FilePatch patch, Optional<Entry> old) throws Refused, IOException {
    Optional<PatchedFiles.Result> earlier = patched.earlier(patch);
    if (earlier.isPresent()) {
      return earlier.get().content();
    }
    if (old.isEmpty()) {
      return new byte[0];
    }
    Entry entry = old.get();
    if (Entry.isSubmodule(entry.mode())) {
      String line = SUBMODULE_LINE + entry.id().name() + "\n";
      return line.getBytes(StandardCharsets.US_ASCII);
    }
    Optional<byte[]> blob = objects.blob(entry.id());
    if (blob.isEmpty()) {
      throw wrong(patch.name(), "the repository lacks its content");
    }
    return blob.get();
  }

  private byte[] result(FilePatch patch, byte[] before) throws Refused, IOException {
    return patch.binary
        ? binaryResult(patch, before)
        : HunkApplier.apply(before, patch.hunks, patch.name());
  }

  /** Both names must be given in full, so that no wrong content is made. */
  private byte[] binaryResult(FilePatch patch, byte[] before) throws Refused, IOException {
    String name = patch.name();
    if (!ObjectId.isId(patch.oldId) || !ObjectId.isId(patch.newId)) {
      throw wrong(name, "a binary change without the full names of both contents");
    }
    if (patch.oldName.isPresent()
        ? !objects.nameOfBlob(before).name().equals(patch.oldId)
        : before.length > 0) {
      throw wrong(name, "its content is not the one that the binary change was made from");
    }
    ObjectId wanted = ObjectId.fromString(patch.newId);
    if (wanted.equals(ObjectId.zeroId())) {
      return new byte[0];
    }
    Optional<byte[]> known = objects.blob(wanted);
    if (known.isPresent()) {
      return known.get();
    }
    if (patch.binaryChange.isEmpty()) {
      throw wrong(name, "it is binary and the diff leaves its content out");
    }
    byte[] made = patch.binaryChange.get().applyTo(before, name);
    if (!objects.nameOfBlob(made).equals(wanted)) {
      throw wrong(name, "the binary change makes another content than it says");
    }
    return made;
  }

  private Entry entry(FilePatch patch, byte[] content) throws Refused {
    int mode = patch.newMode == 0 ? Entry.FILE : patch.newMode;
    if (!Entry.isSubmodule(mode)) {
      return new Entry(mode, objects.addBlob(content));
    }
    String line = new String(content, StandardCharsets.ISO_8859_1);
    int end = SUBMODULE_LINE.length() + Constants.OBJECT_ID_STRING_LENGTH;
    if (!line.startsWith(SUBMODULE_LINE)
        || line.length() < end
        || !ObjectId.isId(line.substring(SUBMODULE_LINE.length(), end))) {
      throw wrong(patch.name(), "the patch does not say at which commit the submodule will be");
    }
    return new Entry(mode, ObjectId.fromString(line.substring(SUBMODULE_LINE.length(), end)));
  }

  private static Refused missing(String path, String detail) {
    return Refused.file(Refused.Why.MISSING_FILE, path, detail);
  }

  private static Refused wrong(String path, String detail) {
    return Refused.file(Refused.Why.WRONG_FILE, path, detail);
  }
}
