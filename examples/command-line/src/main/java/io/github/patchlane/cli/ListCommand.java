package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.jsonl.ContributionWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Contributions, by opening time.",
    footer = {
      "",
      "Examples:",
      "  patchlane list xen-devel.git --repo xen.git --since 2024-01-01",
      "  patchlane list lists/*.mbox.gz --format jsonl > contributions.jsonl"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class ListCommand extends ListReadingCommand {
  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Format format;

  enum Format {
    table,
    jsonl,
    csv
  }

  @Override
  public Integer call() {
    List<Contribution> contributions = session().read().contributions(reading.window());
    switch (format) {
      case jsonl -> contributions.forEach(c -> out().println(ContributionWriter.line(c)));
      case csv -> print(ContributionTable.csv(contributions));
      case table -> print(ContributionTable.text(contributions));
    }
    return 0;
  }
}
