package io.github.patchlane.core.git;

import java.util.Objects;

/**
 * A file that is not at the base what the patches were made from.
 *
 * @param path in the tree
 * @param wanted what the patches say of it, for a person: {@code blob 1a2b3c4}, {@code a file},
 *     {@code no file}
 * @param found what is there, in the same words
 */
public record BaseMismatch(String path, String wanted, String found) {
  public BaseMismatch {
    Objects.requireNonNull(path);
    Objects.requireNonNull(wanted);
    Objects.requireNonNull(found);
  }

  @Override
  public String toString() {
    return path + ": " + wanted + " wanted, " + found + " there";
  }
}
