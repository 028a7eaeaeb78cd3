package io.github.patchlane.core.source;

import java.util.Objects;

/**
 * Where one item lies in its archive, in words that let a person find it again.
 *
 * @param archive the archive as its reader named it, a path or an address
 * @param place the place in it: {@code byte 1234}, {@code commit 12ab…}, {@code cur/file}, {@code
 *     line 7}
 */
public record Position(String archive, String place) {
  public Position {
    Objects.requireNonNull(archive);
    Objects.requireNonNull(place);
  }

  @Override
  public String toString() {
    return archive + ", " + place;
  }
}
