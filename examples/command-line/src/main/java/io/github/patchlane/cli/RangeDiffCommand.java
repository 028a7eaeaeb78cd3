package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.rangediff.RangeDiff;
import io.github.patchlane.core.rangediff.RangeDiffOptions;
import io.github.patchlane.core.source.ContributionSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "range-diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "What became of each patch between two revisions, as `git range-diff` tells it: = same,"
          + " ! changed, < dropped, > added.",
      ""
    },
    footer = {
      "",
      ContributionName.HELP,
      "",
      "Revisions are named as their sender did (v2, v5.1) or by number; without any, the last two",
      "are compared, with one, that and the last. With --repo the patches go by the commits that",
      "`patchlane apply` makes of them; nothing is written to it.",
      "",
      "Examples:",
      "  patchlane range-diff xen-devel.git 20240115101010.1-1-a@example.org",
      "  patchlane range-diff xen-devel.git 20240115101010.1-1-a@example.org v1 v3",
      "  patchlane range-diff xen-devel.git 20240115101010.1-1-a@example.org --format json | jq .pairs"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class RangeDiffCommand extends SourceCommand {
  @Parameters(index = "0", paramLabel = "SOURCE", description = "An archive, or a GitLab project.")
  String source;

  @Parameters(index = "1", paramLabel = "ID", description = "Which contribution.")
  String id;

  @Parameters(
      index = "2..3",
      arity = "0..2",
      paramLabel = "REVISION",
      description = "Which two revisions; the last two by default.")
  List<String> revisions = List.of();

  @Option(
      names = "--creation-factor",
      paramLabel = "PERCENT",
      defaultValue = "60",
      description =
          "How unlike two patches may be to be one that changed; default ${DEFAULT-VALUE}, as in"
              + " git.")
  int creationFactor;

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
    if (creationFactor < 0 || creationFactor > 10_000) {
      throw new UsageException("range-diff: --creation-factor is a number of percent from 0 on");
    }
    try (Session session = session();
        GitRepository repository =
            reading.repo.isEmpty() ? null : GitRepository.open(reading.repo.get(0));
        ContributionSource opened = session.open(source, repository)) {
      print(compare(opened, new RevisionPatches(opened, repository, this::note)));
    }
    return 0;
  }

  private String compare(ContributionSource opened, RevisionPatches patches) {
    Contribution contribution =
        new ContributionName(id).in(opened.read().contributions(), "range-diff", source);
    List<Revision> pair = RevisionChoice.of(contribution, revisions);
    RangeDiff diff =
        RangeDiff.between(
            patches.of(pair.get(0)),
            patches.of(pair.get(1)),
            RangeDiffOptions.DEFAULT.withCreationFactor(creationFactor));
    return format == Format.json
        ? RangeDiffJson.of(contribution, pair, diff, patches)
        : TerminalText.ofLines(diff.text());
  }
}
