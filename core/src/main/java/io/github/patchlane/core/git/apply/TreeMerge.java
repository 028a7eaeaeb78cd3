package io.github.patchlane.core.git.apply;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges what a patch made of the few files it was written for into the tree of today, as git's
 * recursive merge does: file by file, following files that were renamed on either side. Any
 * conflict refuses the whole.
 */
final class TreeMerge {
  private final Objects objects;
  private final LineDiff diff;
  private final Map<String, Entry> base;
  private final Map<String, Entry> theirs;
  private final SparseTree ours;
  private final MergeAttributes attributes;
  private final Changes changes = new Changes();

  private TreeMerge(
      Objects objects, LineDiff diff, FlatFiles base, FlatFiles theirs, SparseTree ours) {
    this.objects = objects;
    this.diff = diff;
    this.base = base.entries();
    this.theirs = theirs.entries();
    this.ours = ours;
    this.attributes = new MergeAttributes(ours, objects);
  }

  /** What has to change in our tree. */
  static Changes merge(
      Objects objects, LineDiff diff, FlatFiles base, FlatFiles theirs, SparseTree ours)
      throws Refused, IOException {
    TreeMerge merge = new TreeMerge(objects, diff, base, theirs, ours);
    merge.run();
    merge.changes.checkPlaces(ours);
    return merge.changes;
  }

  private void run() throws Refused, IOException {
    Map<String, String> theirMoves = theirMoves();
    Map<String, String> ourMoves = ourMoves();
    Set<String> arrived = new HashSet<>(theirMoves.values());
    for (Map.Entry<String, Entry> file : base.entrySet()) {
      String path = file.getKey();
      oneOfBase(
          path,
          file.getValue(),
          Optional.ofNullable(ourMoves.get(path)),
          Optional.ofNullable(theirMoves.get(path)));
    }
    for (Map.Entry<String, Entry> file : theirs.entrySet()) {
      String path = file.getKey();
      if (!base.containsKey(path) && !arrived.contains(path)) {
        added(path, file.getValue());
      }
    }
  }

  private Map<String, String> theirMoves() throws IOException {
    return RenameFinder.find(objects, without(base, theirs), without(theirs, base));
  }

  /** Where a file is no longer, all others are looked through. */
  private Map<String, String> ourMoves() throws IOException {
    Map<String, Entry> gone = new TreeMap<>();
    for (Map.Entry<String, Entry> file : base.entrySet()) {
      if (ours.at(file.getKey()).isEmpty()) {
        gone.put(file.getKey(), file.getValue());
      }
    }
    return gone.isEmpty() ? Map.of() : RenameFinder.find(objects, gone, without(ours.all(), base));
  }

  private static Map<String, Entry> without(Map<String, Entry> files, Map<String, Entry> others) {
    Map<String, Entry> rest = new TreeMap<>(files);
    rest.keySet().removeAll(others.keySet());
    return rest;
  }

  private void oneOfBase(
      String path, Entry before, Optional<String> ourMove, Optional<String> theirMove)
      throws Refused, IOException {
    Optional<Entry> own = ours.at(ourMove.orElse(path));
    Optional<Entry> other = Optional.ofNullable(theirs.get(theirMove.orElse(path)));
    if (own.isEmpty() && other.isEmpty()) {
      return;
    }
    if (other.isEmpty()) {
      Entry here = own.orElseThrow();
      if (ourMove.isPresent() || !here.equals(before)) {
        throw conflict(path, "the patch deletes it, and it has changed since");
      }
      changes.removed().add(path);
      return;
    }
    if (own.isEmpty()) {
      if (theirMove.isPresent() || !other.get().equals(before)) {
        throw conflict(path, "the patch changes it, and it was deleted since");
      }
      return;
    }
    if (ourMove.isPresent() && theirMove.isPresent() && !ourMove.equals(theirMove)) {
      throw conflict(path, "the patch renames it, and it was renamed otherwise since");
    }
    String target = ourMove.or(() -> theirMove).orElse(path);
    if (theirMove.isPresent() && ourMove.isEmpty()) {
      Optional<Entry> there = ours.at(target);
      if (there.isPresent() && !there.get().equals(other.get())) {
        throw conflict(target, "the patch renames a file to it, and it was added since");
      }
      changes.removed().add(path);
      if (there.isPresent()) {
        return;
      }
    }
    Entry merged = merged(target, before, own.get(), other.get());
    if (!ours.at(target).equals(Optional.of(merged))) {
      changes.written().put(target, merged);
    }
  }

  private void added(String path, Entry other) throws Refused, IOException {
    Optional<Entry> own = ours.at(path);
    if (own.isEmpty()) {
      changes.written().put(path, other);
    } else if (!Entry.sameKind(own.get().mode(), other.mode())) {
      throw conflict(path, "the patch adds it, and another kind of thing was added since");
    } else if (own.get().mode() != other.mode()) {
      throw conflict(path, "the patch adds it with another mode than it has");
    } else if (!own.get().id().equals(other.id())) {
      changes.written().put(path, addedTwice(path, own.get(), other));
    }
  }

  /** Two new files in one place go together where one of them is empty. */
  private Entry addedTwice(String path, Entry own, Entry other) throws Refused, IOException {
    if (!Entry.isFile(own.mode())) {
      throw conflict(path, "the patch adds it, and another one was added since");
    }
    byte[] text = mergedText(path, new byte[0], text(path, own), text(path, other));
    return new Entry(own.mode(), objects.addBlob(text));
  }

  private Entry merged(String path, Entry before, Entry own, Entry other)
      throws Refused, IOException {
    if (own.equals(other) || other.equals(before)) {
      return own;
    }
    if (own.equals(before)) {
      return other;
    }
    if (!Entry.sameKind(own.mode(), other.mode())) {
      throw conflict(path, "both sides made another kind of thing of it");
    }
    int mode = mergedMode(path, before.mode(), own.mode(), other.mode());
    if (own.id().equals(other.id()) || other.id().equals(before.id())) {
      return new Entry(mode, own.id());
    }
    if (own.id().equals(before.id())) {
      return new Entry(mode, other.id());
    }
    if (!Entry.isFile(own.mode())) {
      throw conflict(path, "both sides changed where it points");
    }
    byte[] text = mergedText(path, text(path, before), text(path, own), text(path, other));
    return new Entry(mode, objects.addBlob(text));
  }

  private static int mergedMode(String path, int before, int own, int other) throws Refused {
    if (own == other || own == before) {
      return other;
    }
    if (other == before) {
      return own;
    }
    throw conflict(path, "both sides changed its mode");
  }

  private byte[] text(String path, Entry entry) throws Refused, IOException {
    Optional<byte[]> blob =
        Entry.isFile(entry.mode()) ? objects.blob(entry.id()) : Optional.empty();
    if (blob.isEmpty()) {
      throw conflict(path, "the repository lacks what both sides changed");
    }
    return blob.get();
  }

  private byte[] mergedText(String path, byte[] before, byte[] own, byte[] other)
      throws Refused, IOException {
    if (Similarity.isBinary(before) || Similarity.isBinary(own) || Similarity.isBinary(other)) {
      throw conflict(path, "it is binary and both sides changed it");
    }
    MergeDriver driver = attributes.driver(path);
    return switch (driver.kind()) {
      case BINARY ->
          throw conflict(
              path, "its attributes forbid to merge it line by line, and both sides changed it");
      case UNION -> LineMerge.union(diff, before, own, other);
      case TEXT ->
          LineMerge.merge(diff, before, own, other)
              .orElseThrow(
                  () ->
                      conflict(
                          path,
                          "the patch changes lines that have changed since"
                              + (driver.isCommand()
                                  ? "; its merge driver "
                                      + driver.name()
                                      + " is a command, which is not run"
                                  : "")));
    };
  }

  private static Refused conflict(String path, String detail) {
    return Refused.file(Refused.Why.MERGE, path, detail);
  }
}
