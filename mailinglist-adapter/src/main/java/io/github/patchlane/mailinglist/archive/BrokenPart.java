package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import java.util.Optional;
import java.util.function.Consumer;

/** A file among others that can't be read: a problem in its place, where the others go on. */
record BrokenPart(String name, Position position, String reason) implements Archive {
  @Override
  public void forEach(Consumer<Reading<RawMail>> sink) {
    sink.accept(Trouble.unreadable(position, reason));
  }

  @Override
  public Optional<byte[]> read(Position at) {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
