package io.github.patchlane.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the subcommands that read sources have in common. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
abstract class SourceCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin ReadingOptions reading;

  abstract List<String> sources();

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  final Environment environment() {
    return ((Main) spec.root().userObject()).environment();
  }

  final Session session() {
    return new Session(sources(), reading, environment(), err());
  }

  /** What the sources hold, for commands that fetch nothing more from them. */
  final Session.Result read() {
    try (Session session = session()) {
      return session.read();
    }
  }

  /** Prints text that may lack its last line break. */
  final void print(String text) {
    out().print(text);
    if (!text.endsWith("\n")) {
      out().println();
    }
  }

  /** A note beside the result: problems, what is missing. */
  final void note(String text) {
    err().println("patchlane: " + text);
  }
}
