package io.github.patchlane.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The main job.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class TrialCommand extends SourceCommand {
  @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "Archives, read as one list.")
  List<String> sources;

  @Override
  List<String> sources() {
    return sources;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
