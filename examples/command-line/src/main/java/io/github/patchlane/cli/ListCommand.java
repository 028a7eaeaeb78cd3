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
  private static final int LINES_AT_ONCE = 256;

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
    List<Contribution> contributions = read().contributions(reading.window());
    switch (format) {
      case jsonl -> printLines(contributions);
      case csv -> print(ContributionTable.csv(contributions));
      case table -> print(ContributionTable.text(contributions));
    }
    return 0;
  }

  /** Written on all processors, so many at a time that little is held before it is printed. */
  private void printLines(List<Contribution> contributions) {
    for (int from = 0; from < contributions.size(); from += LINES_AT_ONCE) {
      int to = Math.min(contributions.size(), from + LINES_AT_ONCE);
      contributions.subList(from, to).parallelStream()
          .map(ContributionWriter::line)
          .toList()
          .forEach(out()::println);
    }
  }
}
