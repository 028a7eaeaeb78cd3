package io.github.patchlane.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "A completion script for bash and zsh.",
    footer = {"", "Example:", "  source <(patchlane completion)"})
@SuppressWarnings("NullAway.Init") // picocli sets the field before anything runs
final class CompletionCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(AutoComplete.bash("patchlane", spec.root().commandLine()));
    return 0;
  }
}
