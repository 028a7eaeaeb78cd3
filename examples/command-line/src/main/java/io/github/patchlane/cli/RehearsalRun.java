package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.conversion.Postings;
import io.github.patchlane.core.conversion.Rehearsal;
import io.github.patchlane.core.conversion.Rehearsal.Arrival;
import io.github.patchlane.core.conversion.Rehearsal.Carried;
import io.github.patchlane.core.conversion.RequestPreview;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.posting.GitLabTarget;
import io.github.patchlane.gitlab.posting.MergeRequestPreview;
import io.github.patchlane.gitlab.posting.PostingOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries the newest contributions of a list to merge requests of a project that is nowhere:
 * commits are made in a scratch repository, plans are printed by nobody, and what they say is
 * counted.
 */
final class RehearsalRun {
  private static final String NOWHERE = "https://gitlab.invalid/rehearsal/project";

  /** Beyond these a preview is no picture any more. */
  private static final int MOST_STEPS = 60;

  private final String repo;
  private final Optional<String> archive;
  private final int most;
  private final Consumer<String> progress;

  /**
   * @param repo the canonical repository, as given
   * @param archive where mails lie on the web
   * @param most how many contributions to try
   */
  RehearsalRun(String repo, Optional<String> archive, int most, Consumer<String> progress) {
    this.repo = repo;
    this.archive = archive;
    this.most = most;
    this.progress = progress;
  }

  /**
   * Tries them.
   *
   * @param list read before, open
   * @param inWindow which may be tried
   * @param all what is known
   */
  Rehearsal of(ContributionSource list, List<Contribution> inWindow, List<Contribution> all) {
    List<Contribution> candidates =
        inWindow.stream()
            .filter(c -> c.lane() == Lane.MAILING_LIST)
            .sorted(Comparator.comparing(Contribution::openedAt).thenComparing(c -> c.id().value()))
            .toList();
    List<Contribution> chosen =
        candidates.subList(Math.max(0, candidates.size() - most), candidates.size());
    try (ScratchDirectory scratch = ScratchDirectory.create("patchlane-rehearsal")) {
      Path commits = scratch.path().resolve("commits.git");
      String branch;
      try (GitRepository canonical = GitRepository.open(repo)) {
        canonical.borrow(commits);
        branch = canonical.branchName().orElse("main");
      }
      PostingOptions options = PostingOptions.into(branch);
      options = archive.map(options::withArchive).orElse(options);
      try (GitRepository repository = GitRepository.open(commits.toString());
          ContributionTarget nowhere =
              GitLabTarget.dry(ProjectAddress.parse(NOWHERE).orElseThrow(), options, commits)) {
        Postings postings =
            new Postings(
                list,
                repository,
                chosen,
                all.stream().filter(c -> c.lane() == Lane.MAILING_LIST).toList());
        return carry(postings, chosen, nowhere, candidates.size() - chosen.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use a scratch directory", e);
    }
  }

  private Rehearsal carry(
      Postings postings, List<Contribution> chosen, ContributionTarget nowhere, int leftOut) {
    List<Carried> carried = new ArrayList<>();
    Optional<RequestPreview> best = Optional.empty();
    int most = -1;
    for (Contribution contribution : chosen) {
      progress.accept(Progress.bar("rehearsing", carried.size(), chosen.size()));
      Posting posting = postings.of(contribution);
      Plan plan = nowhere.plan(posting);
      Carried one = Carried.of(posting, plan);
      carried.add(one);
      int telling = one.arrival() == Arrival.WHOLE ? telling(posting, plan) : 0;
      if (!plan.isEmpty() && telling > most) {
        best = MergeRequestPreview.of(posting, plan);
        most = telling;
      }
    }
    return new Rehearsal(carried, leftOut, best);
  }

  /** How much there is to see: several versions, threads on lines, approvals, and no end of it. */
  private static int telling(Posting posting, Plan plan) {
    Optional<RequestPreview> preview = MergeRequestPreview.of(posting, plan);
    if (preview.isEmpty() || plan.steps().size() > MOST_STEPS) {
      return 0;
    }
    long onLines = preview.get().talks().stream().filter(t -> t.place().isPresent()).count();
    long approvals =
        preview.get().talks().stream()
            .flatMap(t -> t.said().stream())
            .filter(said -> said.kind().equals("approval"))
            .count();
    return (int)
        (1
            + 10 * Math.min(2, posting.revisions().size())
            + 4 * Math.min(4, onLines)
            + 8 * Math.min(1, approvals));
  }
}
