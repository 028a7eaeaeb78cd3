package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rounds of a merge request. A push begins one, unless it comes within an hour of the push that
 * began the last one and no reviewer did anything in between; a push that leaves every patch-id as
 * it was is a refresh and no round. What is pushed to a draft is an RFC; when the draft is first
 * marked ready, what it then holds is proposed.
 *
 * <p>Where the request was made of a series, each push was a revision there and is one here.
 */
final class Rounds {
  private static final Duration ONE_PUSH = Duration.ofHours(1);

  private final MergeRequest request;
  private final VersionPatches patches;
  private final SourceId cover;
  private final List<Instant> reviewed;
  private final boolean carried;
  private final List<Round> rounds = new ArrayList<>();
  private final List<Revision> revisions = new ArrayList<>();

  /**
   * @param cover the description's name
   * @param reviewed when reviewers did something, by time
   */
  Rounds(MergeRequest request, VersionPatches patches, SourceId cover, List<Instant> reviewed) {
    this.request = request;
    this.patches = patches;
    this.cover = cover;
    this.reviewed = reviewed;
    this.carried = CarriedSeries.is(request);
    collect(DraftTime.of(request));
    number();
  }

  private void collect(DraftTime draft) {
    Instant last = request.heading().createdAt();
    for (DiffVersion version : versions()) {
      // The first version is made with the request, seconds later.
      Instant at =
          rounds.isEmpty() || version.createdAt().isBefore(last) ? last : version.createdAt();
      last = at;
      if (!rounds.isEmpty() && !current().proposal && draft.isReady(at)) {
        markReady(draft);
      }
      if (!rounds.isEmpty() && isOnePush(current().postedAt, at)) {
        current().add(version);
      } else {
        rounds.add(new Round(draft.isReady(at), at, false, version));
      }
    }
    if (!current().proposal && draft.ready().isPresent()) {
      markReady(draft);
    }
  }

  private void markReady(DraftTime draft) {
    if (carried && rounds.size() > 1) {
      // its posting was the proposal; the mark could only be taken off afterwards
      Round posted = rounds.remove(rounds.size() - 1);
      rounds.add(new Round(true, posted.postedAt, false, posted.last()));
      return;
    }
    rounds.add(new Round(true, draft.ready().orElseThrow(), true, current().last()));
  }

  private Round current() {
    return rounds.get(rounds.size() - 1);
  }

  private List<DiffVersion> versions() {
    if (!request.versions().isEmpty()) {
      return request.versions();
    }
    return List.of(
        new DiffVersion(
            OptionalLong.empty(),
            request.heading().head(),
            Optional.empty(),
            Optional.empty(),
            request.heading().createdAt(),
            Optional.empty()));
  }

  private boolean isOnePush(Instant first, Instant next) {
    return !carried
        && Duration.between(first, next).compareTo(ONE_PUSH) <= 0
        && reviewed.stream().noneMatch(r -> r.isAfter(first) && !r.isAfter(next));
  }

  private void number() {
    int number = 0;
    for (int i = 0; i < rounds.size(); i++) {
      Round round = rounds.get(i);
      boolean refresh = i > 0 && !round.marked && round.isSameAs(rounds.get(i - 1), patches);
      number += refresh ? 0 : 1;
      revisions.add(revision(round, number, refresh));
    }
  }

  private Revision revision(Round round, int number, boolean refresh) {
    DiffVersion shown = round.last();
    return new Revision(
        number,
        "v" + number,
        refresh ? Revision.Kind.REFRESH : round.kind(),
        round.postedAt,
        Optional.of(cover),
        shown.base(),
        patches.patches(shown).orElse(List.of()),
        List.of(),
        new Evidence(Evidence.Kind.POSTING, 1, why(round, refresh)));
  }

  private String why(Round round, boolean refresh) {
    if (round.marked) {
      return "the draft was marked ready";
    }
    DiffVersion shown = round.last();
    String name =
        shown.id().isPresent()
            ? "diff version " + shown.id().getAsLong()
            : "a push" + shown.head().map(head -> " of " + head).orElse("");
    if (refresh) {
      return name + " changes no patch-id";
    }
    boolean unknown = patches.patches(shown).isEmpty() && shown.patchId().isEmpty();
    return unknown ? name + ", whose patches are not at hand" : name + " of the merge request";
  }

  /** By time; at least one. */
  List<Revision> revisions() {
    return List.copyOf(revisions);
  }

  /** The pushes behind a revision. */
  Round round(int index) {
    return rounds.get(index);
  }

  /** The place of the revision that was there at an instant. */
  int indexAt(Instant at) {
    int index = 0;
    for (int i = 1; i < revisions.size(); i++) {
      index = revisions.get(i).postedAt().isAfter(at) ? index : i;
    }
    return index;
  }

  /** The place of the first revision of a version with this head. */
  Optional<Integer> indexOf(CommitId head) {
    for (int i = 0; i < rounds.size(); i++) {
      if (rounds.get(i).with(head).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /**
   * The patch of a revision that stands for a patch of one of its pushes: itself, one of the same
   * change or subject.
   */
  Optional<SourceId> standIn(SourceId patch, List<Patch> pushed, Revision revision) {
    Optional<Patch> meant = pushed.stream().filter(p -> p.id().equals(patch)).findFirst();
    return revision.patches().stream()
        .filter(p -> p.id().equals(patch) || meant.filter(m -> isAlike(p, m)).isPresent())
        .map(Patch::id)
        .findFirst();
  }

  private static boolean isAlike(Patch a, Patch b) {
    return (a.patchId().isPresent() && a.patchId().equals(b.patchId()))
        || a.subject().equals(b.subject());
  }
}
