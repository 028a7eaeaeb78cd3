package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A maildir: one file a mail in {@code cur} and {@code new}; {@code tmp} holds unfinished
 * deliveries and is left alone. Mails come by file name, which begins with the time of delivery;
 * places are {@code cur/name}.
 */
final class MaildirArchive implements Archive {
  private final Path folder;
  private final Places places;

  private MaildirArchive(Path folder, Places places) {
    this.folder = folder;
    this.places = places;
  }

  static MaildirArchive open(Path folder, String name) {
    MaildirArchive archive = new MaildirArchive(folder, Places.of(name));
    if (archive.files().isEmpty()) {
      throw new UnreadableSourceException(
          "the maildir " + folder + " holds no mail; name one with files in cur or new");
    }
    return archive;
  }

  static boolean is(Path folder) {
    return Files.isDirectory(folder.resolve("cur")) || Files.isDirectory(folder.resolve("new"));
  }

  @Override
  public String name() {
    return places.archive();
  }

  @Override
  public void forEach(Consumer<Reading<RawMail>> sink) {
    for (Path file : files()) {
      Position position = places.at(place(file));
      BoundedMail mail;
      try {
        mail = load(file);
      } catch (IOException e) {
        sink.accept(Trouble.unreadable(position, "the file could not be read: " + e.getMessage()));
        continue;
      }
      mail.sendTo(sink, position);
    }
  }

  @Override
  public Optional<byte[]> read(Position position) {
    return places.placeOf(position).flatMap(this::readPlace);
  }

  private Optional<byte[]> readPlace(String place) {
    // Only names that forEach could have given: a position must not lead out of the maildir.
    if (!place.matches("(cur|new)/[^/]+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(load(folder.resolve(place)).bytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String part : List.of("cur", "new")) {
      Path dir = folder.resolve(part);
      if (!Files.isDirectory(dir)) {
        continue;
      }
      try (Stream<Path> listed = Files.list(dir)) {
        listed
            .filter(file -> !file.getFileName().toString().startsWith("."))
            .filter(Files::isRegularFile)
            .forEach(files::add);
      } catch (IOException e) {
        throw MailFile.unreadable(dir, e);
      }
    }
    files.sort(
        Comparator.comparing((Path file) -> file.getFileName().toString())
            .thenComparing(MaildirArchive::place));
    return files;
  }

  private static String place(Path file) {
    Path part = file.getParent();
    return (part == null ? "" : part.getFileName() + "/") + file.getFileName();
  }

  private static BoundedMail load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return BoundedMail.read(in, RawMail.MAX_BYTES);
    }
  }

  @Override
  public void close() {}
}
