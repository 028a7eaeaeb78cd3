package io.github.patchlane.core.conversion;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.AppliedBranch;
import io.github.patchlane.core.git.AppliedPatch;
import io.github.patchlane.core.git.ApplyOptions;
import io.github.patchlane.core.git.ApplyOutcome;
import io.github.patchlane.core.git.BaseFinding;
import io.github.patchlane.core.git.BaseOptions;
import io.github.patchlane.core.git.BaseQuestion;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.SeriesFootprint;
import io.github.patchlane.core.rangediff.RangeDiff;
import io.github.patchlane.core.rangediff.RangeDiffOptions;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Obstacle;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.Branch;
import io.github.patchlane.core.source.Posting.BranchPatch;
import io.github.patchlane.core.source.Posting.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Contributions as they are carried to another lane: every revision applied to the base that it was
 * made on, every text fetched. The bases of all are looked for at once, the rest one by one.
 *
 * <p>Commits are written to the repository given; {@link GitRepository#borrow} makes one to spare.
 * The same contributions on the same repository become the same commits each time.
 *
 * <p>Not thread-safe.
 */
public final class Postings {
  /** How long before a series another one may have been posted that it depends on. */
  private static final Duration EARLIER = Duration.ofDays(90);

  private final ContributionSource source;
  private final GitRepository repository;
  private final Map<Revision, BaseFinding> bases = new HashMap<>();

  /**
   * Finds the bases.
   *
   * @param source read before, open until the last posting was made
   * @param repository with the canonical branch, to write commits to
   * @param chosen what will be carried
   * @param all what the source holds: a series may depend on another one
   */
  public Postings(
      ContributionSource source,
      GitRepository repository,
      Collection<Contribution> chosen,
      Collection<Contribution> all) {
    this.source = source;
    this.repository = repository;
    List<Revision> wanted =
        chosen.stream().flatMap(c -> c.revisions().stream()).distinct().toList();
    List<BaseQuestion> questions =
        wanted.stream().map(revision -> BaseQuestion.of(revision, source)).toList();
    List<BaseFinding> found =
        repository.findBases(
            questions, BaseOptions.DEFAULT.withPosted(posted(Set.copyOf(wanted), all)));
    for (int i = 0; i < wanted.size(); i++) {
      bases.put(wanted.get(i), found.get(i));
    }
  }

  /** What was posted not long before any of the series, which it may depend on. */
  private List<SeriesFootprint> posted(Set<Revision> wanted, Collection<Contribution> all) {
    List<Instant> times = wanted.stream().map(Revision::postedAt).sorted().toList();
    return all.stream()
        .flatMap(contribution -> contribution.revisions().stream())
        .filter(revision -> !wanted.contains(revision) && isShortlyBefore(revision, times))
        .map(revision -> SeriesFootprint.of(revision, source))
        .toList();
  }

  private static boolean isShortlyBefore(Revision revision, List<Instant> times) {
    return times.stream()
        .filter(at -> revision.postedAt().isBefore(at))
        .findFirst()
        .filter(at -> revision.postedAt().isAfter(at.minus(EARLIER)))
        .isPresent();
  }

  /** One of the chosen contributions, whole. */
  public Posting of(Contribution contribution) {
    List<Round> rounds = new ArrayList<>();
    for (Revision revision : contribution.revisions()) {
      rounds.add(round(revision, rounds));
    }
    return new Posting(contribution, rounds, texts(contribution));
  }

  private Round round(Revision revision, List<Round> before) {
    List<PatchContent> patches = new ArrayList<>();
    Optional<Patch> lost = Optional.empty();
    for (Patch patch : revision.patches()) {
      Optional<PatchContent> content = source.content(patch.id());
      content.ifPresent(patches::add);
      lost = content.isEmpty() && lost.isEmpty() ? Optional.of(patch) : lost;
    }
    Optional<Branch> branch = Optional.empty();
    Optional<Obstacle> obstacle = Optional.empty();
    if (patches.isEmpty()) {
      obstacle = Optional.of(new Obstacle.NoChange("it holds no change"));
    } else if (lost.isPresent()) {
      obstacle = Optional.of(new Obstacle.LostChange(lost.get().index()));
    } else if (!revision.missing().isEmpty()) {
      obstacle = Optional.of(new Obstacle.MissingPatch(revision.missing().get(0)));
    } else {
      ApplyOutcome outcome = apply(revision, patches);
      branch = outcome.applied().flatMap(applied -> branch(applied, patches));
      obstacle = branch.isPresent() ? Optional.empty() : Optional.of(obstacle(outcome));
    }
    return new Round(revision, patches, branch, obstacle, rangeDiff(before, patches));
  }

  private static Obstacle obstacle(ApplyOutcome outcome) {
    if (outcome instanceof ApplyOutcome.Conflicted conflicted) {
      return conflicted.obstacle();
    }
    if (outcome instanceof ApplyOutcome.BaseUnknown unknown) {
      return new Obstacle.NoBase(unknown.reason());
    }
    return outcome instanceof ApplyOutcome.NoPatch none
        ? new Obstacle.NoChange(none.reason())
        : new Obstacle.AlreadyThere();
  }

  private Optional<String> rangeDiff(List<Round> before, List<PatchContent> patches) {
    return before.stream()
        .filter(round -> !round.patches().isEmpty())
        .reduce((first, last) -> last)
        .filter(round -> !patches.isEmpty())
        .map(round -> change(round.patches(), patches))
        .filter(text -> !text.isBlank());
  }

  private static String change(List<PatchContent> before, List<PatchContent> after) {
    return RangeDiff.between(before, after, RangeDiffOptions.DEFAULT).text();
  }

  private ApplyOutcome apply(Revision revision, List<PatchContent> patches) {
    BaseFinding finding = bases.get(revision);
    if (finding == null) {
      throw new IllegalArgumentException("not one of the chosen: " + revision);
    }
    if (!(finding instanceof BaseFinding.Found base)) {
      return new ApplyOutcome.BaseUnknown(finding.reason());
    }
    ApplyOptions options = ApplyOptions.DEFAULT.withBaseEvidence(base.evidence());
    if (!base.prerequisites().isEmpty()) {
      List<PatchContent> chain =
          new ArrayList<>(
              base.prerequisites().stream()
                  .map(source::content)
                  .flatMap(Optional::stream)
                  .toList());
      chain.addAll(patches);
      ApplyOutcome behind = repository.apply(chain, base.commit(), options);
      if (behind.applied().isPresent()) {
        return behind;
      }
    }
    return repository.apply(patches, base.commit(), options);
  }

  private static Optional<Branch> branch(AppliedBranch applied, List<PatchContent> own) {
    Set<SourceId> ids = new HashSet<>();
    own.forEach(patch -> ids.add(patch.id()));
    List<BranchPatch> commits =
        applied.patches().stream()
            .filter(patch -> patch.how() != AppliedPatch.How.ALREADY_THERE)
            .filter(patch -> ids.contains(patch.patch()))
            .map(patch -> new BranchPatch(patch.patch(), patch.commit()))
            .toList();
    CommitId base = applied.base();
    return commits.isEmpty() ? Optional.empty() : Optional.of(new Branch(base, commits));
  }

  private Map<SourceId, MessageText> texts(Contribution contribution) {
    Set<SourceId> ids = new LinkedHashSet<>();
    contribution.revisions().stream().flatMap(Revision::postings).forEach(ids::add);
    contribution.events().stream().flatMap(Postings::told).forEach(ids::add);
    Map<SourceId, MessageText> texts = new LinkedHashMap<>();
    ids.stream()
        .map(source::text)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(MessageText::at).thenComparing(text -> text.id().value()))
        .forEach(text -> texts.put(text.id(), text));
    return texts;
  }

  /** Where an event is told in words; a landing is told by git. */
  private static Stream<SourceId> told(ReviewEvent event) {
    return event instanceof ReviewEvent.Landed ? Stream.empty() : Stream.of(event.act().source());
  }
}
