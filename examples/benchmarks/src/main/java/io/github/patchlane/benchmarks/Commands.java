package io.github.patchlane.benchmarks;

import java.io.IOException;
import java.util.List;

/** Runs other programs to their end. */
final class Commands {
  private Commands() {}

  static void run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    await(process, String.join(" ", List.of(command)));
  }

  /**
   * Waits for the end.
   *
   * @throws IOException if the program did not end well
   */
  static void await(Process process, String name) throws IOException {
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException(name + " ended with status " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + name, e);
    }
  }
}
