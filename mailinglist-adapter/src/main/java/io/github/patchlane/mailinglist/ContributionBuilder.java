package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import io.github.patchlane.mailinglist.review.ReplyEvents;
import io.github.patchlane.mailinglist.review.Target;
import io.github.patchlane.mailinglist.series.PatchMail;
import io.github.patchlane.mailinglist.series.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Gathers what is known of one series until it is a contribution. */
final class ContributionBuilder {
  private final Series series;
  private final Function<PatchMail, Actor> actorOf;
  private final Map<SourceId, PatchMail> mails = new HashMap<>();
  private final List<ReviewEvent> events = new ArrayList<>();
  private final Map<Integer, List<Target.TargetPatch>> targets = new HashMap<>();

  ContributionBuilder(Series series, Function<PatchMail, Actor> actorOf) {
    this.series = series;
    this.actorOf = actorOf;
    series.mails().forEach(own -> own.forEach(mail -> mails.put(mail.id(), mail)));
  }

  Series series() {
    return series;
  }

  boolean isSubmitter(Person person) {
    return submitter().isSameAs(person);
  }

  private Person submitter() {
    return lead(0).sender();
  }

  private PatchMail lead(int revision) {
    return series.mails().get(revision).get(0);
  }

  /** The number of the revision at this place. */
  int number(int revision) {
    return series.revisions().get(revision).number();
  }

  /** What was said so far, in the order of the mails; the postings are not among it. */
  List<ReviewEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** Whether an answer to this posting speaks of the whole: a cover, or what leads without one. */
  boolean standsForTheWhole(SourceId posting) {
    for (int r = 0; r < series.revisions().size(); r++) {
      if (lead(r).id().equals(posting)) {
        return true;
      }
    }
    return false;
  }

  void add(ReviewEvent event) {
    events.add(event);
  }

  void add(ReplyEvents said) {
    events.addAll(said.events());
  }

  /**
   * What a reply to a posting may speak of.
   *
   * @param revision its place among the revisions
   * @param index the patch that was answered, 0 for the cover
   */
  Target target(int revision, int index) {
    Revision round = series.revisions().get(revision);
    SourceId posting =
        index == 0
            ? round.cover().orElseGet(() -> lead(revision).id())
            : round.patches().stream()
                .filter(patch -> patch.index() == index)
                .map(Patch::id)
                .findFirst()
                .orElseGet(() -> lead(revision).id());
    List<Target.TargetPatch> patches =
        targets.computeIfAbsent(
            revision,
            r ->
                round.patches().stream()
                    .map(p -> new Target.TargetPatch(p.index(), p.id(), p.author(), diff(p.id())))
                    .toList());
    return new Target(round.number(), posting, index, patches, submitter());
  }

  /** The same answer without the patches' changes, small enough to be kept. */
  MailTexts.Answered answered(int revision, Target target) {
    return new MailTexts.Answered(
        target.revision(),
        target.posting(),
        target.index(),
        series.revisions().get(revision).patches(),
        target.submitter());
  }

  /** Who posted the revision at this place. */
  Actor poster(int revision) {
    return actorOf.apply(lead(revision));
  }

  /** The mail that speaks for the revision at this place. */
  MessageId leadId(int revision) {
    return lead(revision).id();
  }

  /** The change of a patch, as far as it is kept. */
  Optional<DiffIndex> diff(SourceId patch) {
    return Optional.ofNullable(mails.get(patch)).flatMap(PatchMail::diff);
  }

  Contribution build() {
    List<ReviewEvent> all = new ArrayList<>(events);
    for (int r = 0; r < series.revisions().size(); r++) {
      Revision revision = series.revisions().get(r);
      if (revision.kind() != Revision.Kind.REFRESH) {
        PatchMail lead = lead(r);
        all.add(
            new ReviewEvent.RevisionPosted(
                new Act(
                    revision.postedAt(),
                    poster(r),
                    OptionalInt.of(revision.number()),
                    Optional.empty(),
                    lead.id())));
      }
    }
    all.addAll(metConditions());
    all.sort(ReviewEvent.BY_TIME);
    List<Revision> revisions = series.revisions();
    return new Contribution(
        ContributionId.ofMail(lead(0).id()),
        Lane.MAILING_LIST,
        title(),
        submitter(),
        openedAt(),
        Standing.of(revisions, all, List.of()).state(),
        revisions,
        all,
        List.of());
  }

  private String title() {
    int newest = series.revisions().size() - 1;
    // the title of the whole: a single patch that was sent again does not rename its series
    for (int r = newest; r > 0; r--) {
      if (series.mails().get(r).size() >= series.revisions().get(r).patches().size()) {
        return lead(r).title();
      }
    }
    return lead(0).title();
  }

  private Instant openedAt() {
    return series.revisions().stream()
        .filter(r -> r.kind() != Revision.Kind.RFC)
        .map(Revision::postedAt)
        .min(Instant::compareTo)
        .orElseGet(() -> series.revisions().get(0).postedAt());
  }

  /**
   * Consent given on a condition counts from the revision whose message carries it: its author took
   * the condition for met.
   */
  private List<ReviewEvent> metConditions() {
    List<ReviewEvent> met = new ArrayList<>();
    for (ReviewEvent approval : events) {
      if (!(approval instanceof ReviewEvent.Commented) || approval.trailer().isEmpty()) {
        continue;
      }
      for (int r = 0; r < series.revisions().size(); r++) {
        Revision revision = series.revisions().get(r);
        Optional<PatchMail> carrier =
            revision.postedAt().isAfter(approval.at())
                ? series.mails().get(r).stream().filter(m -> carries(m, approval)).findFirst()
                : Optional.empty();
        if (carrier.isPresent()) {
          Act given = approval.act();
          met.add(
              new ReviewEvent.Approved(
                  new Act(
                      revision.postedAt(),
                      given.by(),
                      OptionalInt.of(revision.number()),
                      Optional.of(carrier.get().id()),
                      given.source()),
                  approval.trailer()));
          break;
        }
      }
    }
    return met;
  }

  private static boolean carries(PatchMail mail, ReviewEvent approval) {
    return approval.trailer().isPresent()
        && mail.trailers().stream()
            .anyMatch(
                own ->
                    own.token().equalsIgnoreCase(approval.trailer().get().token())
                        && own.value().equalsIgnoreCase(approval.trailer().get().value()));
  }
}
