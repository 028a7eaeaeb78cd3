package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.jsonl.ContributionWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "One contribution's timeline, with the evidence for every inference.",
    footer = {
      "",
      ContributionName.HELP,
      "",
      "Example:",
      "  patchlane show xen-devel.git 20240115101010.1-1-a@example.org --repo xen.git"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class ShowCommand extends SourceCommand {
  @Parameters(index = "0", paramLabel = "SOURCE", description = "An archive, or a GitLab project.")
  String source;

  @Parameters(index = "1", paramLabel = "ID", description = "Which contribution.")
  String id;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Format format;

  enum Format {
    text,
    json
  }

  @Override
  List<String> sources() {
    return List.of(source);
  }

  @Override
  public Integer call() {
    Contribution found =
        new ContributionName(id).in(read().harvest().contributions(), "show", source);
    print(format == Format.json ? ContributionWriter.line(found) : TimelineText.of(found));
    return 0;
  }
}
