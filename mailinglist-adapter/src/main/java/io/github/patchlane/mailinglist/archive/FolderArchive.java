package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of mail files, such as Pipermail's months, in the order of their names; places are
 * {@code 2024-March.txt.gz, byte N}.
 */
final class FolderArchive implements Archive {
  private static final Pattern MAIL_FILE =
      Pattern.compile(".+\\.((mbox|mbx|eml)(\\.gz)?|txt\\.gz|txt)");

  private final String name;
  private final List<Archive> parts;

  FolderArchive(String name, List<Archive> parts) {
    this.name = name;
    this.parts = List.copyOf(parts);
  }

  /** The files of a folder that by their names hold mail. */
  static List<Path> mailFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(FolderArchive::isMailFile).sorted().toList();
    } catch (java.io.IOException e) {
      throw MailFile.unreadable(folder, e);
    }
  }

  private static boolean isMailFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return MAIL_FILE.matcher(name).matches() && Files.isRegularFile(file);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void forEach(Consumer<Reading<RawMail>> sink) {
    parts.forEach(part -> part.forEach(sink));
  }

  @Override
  public Optional<byte[]> read(Position position) {
    return parts.stream().flatMap(part -> part.read(position).stream()).findFirst();
  }

  @Override
  public void close() {
    parts.forEach(Archive::close);
  }
}
