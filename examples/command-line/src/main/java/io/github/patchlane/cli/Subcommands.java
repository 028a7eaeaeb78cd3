package io.github.patchlane.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The subcommands in the order of the help page. A run that names one is given that one alone:
 * picocli reads every option of a command that is added, which for all of them takes longer than
 * many a run.
 */
final class Subcommands {
  private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("trial", TrialCommand.class);
    BY_NAME.put("list", ListCommand.class);
    BY_NAME.put("show", ShowCommand.class);
    BY_NAME.put("latency", LatencyCommand.class);
    BY_NAME.put("compare", CompareCommand.class);
    BY_NAME.put("stalled", StalledCommand.class);
    BY_NAME.put("landings", LandingsCommand.class);
    BY_NAME.put("apply", ApplyCommand.class);
    BY_NAME.put("range-diff", RangeDiffCommand.class);
    BY_NAME.put("problems", ProblemsCommand.class);
    BY_NAME.put("convert", ConvertCommand.class);
    BY_NAME.put("completion", CompletionCommand.class);
    BY_NAME.put("help", HelpCommand.class);
  }

  private Subcommands() {}

  static void addTo(CommandLine patchlane, String... arguments) {
    Class<?> named = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
    if (named == null || named == HelpCommand.class || named == CompletionCommand.class) {
      BY_NAME.forEach(patchlane::addSubcommand);
    } else {
      patchlane.addSubcommand(arguments[0], named);
    }
  }

  /** For tests: which class goes by which name. */
  static Map<String, Class<?>> byName() {
    return Map.copyOf(BY_NAME);
  }
}
