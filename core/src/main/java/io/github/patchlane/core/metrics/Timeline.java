package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One contribution as the metrics see it, at the end of observation: what opened it, its rounds,
 * who answered, whose move it is, how it ended. Begin with {@link #of}. Immutable.
 */
public final class Timeline {
  private final Contribution contribution;
  private final Instant asOf;
  private final Authors authors;
  private final List<ReviewEvent> events;
  private final Optional<Ending> ending;
  private final List<Round> rounds;
  private final List<TurnSpan> turns;

  private Timeline(Contribution contribution, Instant asOf) {
    this.contribution = contribution;
    this.asOf = asOf;
    this.authors = new Authors(contribution);
    this.events =
        contribution.events().stream()
            .filter(event -> !event.at().isBefore(contribution.openedAt()))
            .sorted(ReviewEvent.BY_TIME)
            .toList();
    this.ending = endingOf(contribution);
    this.rounds = roundsOf();
    this.turns = new TurnWalk(contribution, authors, events, ending, asOf).spans();
  }

  /** Nothing after {@code asOf} is looked at; empty where the contribution was not opened then. */
  public static Optional<Timeline> of(Contribution contribution, Instant asOf) {
    return AsOf.view(contribution, asOf).map(seen -> new Timeline(seen, asOf));
  }

  /** As of the end of observation. */
  public Contribution contribution() {
    return contribution;
  }

  /** The end of observation. */
  public Instant asOf() {
    return asOf;
  }

  /** Where the clock starts. */
  public Instant opened() {
    return contribution.openedAt();
  }

  /**
   * Whether the clock's start is known: a contribution whose first known revision calls itself v2
   * began where nobody looked.
   */
  public boolean openingSeen() {
    return contribution.revisions().stream().mapToInt(Revision::number).min().orElse(1) <= 1;
  }

  /** What happened since it was opened, by time. */
  public List<ReviewEvent> events() {
    return events;
  }

  /** The revisions put up for review, by time. */
  public List<Round> rounds() {
    return rounds;
  }

  /** Whose move it was, without gaps while it was open; empty where it never was. */
  public List<TurnSpan> turns() {
    return turns;
  }

  /** Its end, where it ended and the time of it is known. */
  public Optional<Ending> ending() {
    return ending;
  }

  /** Whether something can still happen; what landed in part is waiting for its rest. */
  public boolean isOpen() {
    return ending.isEmpty() && mayGoOn(contribution);
  }

  static boolean mayGoOn(Contribution contribution) {
    return contribution.state() == State.OPEN || contribution.state() == State.PARTLY_LANDED;
  }

  /** When the watching ended for events that nobody waits for once it was dropped or replaced. */
  public Instant watchedUntil() {
    return ending.map(Ending::at).orElse(asOf);
  }

  /** Responses of at least this tier, by time. Bots, checks and the authors' own words are none. */
  public Stream<ReviewEvent> responses(Tier tier, Maintainers maintainers) {
    Stream<ReviewEvent> any =
        events.stream().filter(Timeline::speaks).filter(authors::areAnsweredBy);
    return switch (tier) {
      case ANY_HUMAN -> any;
      case SUBSTANTIVE -> any.filter(ReviewEvent::substantive);
      case MAINTAINER -> {
        List<Person> named = maintainers(maintainers, opened());
        yield any.filter(ReviewEvent::substantive)
            .filter(event -> named.stream().anyMatch(event.by().person()::isSameAs));
      }
    };
  }

  /** Who but the authors looks after the touched files, those of the most files first. */
  public List<Person> maintainers(Maintainers maintainers, Instant at) {
    Map<Person, Integer> files = new LinkedHashMap<>();
    contribution.revisions().stream()
        .flatMap(revision -> revision.patches().stream())
        .flatMap(patch -> patch.stat().paths().stream())
        .distinct()
        .flatMap(path -> maintainers.of(path, at).stream())
        .filter(person -> !authors.include(person, asOf))
        .forEach(person -> files.merge(person, 1, Integer::sum));
    return files.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Responses of the tiers that need no knowledge of maintainers. */
  public Stream<ReviewEvent> responses(Tier tier) {
    return responses(tier, Maintainers.UNKNOWN);
  }

  /** Approvals that count as review, by others; a test is its own kind. */
  public Stream<ReviewEvent> approvals() {
    return events.stream().filter(Timeline::isApproval).filter(authors::areAnsweredBy);
  }

  /** The first commit of it, whole or not. */
  public Optional<Landing> firstLanding() {
    return contribution.landings().stream()
        .filter(landing -> landing.role().counts())
        .min(
            Comparator.comparing(Landing::landedAt)
                .thenComparing(landing -> landing.commit().value()));
  }

  /** The last thing that anybody did, machines left out. */
  public Instant lastActivity() {
    return Stream.concat(
            contribution.revisions().stream().map(Revision::postedAt),
            events.stream().filter(event -> !event.by().bot()).map(ReviewEvent::at))
        .max(Comparator.naturalOrder())
        .orElse(opened());
  }

  /** Two timelines are equal if they show equal contributions at one instant: the rest follows. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Timeline that
        && contribution.equals(that.contribution)
        && asOf.equals(that.asOf);
  }

  @Override
  public int hashCode() {
    return Objects.hash(contribution, asOf);
  }

  @Override
  public String toString() {
    return "Timeline[" + contribution.id() + " as of " + asOf + "]";
  }

  static boolean isApproval(ReviewEvent event) {
    return event instanceof ReviewEvent.Approved
        && event.trailer().map(t -> !t.token().equalsIgnoreCase("Tested-by")).orElse(true);
  }

  private static boolean speaks(ReviewEvent event) {
    return event instanceof ReviewEvent.Commented
        || event instanceof ReviewEvent.Approved
        || event instanceof ReviewEvent.ApprovalWithdrawn
        || event instanceof ReviewEvent.ChangesRequested
        || event instanceof ReviewEvent.Accepted
        || event instanceof ReviewEvent.Closed;
  }

  private static Optional<Ending> endingOf(Contribution contribution) {
    Standing standing =
        Standing.of(contribution.revisions(), contribution.events(), contribution.landings());
    if (contribution.state() == State.PARTLY_LANDED) {
      return Standing.closing(contribution.revisions(), contribution.events())
          .map(closed -> new Ending(closed.reason().state(), closed.at(), closed.act().source()));
    }
    // Where a source knows an end that its events do not show, the time of it is not known.
    return contribution.state() == State.OPEN || contribution.state() != standing.state()
        ? Optional.empty()
        : standing
            .since()
            .flatMap(at -> standing.by().map(by -> new Ending(standing.state(), at, by)));
  }

  private List<Round> roundsOf() {
    List<Revision> proposals =
        contribution.revisions().stream()
            .filter(revision -> revision.kind() == Revision.Kind.PROPOSAL)
            .sorted(Comparator.comparing(Revision::postedAt))
            .toList();
    List<Round> found = new ArrayList<>();
    for (int i = 0; i < proposals.size(); i++) {
      Revision revision = proposals.get(i);
      if (i > 0 && ending.filter(e -> e.at().isBefore(revision.postedAt())).isPresent()) {
        // Sent after the end, as when a newer version crosses the landing of an older one.
        break;
      }
      Optional<Round.End> end = ending.map(e -> new Round.End(e.at(), e.by()));
      if (i + 1 < proposals.size()) {
        Revision next = proposals.get(i + 1);
        Round.End byNext = new Round.End(next.postedAt(), posting(next));
        end = Optional.of(end.filter(e -> e.at().isBefore(byNext.at())).orElse(byNext));
      }
      found.add(new Round(revision, posting(revision), end));
    }
    return List.copyOf(found);
  }

  private SourceId posting(Revision revision) {
    return Postings.nameOf(contribution, revision);
  }
}
