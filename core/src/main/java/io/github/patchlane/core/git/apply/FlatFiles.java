package io.github.patchlane.core.git.apply;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A few files of a tree of which no more is known. */
final class FlatFiles implements Files {
  private final TreeMap<String, Entry> entries = new TreeMap<>();

  void put(String path, Entry entry) {
    entries.put(path, entry);
  }

  Map<String, Entry> entries() {
    return entries;
  }

  @Override
  public Optional<Entry> at(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  @Override
  public boolean hasBelow(String path, Set<String> besides) {
    String below = path + "/";
    return entries.tailMap(below).keySet().stream()
        .takeWhile(name -> name.startsWith(below))
        .anyMatch(name -> !besides.contains(name));
  }

  /** The same files after a change. */
  FlatFiles with(Changes changes) {
    FlatFiles changed = new FlatFiles();
    changed.entries.putAll(entries);
    changes.removed().forEach(changed.entries::remove);
    changed.entries.putAll(changes.written());
    return changed;
  }
}
