package io.github.patchlane.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** A subcommand over any number of sources, read as one. */
@SuppressWarnings("NullAway.Init") // picocli sets the field before anything runs
abstract class ListReadingCommand extends SourceCommand {
  @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Archives, read as one list.")
  private List<String> sources;

  @Override
  final List<String> sources() {
    return sources;
  }
}
