package io.github.patchlane.core.testkit;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import io.github.patchlane.core.review.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Builds contributions for tests, told as a story: {@code
 * mail("a").by("ann").posted(1).comment("bob", 5).landed(30).build()}.
 *
 * <p>Instants are hours after {@link #EPOCH}, fractions allowed. A person's address is their name
 * {@code @example.org}. Patch {@code i} of version {@code v} of contribution {@code x} is {@code
 * x-v<v>-<i>@example.org}, of the subject {@code x part <i>} in every version. The state follows
 * from the story by {@link Standing}, unless {@link #state} says otherwise.
 */
public final class Contributions {
  /** Hour 0. */
  public static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");

  private final String name;
  private final Lane lane;
  private Person submitter = person("ann");
  private Optional<Instant> opened = Optional.empty();
  private Optional<State> state = Optional.empty();
  private List<String> paths = List.of("lib/a.c");
  private final List<Revision> revisions = new ArrayList<>();
  private final List<ReviewEvent> events = new ArrayList<>();
  private final List<Landing> landings = new ArrayList<>();

  private Contributions(String name, Lane lane) {
    this.name = name;
    this.lane = lane;
  }

  /** A patch series on a list, by ann unless told otherwise. */
  public static Contributions mail(String name) {
    return new Contributions(name, Lane.MAILING_LIST);
  }

  /** A merge request, by ann unless told otherwise. */
  public static Contributions mergeRequest(String name) {
    return new Contributions(name, Lane.MERGE_REQUEST);
  }

  public static Instant at(double hours) {
    return EPOCH.plusSeconds(Math.round(hours * 3600));
  }

  public static Person person(String name) {
    return new Person(name, name + "@example.org");
  }

  public static Actor human(String name) {
    return new Actor(person(name), false);
  }

  public static Actor bot(String name) {
    return new Actor(person(name), true);
  }

  /** A well-formed hash that is the same for the same text. */
  public static CommitId commit(String text) {
    return new CommitId(String.format(Locale.ROOT, "%040x", text.hashCode() & 0xffffffffL));
  }

  /** The id of one patch, see the class. */
  public static SourceId patch(String name, int version, int index) {
    return new MessageId(name + "-v" + version + "-" + index + "@example.org");
  }

  public Contributions by(String submitterName) {
    submitter = person(submitterName);
    return this;
  }

  /** Instead of the first posting that is no RFC. */
  public Contributions opened(double hour) {
    opened = Optional.of(at(hour));
    return this;
  }

  public Contributions state(State given) {
    state = Optional.of(given);
    return this;
  }

  /** Of the patches posted from here on. */
  public Contributions touching(String... files) {
    paths = List.of(files);
    return this;
  }

  /** The next version, of one patch. */
  public Contributions posted(double hour) {
    return posted(hour, 1);
  }

  /** The next version, of so many patches. */
  public Contributions posted(double hour, int patches) {
    return revision(nextNumber(), Revision.Kind.PROPOSAL, hour, patches);
  }

  /** The same version again. */
  public Contributions resent(double hour) {
    return revision(Math.max(1, nextNumber() - 1), Revision.Kind.REFRESH, hour, 1);
  }

  /** A posting of any kind and number. */
  public Contributions revision(int number, Revision.Kind kind, double hour, int patches) {
    List<Patch> content =
        IntStream.rangeClosed(1, patches).mapToObj(i -> patchOf(number, i, patches)).toList();
    return revision(number, kind, hour, content, List.of());
  }

  /** A posting whose patches are given, and which of them are missing. */
  public Contributions revision(
      int number, Revision.Kind kind, double hour, List<Patch> content, List<Integer> missing) {
    revisions.add(
        new Revision(
            number,
            "v" + number,
            kind,
            at(hour),
            Optional.empty(),
            Optional.empty(),
            content,
            missing,
            new Evidence(Evidence.Kind.POSTING, 1, "posted")));
    if (kind == Revision.Kind.PROPOSAL) {
      Act act =
          new Act(
              at(hour),
              new Actor(submitter, false),
              OptionalInt.of(number),
              Optional.empty(),
              content.isEmpty()
                  ? new MessageId(name + "-v" + number + "@example.org")
                  : content.get(0).id());
      events.add(new ReviewEvent.RevisionPosted(act));
    }
    return this;
  }

  /** One patch as {@link #posted(double, int)} makes it; by the submitter, without a patch-id. */
  public Patch patchOf(int version, int index, int total) {
    return new Patch(
        index,
        OptionalInt.of(total),
        patch(name, version, index),
        name + " part " + index,
        submitter,
        Optional.empty(),
        Optional.empty(),
        new DiffStat(paths, 1, 1));
  }

  /** A reply that is not about the diff. */
  public Contributions comment(String who, double hour) {
    return event(new ReviewEvent.Commented(act(human(who), hour), Optional.empty(), false));
  }

  /** A reply under quoted lines of the diff, or a note on it. */
  public Contributions review(String who, double hour) {
    return event(new ReviewEvent.Commented(act(human(who), hour), Optional.empty(), true));
  }

  /** A reply by a machine. */
  public Contributions botComment(String who, double hour) {
    return event(new ReviewEvent.Commented(act(bot(who), hour), Optional.empty(), false));
  }

  /** Consent to the whole, without a trailer. */
  public Contributions approve(String who, double hour) {
    return event(new ReviewEvent.Approved(act(human(who), hour), Optional.empty()));
  }

  /** Consent by a trailer on one patch of the newest version. */
  public Contributions approve(String who, double hour, String token, int index) {
    Act act = act(human(who), hour);
    return event(
        new ReviewEvent.Approved(
            new Act(
                act.at(),
                act.by(),
                act.revision(),
                Optional.of(patch(name, nextNumber() - 1, index)),
                act.source()),
            Optional.of(new Trailer(token, person(who).toString()))));
  }

  public Contributions withdrawApproval(String who, double hour) {
    return event(new ReviewEvent.ApprovalWithdrawn(act(human(who), hour), Optional.empty()));
  }

  public Contributions requestChanges(String who, double hour) {
    return event(new ReviewEvent.ChangesRequested(act(human(who), hour), Optional.empty()));
  }

  public Contributions checked(String who, double hour) {
    return event(new ReviewEvent.Checked(act(bot(who), hour), "build", Optional.of(true)));
  }

  public Contributions accepted(String who, double hour) {
    return event(new ReviewEvent.Accepted(act(human(who), hour)));
  }

  public Contributions closed(String who, double hour, Reason reason) {
    return event(new ReviewEvent.Closed(act(human(who), hour), reason));
  }

  public Contributions reopened(String who, double hour) {
    return event(new ReviewEvent.Reopened(act(human(who), hour)));
  }

  /** All patches of the newest version are in the repository from then on. */
  public Contributions landed(double hour) {
    Revision newest = revisions.get(revisions.size() - 1);
    newest.patches().forEach(patch -> landed(patch.id(), hour));
    return this;
  }

  /** One patch of the newest version is. */
  public Contributions landed(int index, double hour) {
    return landed(patch(name, nextNumber() - 1, index), hour);
  }

  /** Any posting is. */
  public Contributions landed(SourceId posting, double hour) {
    landings.add(
        new Landing(
            posting,
            commit("commit of " + posting.value()),
            at(hour),
            new Evidence(Evidence.Kind.PATCH_ID, 1, "equal patch-ids")));
    return this;
  }

  /** Anything else. */
  public Contributions event(ReviewEvent event) {
    events.add(event);
    return this;
  }

  /** An act on the newest version, told in a mail or note of its own. */
  public Act act(Actor who, double hour) {
    return new Act(
        at(hour),
        who,
        OptionalInt.of(Math.max(1, nextNumber() - 1)),
        Optional.empty(),
        new MessageId(name + "-" + who.person().name() + "-" + hour + "@example.org"));
  }

  public Contribution build() {
    ContributionId id =
        lane == Lane.MAILING_LIST
            ? ContributionId.ofMail(new MessageId(name + "@example.org"))
            : new ContributionId("gitlab:example.org/group/" + name + "!1");
    Instant start =
        opened.orElseGet(
            () ->
                revisions.stream()
                    .filter(revision -> revision.kind() != Revision.Kind.RFC)
                    .findFirst()
                    .orElse(revisions.get(0))
                    .postedAt());
    return new Contribution(
        id,
        lane,
        name,
        submitter,
        start,
        state.orElseGet(() -> Standing.of(revisions, events, landings).state()),
        revisions,
        events.stream().sorted(ReviewEvent.BY_TIME).toList(),
        landings);
  }

  /** What is so many hours long. */
  public static Duration hours(double hours) {
    return Duration.ofSeconds(Math.round(hours * 3600));
  }

  private int nextNumber() {
    return revisions.stream().mapToInt(Revision::number).max().orElse(0) + 1;
  }
}
