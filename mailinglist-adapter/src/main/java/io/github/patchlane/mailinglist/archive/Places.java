package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import java.util.Optional;

/**
 * Names places in one archive, or in one part of it, and knows its own again.
 *
 * @param prefix what precedes every place in this part, {@code 2024-March.txt, }; or empty
 */
record Places(String archive, String prefix) {
  static Places of(String archive) {
    return new Places(archive, "");
  }

  Places part(String name) {
    return new Places(archive, prefix + name + ", ");
  }

  Position at(String place) {
    return new Position(archive, prefix + place);
  }

  Position atByte(long offset) {
    return at("byte " + offset);
  }

  /** What {@link #at} was given, if the position is of this part. */
  Optional<String> placeOf(Position position) {
    return position.archive().equals(archive) && position.place().startsWith(prefix)
        ? Optional.of(position.place().substring(prefix.length()))
        : Optional.empty();
  }

  /** What {@link #atByte} was given, if the position is of this part and names a byte. */
  Optional<Long> byteOf(Position position) {
    return placeOf(position)
        .filter(place -> place.matches("byte \\d{1,18}"))
        .map(place -> Long.valueOf(place.substring("byte ".length())));
  }
}
