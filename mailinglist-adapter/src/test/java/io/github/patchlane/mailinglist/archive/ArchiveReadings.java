package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an archive hands out, in the forms tests compare. */
final class ArchiveReadings {
  private ArchiveReadings() {}

  static List<Reading<RawMail>> of(String source) {
    List<Reading<RawMail>> readings = new ArrayList<>();
    try (Archive archive = Archives.open(source)) {
      archive.forEach(readings::add);
    }
    return readings;
  }

  /** Each mail's text, byte for character; a problem as {@code kind id subject @place}. */
  static List<String> texts(String source) {
    return of(source).stream().map(ArchiveReadings::text).toList();
  }

  static List<String> texts(Path source) {
    return texts(source.toString());
  }

  static List<String> places(Path source) {
    return of(source.toString()).stream().map(r -> position(r).place()).toList();
  }

  /** What reading each position again gives. */
  static List<String> readAgain(Path source) {
    List<String> texts = new ArrayList<>();
    try (Archive archive = Archives.open(source.toString())) {
      archive.forEach(
          reading -> {
            Optional<byte[]> again = archive.read(position(reading));
            texts.add(again.map(bytes -> new String(bytes, ISO_8859_1)).orElse("nothing"));
          });
    }
    return texts;
  }

  static String text(Reading<RawMail> reading) {
    if (reading instanceof Reading.Parsed<RawMail> parsed) {
      return new String(parsed.value().bytes(), ISO_8859_1);
    }
    var problem = ((Reading.Rejected<RawMail>) reading).problem();
    return String.join(
        " ",
        problem.kind().label(),
        problem.id(),
        problem.subject(),
        "@" + problem.position().place());
  }

  private static Position position(Reading<RawMail> reading) {
    return reading instanceof Reading.Parsed<RawMail> parsed
        ? parsed.value().position()
        : ((Reading.Rejected<RawMail>) reading).problem().position();
  }
}
