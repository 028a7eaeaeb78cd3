package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.MessageId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines {@code message-id TAB base}; empty lines do not count. */
final class PairsFile {
  private PairsFile() {}

  /**
   * One line.
   *
   * @param base as it is written
   */
  record Pair(MessageId patch, String base) {}

  /** A file's lines, or those of standard input where its name is {@code -}. */
  static List<Pair> read(String name) {
    List<Pair> pairs = new ArrayList<>();
    List<String> lines = text(name).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank()) {
        pairs.add(pair(line, name, i + 1));
      }
    }
    return pairs;
  }

  private static Pair pair(String line, String name, int number) {
    int tab = line.indexOf('\t');
    String id = tab < 0 ? "" : line.substring(0, tab).strip();
    String base = tab < 0 ? "" : line.substring(tab + 1).strip();
    String plain = MessageId.bare(id);
    if (plain.isBlank() || base.isEmpty() || base.indexOf('\t') >= 0) {
      throw new UsageException(
          "--pairs " + name + ", line " + number + ": write a message-id, a tab and a base");
    }
    return new Pair(new MessageId(plain), base);
  }

  private static String text(String name) {
    try {
      byte[] bytes =
          name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "--pairs: cannot read \"" + name + "\" (" + e.getMessage() + "); name a readable file",
          e);
    }
  }
}
