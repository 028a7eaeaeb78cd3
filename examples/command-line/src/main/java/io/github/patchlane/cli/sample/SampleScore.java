package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** How much of the truth a reading of the sample brought to light, kind by kind. */
public final class SampleScore {
  private final SampleTruth truth;
  private final List<Contribution> read;

  private SampleScore(SampleTruth truth, List<Contribution> read) {
    this.truth = truth;
    this.read = read;
  }

  /**
   * Holds a reading against the truth.
   *
   * @param read contributions with their landings, in any order
   */
  public static List<Measure> of(SampleTruth truth, List<Contribution> read) {
    SampleScore score = new SampleScore(truth, List.copyOf(read));
    return List.of(
        score.pairs(),
        score.attributes("submitters", c -> c.author().email(), c -> c.submitter().email()),
        score.attributes("opening times", c -> opened(c).toString(), c -> c.openedAt().toString()),
        score.revisions(),
        score.tags(),
        score.refusals(),
        score.comments(),
        score.machines(),
        score.acceptances(),
        score.landings(),
        score.attributes("states", c -> c.state().label(), c -> c.state().label()));
  }

  /** Two mails of one contribution, replies included. */
  private Measure pairs() {
    return Measure.of(
        "mails together",
        pairs(truth.contributions().stream().map(c -> values(c.mails())).toList()),
        pairs(
            read.stream()
                .map(c -> Stream.concat(postings(c), c.events().stream().map(SampleScore::source)))
                .map(ids -> ids.filter(MessageId.class::isInstance).toList())
                .map(SampleScore::values)
                .toList()));
  }

  private static Collection<String> pairs(List<? extends Collection<String>> groups) {
    List<String> pairs = new ArrayList<>();
    for (Collection<String> group : groups) {
      List<String> mails = List.copyOf(new TreeSet<>(group));
      for (int i = 0; i < mails.size(); i++) {
        for (int j = i + 1; j < mails.size(); j++) {
          pairs.add(mails.get(i) + " with " + mails.get(j));
        }
      }
    }
    return pairs;
  }

  private static Stream<SourceId> postings(Contribution contribution) {
    return contribution.revisions().stream().flatMap(Revision::postings);
  }

  private static SourceId source(ReviewEvent event) {
    return event.act().source();
  }

  private static List<String> values(Collection<? extends SourceId> ids) {
    return ids.stream().map(SourceId::value).toList();
  }

  private Measure attributes(
      String name,
      Function<SampleTruth.Contribution, String> meant,
      Function<Contribution, String> understood) {
    return Measure.of(
        name,
        truth.contributions().stream().map(c -> "mail:" + c.id() + " " + meant.apply(c)).toList(),
        proposals().map(c -> c.id() + " " + understood.apply(c)).toList());
  }

  /** Pull requests are contributions to the reader, and none to the story. */
  private Stream<Contribution> proposals() {
    return read.stream().filter(c -> !c.isOnly(Revision.Kind.PULL));
  }

  private static Instant opened(SampleTruth.Contribution contribution) {
    return contribution.revisions().stream()
        .filter(r -> !r.rfc())
        .map(SampleTruth.Revision::postedAt)
        .findFirst()
        .orElseGet(() -> contribution.revisions().get(0).postedAt());
  }

  /** Every round with its number, its purpose and its patches, those kept from before included. */
  private Measure revisions() {
    return Measure.of(
        "revisions",
        truth.contributions().stream().flatMap(SampleScore::meant).toList(),
        proposals().flatMap(c -> c.revisions().stream().map(SampleScore::understood)).toList());
  }

  private static Stream<String> meant(SampleTruth.Contribution contribution) {
    List<String> rounds = new ArrayList<>();
    Map<Integer, String> patches = new TreeMap<>();
    for (SampleTruth.Revision round : contribution.revisions()) {
      if (!round.partial()) {
        patches.clear();
      }
      round.patches().forEach(patch -> patches.put(patch.index(), patch.mail().value()));
      String kind = round.resend() ? "refresh" : round.rfc() ? "rfc" : "proposal";
      rounds.add(kind + " " + round.number() + " " + values(round.cover()) + " " + patches);
    }
    return rounds.stream();
  }

  private static String understood(Revision round) {
    Map<Integer, String> patches = new TreeMap<>();
    round.patches().forEach(patch -> patches.put(patch.index(), patch.id().value()));
    String rest = round.missing().isEmpty() ? "" : " without " + round.missing();
    return round.kind().label()
        + " "
        + round.number()
        + " "
        + values(round.cover().stream().toList())
        + " "
        + patches
        + rest;
  }

  /**
   * Consent, for each patch; where it hangs on a condition, from the posting that met it, else from
   * the commit.
   */
  private Measure tags() {
    List<String> meant = new ArrayList<>();
    for (SampleTruth.Contribution contribution : truth.contributions()) {
      for (SampleTruth.Tag tag : contribution.tags()) {
        switch (tag.weight()) {
          case GIVEN -> tag.patches().forEach(patch -> meant.add(said(tag, patch)));
          case CONDITIONAL ->
              Stream.concat(carriers(contribution, tag), committed(contribution, tag))
                  .limit(1)
                  .forEach(patch -> meant.add(said(tag, patch)));
          case REFUSAL -> {}
        }
      }
    }
    return Measure.of("tags", meant, said(ReviewEvent.Approved.class));
  }

  /** The patches of later rounds whose message has the tag. */
  private static Stream<MessageId> carriers(
      SampleTruth.Contribution contribution, SampleTruth.Tag tag) {
    Instant given =
        contribution.replies().stream()
            .filter(reply -> reply.mail().equals(tag.mail()))
            .map(SampleTruth.Reply::at)
            .findFirst()
            .orElseThrow();
    return contribution.revisions().stream()
        .filter(round -> round.postedAt().isAfter(given))
        .flatMap(round -> round.patches().stream())
        .filter(patch -> patch.carried().contains(tag.trailer()))
        .map(SampleTruth.Patch::mail);
  }

  /** What landed of the patches that it was given for: a commit carries every tag. */
  private static Stream<MessageId> committed(
      SampleTruth.Contribution contribution, SampleTruth.Tag tag) {
    Map<MessageId, Integer> places = new HashMap<>();
    contribution.revisions().stream()
        .flatMap(round -> round.patches().stream())
        .forEach(patch -> places.put(patch.mail(), patch.index()));
    return contribution.landings().stream()
        .map(SampleTruth.Landing::patch)
        .filter(
            landed ->
                tag.patches().stream()
                    .anyMatch(patch -> Objects.equals(places.get(patch), places.get(landed))));
  }

  private Measure refusals() {
    return Measure.of(
        "refusals",
        truth.contributions().stream()
            .flatMap(c -> c.tags().stream())
            .filter(tag -> tag.weight() == SampleTruth.Weight.REFUSAL)
            .map(tag -> tag.mail() + " " + tag.giver().email())
            .toList(),
        events(ReviewEvent.ChangesRequested.class)
            .map(e -> e.act().source() + " " + e.by().person().email())
            .toList());
  }

  private static String said(SampleTruth.Tag tag, MessageId patch) {
    return tag.mail() + " " + tag.giver().email() + " " + tag.trailer() + " for " + patch;
  }

  private List<String> said(Class<? extends ReviewEvent> type) {
    return events(type)
        .map(
            e ->
                e.act().source()
                    + " "
                    + e.by().person().email()
                    + " "
                    + e.trailer().map(Trailer::line).orElse("-")
                    + " for "
                    + e.act().on().map(SourceId::value).orElse("-"))
        .toList();
  }

  private <E extends ReviewEvent> Stream<E> events(Class<E> type) {
    return read.stream().flatMap(c -> c.events().stream()).filter(type::isInstance).map(type::cast);
  }

  /** Remarks on lines: by whom, and where. */
  private Measure comments() {
    return Measure.of(
        "comments on lines",
        truth.contributions().stream()
            .flatMap(c -> c.comments().stream())
            .map(c -> place(c.mail(), c.by().email(), c.anchor()))
            .toList(),
        events(ReviewEvent.Commented.class)
            .flatMap(
                e ->
                    e.anchor().stream()
                        .map(at -> place(e.act().source(), e.by().person().email(), at)))
            .toList());
  }

  private static String place(SourceId mail, String by, LineAnchor at) {
    return mail + " " + by + " " + at.patch() + " " + at.path() + ":" + at.line() + " " + at.side();
  }

  private Measure machines() {
    return Measure.of(
        "mails by machines",
        replies(SampleTruth.Kind.BOT, SampleTruth.Kind.AUTO_REPLY),
        read.stream()
            .flatMap(c -> c.events().stream())
            .filter(e -> e.by().bot())
            .map(e -> source(e).value())
            .toList());
  }

  private Measure acceptances() {
    return Measure.of(
        "acceptances",
        replies(SampleTruth.Kind.APPLIED),
        events(ReviewEvent.Accepted.class).map(e -> source(e).value()).toList());
  }

  private List<String> replies(SampleTruth.Kind... kinds) {
    return truth.contributions().stream()
        .flatMap(c -> c.replies().stream())
        .filter(reply -> List.of(kinds).contains(reply.kind()))
        .map(reply -> reply.mail().value())
        .toList();
  }

  private Measure landings() {
    return Measure.of(
        "landings",
        truth.contributions().stream()
            .flatMap(c -> c.landings().stream())
            .map(l -> l.patch() + " as " + l.commit())
            .toList(),
        read.stream()
            .flatMap(c -> c.landings().stream())
            .map(l -> l.patch() + " as " + l.commit())
            .toList());
  }
}
