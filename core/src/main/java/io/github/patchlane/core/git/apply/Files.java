package io.github.patchlane.core.git.apply;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The files that a patch is tried on, by raw path. */
interface Files {
  /** The file, link or submodule there; empty where there is none, or a directory. */
  Optional<Entry> at(String path) throws IOException;

  /** Whether the path is a directory with other files below it than those. */
  boolean hasBelow(String path, Set<String> besides) throws IOException;
}
