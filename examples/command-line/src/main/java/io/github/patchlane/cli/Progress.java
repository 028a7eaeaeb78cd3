package io.github.patchlane.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help;

/**
 * What is going on, on a terminal only: one line that replaces itself. Picocli knows what a
 * terminal is on every platform, and that {@code NO_COLOR} asks for plain output; it looks at
 * standard output, though, and this goes to standard error.
 */
final class Progress {
  private static final int BAR = 24;

  private final PrintWriter err;
  private final boolean terminal;
  private int shown;

  Progress(PrintWriter err) {
    this.err = err;
    this.terminal = Help.Ansi.AUTO.enabled() && !colourIsForced() && !isRedirected();
  }

  /** Colour asked for in a pipe does not make it a terminal. */
  private static boolean colourIsForced() {
    String forced = System.getenv("CLICOLOR_FORCE");
    return forced != null && !forced.equals("0");
  }

  /** Standard output may be a terminal and standard error a file; where the system tells. */
  private static boolean isRedirected() {
    Path stream = Path.of("/proc/self/fd/2");
    try {
      return Files.isSymbolicLink(stream)
          && !Files.readSymbolicLink(stream).startsWith(Path.of("/dev"));
    } catch (IOException e) {
      return false;
    }
  }

  /** A bar for {@link #say}: {@code carrying over [######------------------] 13 of 50}. */
  static String bar(String what, int done, int of) {
    int full = of <= 0 ? BAR : Math.min(BAR, (int) ((long) BAR * done / of));
    String drawn = "#".repeat(full) + "-".repeat(BAR - full);
    return what + " [" + drawn + "] " + done + " of " + of;
  }

  void say(String what) {
    if (terminal) {
      String line = what + " …";
      err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      err.flush();
      shown = line.length();
    }
  }

  void done() {
    if (terminal && shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
