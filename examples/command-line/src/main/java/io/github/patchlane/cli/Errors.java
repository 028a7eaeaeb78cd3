package io.github.patchlane.cli;

import io.github.patchlane.core.PatchlaneException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person is told when something is wrong: one line, and exit status 2. */
final class Errors {
  static final int UNREADABLE = 2;

  private Errors() {}

  static int ofUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        "patchlane: "
            + unknownSubcommand(problem).orElseGet(() -> oneLine(problem) + suggestions(problem))
            + "; see `"
            + command.getCommandSpec().qualifiedName()
            + " --help`");
    return UNREADABLE;
  }

  /** A first word that is no subcommand; picocli would only call it unmatched. */
  private static Optional<String> unknownSubcommand(ParameterException problem) {
    Map<String, CommandLine> known = problem.getCommandLine().getSubcommands();
    if (known.isEmpty()
        || !(problem instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().get(0).startsWith("-")) {
      return Optional.empty();
    }
    return Optional.of(
        "no subcommand \""
            + unmatched.getUnmatched().get(0)
            + "\"; one of "
            + String.join(", ", known.keySet()));
  }

  private static String suggestions(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      return "; did you mean " + unmatched.getSuggestions().get(0) + "?";
    }
    return "";
  }

  static int ofExecution(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (problem instanceof PatchlaneException) {
      err.println("patchlane: " + oneLine(problem));
    } else {
      err.println(
          "patchlane: "
              + problem.getClass().getSimpleName()
              + ": "
              + oneLine(problem)
              + "; this is a fault of patchlane: run it again with --verbose and report what it"
              + " prints");
    }
    if (parsed.subcommand() != null && parsed.subcommand().hasMatchedOption("--verbose")) {
      problem.printStackTrace(err);
    }
    return UNREADABLE;
  }

  private static String oneLine(Exception problem) {
    String message = problem.getMessage();
    return message == null
        ? "no message"
        : TerminalText.of(message.strip().replaceAll("\\s*\\R\\s*", " "));
  }
}
