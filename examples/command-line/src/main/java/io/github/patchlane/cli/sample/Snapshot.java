package io.github.patchlane.cli.sample;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the invented project at one moment, by path. Immutable. */
record Snapshot(SortedMap<String, SourceFile> files) {
  Snapshot {
    files = new TreeMap<>(files);
  }

  static Snapshot empty() {
    return new Snapshot(new TreeMap<>());
  }

  Optional<SourceFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  Snapshot with(String path, SourceFile file) {
    SortedMap<String, SourceFile> changed = new TreeMap<>(files);
    changed.put(path, file);
    return new Snapshot(changed);
  }
}
