package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An mbox file of any dialect; places are {@code byte N}, where the mail's separator begins. */
final class MboxArchive implements Archive {
  private final MailFile file;
  private final Places places;

  MboxArchive(MailFile file, Places places) {
    this.file = file;
    this.places = places;
  }

  @Override
  public String name() {
    return places.archive();
  }

  @Override
  public void forEach(Consumer<Reading<RawMail>> sink) {
    try (InputStream in = file.stream()) {
      new MboxSplitter(in, 0, RawMail.MAX_BYTES, places::atByte).forEach(sink);
    } catch (IOException e) {
      throw MailFile.unreadable(file.path(), e);
    }
  }

  @Override
  public Optional<byte[]> read(Position position) {
    Optional<Long> offset = places.byteOf(position);
    if (offset.isEmpty()) {
      return Optional.empty();
    }
    List<byte[]> found = new ArrayList<>();
    try (InputStream in = file.stream(offset.get())) {
      new MboxSplitter(in, offset.get(), RawMail.MAX_BYTES, places::atByte)
          .next(
              reading -> {
                if (reading instanceof Reading.Parsed<RawMail> parsed) {
                  found.add(parsed.value().bytes());
                }
              });
    } catch (IOException e) {
      return Optional.empty();
    }
    return found.stream().findFirst();
  }

  @Override
  public void close() {
    file.close();
  }
}
