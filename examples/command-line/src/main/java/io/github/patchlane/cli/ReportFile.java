package io.github.patchlane.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a page is written. */
final class ReportFile {
  private ReportFile() {}

  static void write(Path file, String page) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageException(
          "--html: cannot write "
              + file
              + " ("
              + e.getClass().getSimpleName()
              + "); name a writable file",
          e);
    }
  }
}
