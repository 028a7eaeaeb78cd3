package io.github.patchlane.core.git.apply;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of a tree: first paths go, then others come or take their place.
 *
 * @param removed may name paths that are written as well
 */
record Changes(Set<String> removed, Map<String, Entry> written) {
  Changes() {
    this(new TreeSet<>(), new TreeMap<>());
  }

  /**
   * Refuses where a file would stand in the place of a directory, or below a file, once all that
   * goes is gone.
   */
  void checkPlaces(Files files) throws Refused, IOException {
    for (String path : written.keySet()) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        String above = path.substring(0, slash);
        if (written.containsKey(above)
            || (files.at(above).isPresent() && !removed.contains(above))) {
          throw Refused.file(
              Refused.Why.FILE_EXISTS, path, "a file stands in place of a directory");
        }
      }
      if (files.hasBelow(path, removed)) {
        throw Refused.file(Refused.Why.FILE_EXISTS, path, "a directory stands in its place");
      }
    }
  }
}
