package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.git.ApplyOptions;
import io.github.patchlane.core.git.ApplyOutcome;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.source.ContributionSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes commits of a series, as `git am -3` would, without a work tree; tells what came of it.",
      ""
    },
    footer = {
      "",
      ContributionName.HELP,
      "",
      "Of a contribution its newest revision is taken, of a cover or patch its own. A series is all",
      "or nothing. Commits of series named by ID are written as objects; nothing is written with",
      "--all, --each or --pairs, which only tell.",
      "Each commit's committer is its author, so that the same patches make the same commits.",
      "",
      "Examples:",
      "  patchlane apply xen-devel.git 20240115101010.1-1-a@example.org --repo xen.git --branch try",
      "  patchlane apply xen-devel.git --all --repo xen.git --format jsonl",
      "  printf '%s\\t%s\\n' MID REV | patchlane apply xen-devel.git --repo xen.git --pairs -",
      "",
      "Exit status: 0 all applied; 1 some did not; 2 wrong usage or unreadable input."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class ApplyCommand extends SourceCommand {
  @Mixin NamingOptions naming = new NamingOptions();

  @Option(
      names = "--base",
      paramLabel = "REV",
      defaultValue = "auto",
      description =
          "The commit to apply to; auto: the one that the sender named, else the newest one that"
              + " the patches fit, else the newest one when they were sent.")
  String base;

  @Option(
      names = "--each",
      description = "Take every patch alone on its series' base, not the series as a chain.")
  boolean each;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "Take each patch alone on its own base: lines \"message-id TAB base\"; - reads them from"
              + " standard input.")
  @Nullable String pairs;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "Keep the one series that was named as a new branch.")
  @Nullable String branch;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Format format;

  enum Format {
    text,
    jsonl
  }

  @Override
  List<String> sources() {
    return List.of(naming.source);
  }

  @Override
  public Integer call() {
    checkUsage();
    boolean keep = !naming.all && !each && pairs == null;
    ApplyOptions options = keep ? ApplyOptions.DEFAULT : ApplyOptions.DEFAULT.inMemory();
    try (Session session = session();
        GitRepository repository = GitRepository.open(reading.repo.get(0));
        ContributionSource opened = session.open(naming.source, repository)) {
      ApplyRun run = new ApplyRun(opened, repository, options);
      boolean good = true;
      for (ApplyItem item : items(run, repository)) {
        ApplyOutcome outcome = run.outcome(item);
        good &= outcome.applied().isPresent();
        out()
            .println(
                format == Format.jsonl
                    ? ApplyLine.json(item, outcome)
                    : ApplyLine.text(item, outcome));
        String kept = branch;
        if (kept != null) {
          outcome.applied().ifPresent(b -> repository.createBranch(kept, b.head()));
        }
      }
      return good ? 0 : 1;
    }
  }

  private void checkUsage() {
    if (reading.repo.isEmpty()) {
      throw new UsageException("apply: where to apply to is missing; give --repo DIR[:BRANCH]");
    }
    int ways = (naming.all ? 1 : 0) + (pairs != null ? 1 : 0) + (naming.ids.isEmpty() ? 0 : 1);
    if (ways != 1) {
      throw new UsageException("apply: name series by ID, or give --all, or --pairs FILE");
    }
    if (pairs != null && !base.equals("auto")) {
      throw new UsageException("apply: --pairs names a base in every line; leave out --base");
    }
    if (branch != null && (naming.ids.size() != 1 || each)) {
      throw new UsageException("apply: --branch keeps one series; name one ID, without --each");
    }
  }

  private List<ApplyItem> items(ApplyRun run, GitRepository repository) {
    if (pairs != null) {
      return run.pairs(PairsFile.read(pairs));
    }
    Optional<CommitId> given =
        base.equals("auto")
            ? Optional.empty()
            : Optional.of(
                repository
                    .resolve(base)
                    .orElseThrow(
                        () ->
                            new UsageException(
                                "apply: --base "
                                    + base
                                    + ": no such commit in "
                                    + reading.repo
                                    + "; name a branch, a tag or a hash, or auto")));
    return naming.all ? run.all(reading.window(), given, each) : run.named(naming.ids, given, each);
  }
}
