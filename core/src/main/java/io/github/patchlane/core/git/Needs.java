package io.github.patchlane.core.git;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a row of patches wants to find before the first of them. Only the first patch that touches a
 * path speaks of it; later ones build on that.
 */
final class Needs {
  private final Map<String, Need> byPath = new LinkedHashMap<>();

  Needs(List<PatchFootprint> patches) {
    Set<String> touched = new HashSet<>();
    for (PatchFootprint patch : patches) {
      Set<String> before = new HashSet<>(touched);
      for (FileFootprint file : patch.files()) {
        file.oldPath()
            .filter(path -> !before.contains(path))
            .ifPresent(path -> addFile(path, file));
      }
      for (FileFootprint file : patch.files()) {
        file.newPath()
            .filter(path -> !before.contains(path))
            .filter(path -> !file.oldPath().equals(Optional.of(path)))
            .ifPresent(path -> byPath.putIfAbsent(path, Need.nothing(path)));
        file.newPath().ifPresent(touched::add);
        if (!file.copied()) {
          file.oldPath().ifPresent(touched::add);
        }
      }
    }
  }

  /** Of two words on one file, as of a copy's source that is changed too, the one that tells. */
  private void addFile(String path, FileFootprint file) {
    Need need = Need.file(path, file);
    byPath.merge(path, need, (first, second) -> first.tells() ? first : second);
  }

  List<Need> all() {
    return List.copyOf(byPath.values());
  }

  Set<String> paths() {
    return Set.copyOf(byPath.keySet());
  }

  /** How many tell one state of a file from another. */
  int telling() {
    return (int) byPath.values().stream().filter(Need::tells).count();
  }

  /** Those that what lies there does not fit, by path. */
  List<Need> unmet(Map<String, String> there, Function<String, Optional<byte[]>> contents) {
    return byPath.values().stream()
        .filter(need -> !need.fits(there.getOrDefault(need.path(), ""), contents))
        .sorted((a, b) -> a.path().compareTo(b.path()))
        .toList();
  }
}
