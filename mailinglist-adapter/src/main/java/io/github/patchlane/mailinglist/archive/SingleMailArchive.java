package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** A file that is one mail, as {@code .eml} files are; its place is {@code byte 0}. */
final class SingleMailArchive implements Archive {
  private final MailFile file;
  private final Places places;

  SingleMailArchive(MailFile file, Places places) {
    this.file = file;
    this.places = places;
  }

  @Override
  public String name() {
    return places.archive();
  }

  @Override
  public void forEach(Consumer<Reading<RawMail>> sink) {
    BoundedMail mail;
    try {
      mail = load();
    } catch (IOException e) {
      sink.accept(Trouble.unreadable(places.atByte(0), "the file breaks off: " + e.getMessage()));
      return;
    }
    mail.sendTo(sink, places.atByte(0));
  }

  @Override
  public Optional<byte[]> read(Position position) {
    if (!places.atByte(0).equals(position)) {
      return Optional.empty();
    }
    try {
      return Optional.of(load().bytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private BoundedMail load() throws IOException {
    try (InputStream in = file.stream()) {
      return BoundedMail.read(in, RawMail.MAX_BYTES);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
