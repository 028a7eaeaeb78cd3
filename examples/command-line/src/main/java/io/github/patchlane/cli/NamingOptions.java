package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One source, and which of its contributions a command is about. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class NamingOptions {
  @Parameters(index = "0", paramLabel = "SOURCE", description = "An archive, or a GitLab project.")
  String source;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Which contributions.")
  List<String> ids = List.of();

  @Option(names = "--all", description = "All that were opened from --since to --until.")
  boolean all;

  /**
   * What the names stand for, each once.
   *
   * @param command for what a person is told
   */
  List<Contribution> named(Collection<Contribution> known, String command) {
    Set<Contribution> chosen = new LinkedHashSet<>();
    for (String id : ids) {
      chosen.add(new ContributionName(id).in(known, command, source));
    }
    return List.copyOf(chosen);
  }
}
