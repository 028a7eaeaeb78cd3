package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.conversion.Postings;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.ContributionTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Carries contributions to another lane: prints the plan, then what became of each step.",
      ""
    },
    footer = {
      "",
      ContributionName.HELP,
      "",
      "A run that ended anywhere is taken up again by the same command: what is there already is",
      "found and not made twice; with --journal not even asked for. The token for GitLab comes from",
      "GITLAB_TOKEN; planning takes none.",
      "",
      "Examples:",
      "  patchlane convert xen-devel.git 20240115101010.1-1-a@example.org --repo xen.git:staging \\",
      "    --to gitlab:https://gitlab.com/xen-project/xen --dry-run",
      "  patchlane convert xen-devel.git --all --since 2025-01-01 --repo xen.git \\",
      "    --to gitlab:https://git.example.org/try/xen --journal trial.journal \\",
      "    --archive-url https://lore.kernel.org/xen-devel/",
      "  GITLAB_TOKEN=... patchlane convert gitlab:https://gitlab.com/xen-project/xen \\",
      "    mr:12 --repo xen.git --to mbox:12.mbox",
      "",
      "Exit status: 0 all done; 1 some steps failed, or something cannot be carried; 2 wrong usage,",
      "unreadable input, or GitLab does not answer."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class ConvertCommand extends SourceCommand {
  @Mixin NamingOptions naming = new NamingOptions();

  @Option(
      names = "--to",
      paramLabel = "TARGET",
      required = true,
      description =
          "Where to: gitlab:https://HOST/GROUP/PROJECT, mbox:FILE, maildir:DIR, or smtp: for the"
              + " server of the git configuration.")
  String to;

  @Mixin MailOptions mail = new MailOptions();

  @Option(names = "--dry-run", description = "Print the plan and do nothing.")
  boolean dryRun;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Write down what is tried and done there, and go on from what it says.")
  @Nullable String journal;

  @Option(
      names = "--target-branch",
      paramLabel = "BRANCH",
      description =
          "What merge requests are to be merged into; default: the branch of --repo that is looked"
              + " at.")
  @Nullable String targetBranch;

  @Option(
      names = "--fork",
      paramLabel = "PROJECT",
      description =
          "Push branches there, a fork of the target on its server, and open merge requests from"
              + " it: for an account that may not push to the target itself.")
  @Nullable String fork;

  @Option(
      names = "--archive-url",
      paramLabel = "URL",
      description = "Where mails are on the web; the message-id goes behind, or in place of %%s.")
  @Nullable String archiveUrl;

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
    if (reading.repo.isEmpty()) {
      throw new UsageException(
          "convert: the project's repository is missing; give --repo DIR[:BRANCH]");
    }
    if (naming.ids.isEmpty() != naming.all) {
      throw new UsageException("convert: name contributions by ID, or give --all");
    }
    ConversionTarget where =
        new ConversionTarget(
            to, dryRun, targetBranch, archiveUrl, fork, reading.repo.get(0), mail, environment());
    BiFunction<Path, Path, ContributionTarget> opener = where.read();
    try (Session session = session();
        ScratchDirectory scratch = ScratchDirectory.create("patchlane-convert");
        GitRepository canonical = GitRepository.open(reading.repo.get(0));
        ContributionSource opened = session.open(naming.source, canonical)) {
      Path commits = scratch.path().resolve("commits.git");
      canonical.borrow(commits);
      List<Contribution> known = session.readOpen(opened).contributions(reading.window());
      List<Contribution> chosen = naming.all ? known : naming.named(session.harvested(), "convert");
      try (GitRepository repository = GitRepository.open(commits.toString());
          ContributionTarget target = opener.apply(commits, canonical.gitDirectory());
          Journal records = records()) {
        Postings postings = new Postings(opened, repository, chosen, session.harvested());
        return carry(postings, chosen, target, records) ? 0 : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a scratch directory", e);
    }
  }

  private Journal records() {
    if (journal == null || dryRun) {
      return Journal.inMemory();
    }
    try {
      return Journal.open(Path.of(journal));
    } catch (InvalidPathException e) {
      throw new UsageException("--journal " + journal + ": no such path can exist", e);
    }
  }

  private boolean carry(
      Postings postings, List<Contribution> chosen, ContributionTarget target, Journal records) {
    Optional<Outside> outside = dryRun ? Optional.empty() : Optional.of(target.outside());
    boolean good = true;
    Tally tally = new Tally();
    for (Contribution contribution : chosen) {
      Plan plan = target.plan(postings.of(contribution));
      write(format == Format.jsonl ? PlanText.json(plan) : PlanText.text(plan));
      good &= !plan.isEmpty();
      if (outside.isPresent()) {
        PlanRun run = new PlanRun(records, Pause.REAL, report -> tell(plan, report, tally));
        good &= run.run(plan, outside.get()).stream().allMatch(StepReport::done);
      }
    }
    if (!dryRun) {
      note(tally.text());
    }
    return good;
  }

  private void tell(Plan plan, StepReport report, Tally tally) {
    tally.add(report);
    write((format == Format.jsonl ? PlanText.json(plan, report) : PlanText.text(report)) + "\n");
    // a person watches, and a run may end at any step
    out().flush();
  }

  /** Summaries hold words of mails, which a terminal must not take for orders. */
  private void write(String lines) {
    lines.lines().forEach(line -> out().println(TerminalText.of(line)));
  }
}
