package io.github.patchlane.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help;

/**
 * What is going on, on a terminal only: one line that replaces itself. Picocli knows what a
 * terminal is on every platform, and that {@code NO_COLOR} asks for plain output.
 */
final class Progress {
  private final PrintWriter err;
  private final boolean terminal;
  private int shown;

  Progress(PrintWriter err) {
    this.err = err;
    this.terminal = Help.Ansi.AUTO.enabled();
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
