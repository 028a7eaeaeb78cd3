package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.ApplyOptions;
import io.github.patchlane.core.git.ApplyOutcome;
import io.github.patchlane.core.git.BaseFinding;
import io.github.patchlane.core.git.BaseOptions;
import io.github.patchlane.core.git.BaseQuestion;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.SeriesFootprint;
import io.github.patchlane.core.metrics.Window;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.mailinglist.MailingList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what is to be applied and where, and applies it, thing by thing. */
final class ApplyRun {
  /** How long before a series another one may have been posted that it depends on. */
  private static final Duration EARLIER = Duration.ofDays(90);

  private final ContributionSource source;
  private final GitRepository repository;
  private final ApplyOptions options;
  private final Map<MessageId, PatchContent> fetched = new HashMap<>();
  private boolean fetchedAll;

  private record Wanted(String id, Revision revision, Optional<SourceId> alone) {}

  ApplyRun(ContributionSource source, GitRepository repository, ApplyOptions options) {
    this.source = source;
    this.repository = repository;
    this.options = options;
  }

  /** Patches alone, each on the base beside it. */
  List<ApplyItem> pairs(List<PairsFile.Pair> pairs) {
    if (source instanceof MailingList list) {
      fetched.putAll(
          list.contents(pairs.stream().map(PairsFile.Pair::patch).collect(Collectors.toSet())));
      fetchedAll = true;
    }
    Map<String, Optional<CommitId>> bases = new HashMap<>();
    return pairs.stream()
        .map(
            pair -> {
              String id = pair.patch().value();
              List<SourceId> patch = List.of(pair.patch());
              return bases
                  .computeIfAbsent(pair.base(), repository::resolve)
                  .map(base -> ApplyItem.onGiven(id, patch, base))
                  .orElseGet(
                      () ->
                          ApplyItem.withoutBase(
                              id, patch, "no commit " + pair.base() + " is in the repository"));
            })
        .toList();
  }

  /** The newest revision of every contribution opened in the window. */
  List<ApplyItem> all(Window window, Optional<CommitId> given, boolean each) {
    List<Contribution> contributions = source.read().contributions();
    List<Wanted> wanted = new ArrayList<>();
    for (Contribution contribution : contributions) {
      if (window.contains(contribution.openedAt())) {
        newest(contribution)
            .ifPresent(
                revision ->
                    wanted.add(new Wanted(contribution.id().value(), revision, Optional.empty())));
      }
    }
    return items(wanted, contributions, given, each);
  }

  /** What the names stand for. */
  List<ApplyItem> named(List<String> ids, Optional<CommitId> given, boolean each) {
    List<Contribution> contributions = source.read().contributions();
    List<Wanted> wanted = ids.stream().map(id -> wanted(id, contributions)).toList();
    return items(wanted, contributions, given, each);
  }

  private Wanted wanted(String name, List<Contribution> contributions) {
    ContributionName wanted = new ContributionName(name);
    Contribution contribution = wanted.in(contributions, "apply", source.name());
    String id = contribution.id().value();
    if (!wanted.isId(contribution)) {
      for (Revision revision : contribution.revisions()) {
        Optional<SourceId> posting = wanted.posting(revision);
        if (posting.isPresent()) {
          return new Wanted(
              id, revision, posting.filter(p -> !revision.cover().equals(Optional.of(p))));
        }
      }
    }
    return newest(contribution)
        .map(revision -> new Wanted(id, revision, Optional.empty()))
        .orElseThrow(
            () -> new UsageException("apply: \"" + name + "\" holds no patch in any revision"));
  }

  private static Optional<Revision> newest(Contribution contribution) {
    return contribution.revisions().stream()
        .filter(revision -> !revision.patches().isEmpty())
        .reduce((earlier, later) -> later);
  }

  private List<ApplyItem> items(
      List<Wanted> wanted,
      List<Contribution> contributions,
      Optional<CommitId> given,
      boolean each) {
    List<ApplyItem> series = new ArrayList<>();
    List<BaseFinding> bases = given.isPresent() ? List.of() : bases(wanted, contributions);
    for (int i = 0; i < wanted.size(); i++) {
      Wanted one = wanted.get(i);
      List<SourceId> patches =
          each && one.alone().isPresent()
              ? List.of(one.alone().get())
              : one.revision().patches().stream().map(Patch::id).toList();
      series.add(
          given.isPresent()
              ? ApplyItem.onGiven(one.id(), patches, given.get())
              : found(one.id(), patches, bases.get(i)));
    }
    return each ? series.stream().flatMap(item -> item.each().stream()).toList() : series;
  }

  private static ApplyItem found(String id, List<SourceId> patches, BaseFinding finding) {
    return finding instanceof BaseFinding.Found base
        ? new ApplyItem(
            id,
            patches,
            Optional.of(base.commit()),
            Optional.of(base.evidence()),
            base.prerequisites(),
            "")
        : ApplyItem.withoutBase(id, patches, finding.reason());
  }

  private List<BaseFinding> bases(List<Wanted> wanted, List<Contribution> contributions) {
    List<BaseQuestion> questions =
        wanted.stream().map(one -> BaseQuestion.of(one.revision(), source)).toList();
    return repository.findBases(
        questions, BaseOptions.DEFAULT.withPosted(posted(wanted, contributions)));
  }

  /** What was posted not long before any of the series, which it may depend on. */
  private List<SeriesFootprint> posted(List<Wanted> wanted, List<Contribution> contributions) {
    List<Instant> times = wanted.stream().map(one -> one.revision().postedAt()).toList();
    return contributions.stream()
        .flatMap(contribution -> contribution.revisions().stream())
        .filter(revision -> wanted.stream().noneMatch(one -> one.revision().equals(revision)))
        .filter(
            revision ->
                times.stream()
                    .anyMatch(
                        at ->
                            revision.postedAt().isBefore(at)
                                && revision.postedAt().isAfter(at.minus(EARLIER))))
        .map(revision -> SeriesFootprint.of(revision, source))
        .toList();
  }

  ApplyOutcome outcome(ApplyItem item) {
    if (item.base().isEmpty()) {
      return new ApplyOutcome.BaseUnknown(item.problem());
    }
    List<PatchContent> own = new ArrayList<>();
    for (SourceId patch : item.patches()) {
      Optional<PatchContent> content = content(patch);
      if (content.isEmpty()) {
        return new ApplyOutcome.NoPatch(
            patch.value() + " is not in " + source.name() + ", or holds no diff");
      }
      own.add(content.get());
    }
    ApplyOptions here = item.evidence().map(options::withBaseEvidence).orElse(options);
    CommitId base = item.base().get();
    if (!item.before().isEmpty()) {
      List<PatchContent> chain =
          new ArrayList<>(
              item.before().stream().map(this::content).flatMap(Optional::stream).toList());
      chain.addAll(own);
      ApplyOutcome behind = repository.apply(chain, base, here);
      if (behind.applied().isPresent()) {
        return behind;
      }
    }
    return repository.apply(own, base, here);
  }

  private Optional<PatchContent> content(SourceId patch) {
    return fetchedAll && patch instanceof MessageId id
        ? Optional.ofNullable(fetched.get(id))
        : source.content(patch);
  }
}
