package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.ReviewEvent.Accepted;
import io.github.patchlane.core.review.ReviewEvent.ApprovalWithdrawn;
import io.github.patchlane.core.review.ReviewEvent.Approved;
import io.github.patchlane.core.review.ReviewEvent.ChangesRequested;
import io.github.patchlane.core.review.ReviewEvent.Checked;
import io.github.patchlane.core.review.ReviewEvent.Closed;
import io.github.patchlane.core.review.ReviewEvent.Commented;
import io.github.patchlane.mailinglist.review.Target.TargetPatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reply means for what it answers. The rules:
 *
 * <ul>
 *   <li>Consent counts as its giver's own word only: sender and giver must agree, and be neither
 *       the patch's author nor its submitter. It is one event for each patch that it is meant for.
 *   <li>Conditional consent is a comment that holds the trailer, for the caller to count once a
 *       later revision or commit carries it, unless its giver took the patch in the same mail.
 *   <li>Whoever says "applied" is believed here, but the submitter only where the word means a push
 *       ("pushed", "merged", "committed", or "series applied"): an author applies suggestions. Who
 *       may land is for the caller to say.
 *   <li>Only the submitter withdraws, and only the whole: dropping one patch of many ends nothing,
 *       nor does a promise to send it again.
 *   <li>Every mail is at least one event, so that no reply goes missing from the count of replies.
 * </ul>
 *
 * @param events in the order in which the mail says them
 */
public record ReplyEvents(List<ReviewEvent> events) {
  private static final Pattern PUSH =
      Pattern.compile(
          "\\b(?:pushed|merged|committed)\\b"
              + "|^(?:the |whole |entire |all |both )*(?:series|patch-?set|patch(?:es)?) (?:applied|queued)\\b");
  private static final Pattern NEXT_VERSION =
      Pattern.compile("\\bv\\d+\\b|\\b(?:new|next|later|newer) version\\b");

  public ReplyEvents {
    events = List.copyOf(events);
  }

  /**
   * Judges one reply by what it answers.
   *
   * @param mail the reply's own id
   * @param at when it was sent, by the clock rule
   * @param by who sent it, after identities were brought together
   */
  public static ReplyEvents of(Reply reply, MessageId mail, Instant at, Actor by, Target target) {
    return new Reader(reply, mail, at, by, target).read();
  }

  private static final class Reader {
    private final Reply reply;
    private final MessageId mail;
    private final Instant at;
    private final Actor by;
    private final Target target;
    private final List<ReviewEvent> events = new ArrayList<>();

    Reader(Reply reply, MessageId mail, Instant at, Actor by, Target target) {
      this.reply = reply;
      this.mail = mail;
      this.at = at;
      this.by = reply.check().isPresent() ? new Actor(by.person(), true) : by;
      this.target = target;
    }

    ReplyEvents read() {
      reply
          .check()
          .ifPresent(c -> events.add(new Checked(act(target.posting()), c.name(), c.passed())));
      if (events.isEmpty()) {
        comments();
        if (!by.bot()) {
          reply.trailers().forEach(this::trailer);
        }
        reply.verdicts().forEach(this::verdict);
        boolean commented = events.stream().anyMatch(e -> e instanceof Commented);
        if (events.isEmpty() || (!commented && reply.ownText())) {
          events.add(0, new Commented(act(target.posting()), Optional.empty(), underDiff()));
        }
      }
      return new ReplyEvents(events);
    }

    private Act act(SourceId on) {
      return new Act(at, by, OptionalInt.of(target.revision()), Optional.of(on), mail);
    }

    private void comments() {
      Set<LineAnchor> places = new LinkedHashSet<>();
      Anchors.locate(reply.comments(), target).forEach(place -> place.ifPresent(places::add));
      for (LineAnchor place : places) {
        events.add(new Commented(act(target.posting()), Optional.of(place), true));
      }
    }

    private boolean underDiff() {
      return reply.comments().stream().anyMatch(QuotedComment::underDiff);
    }

    private void trailer(GivenTrailer given) {
      Optional<io.github.patchlane.core.contribution.Trailer> trailer =
          Optional.of(given.trailer());
      if (!given.fromGiver()) {
        return;
      }
      if (given.kind() == GivenTrailer.Kind.NACK) {
        on(given.scope()).forEach(id -> events.add(new ChangesRequested(act(id), trailer)));
        return;
      }
      if (!given.kind().approves()) {
        return;
      }
      for (TargetPatch patch : target.in(given.scope())) {
        if (isOwn(patch.author())) {
          continue;
        }
        if (given.withdrawn()) {
          events.add(new ApprovalWithdrawn(act(patch.id()), trailer));
        } else if (given.conditional() && !taken()) {
          events.add(new Commented(act(patch.id()), Optional.empty(), true, trailer));
        } else {
          events.add(new Approved(act(patch.id()), trailer));
        }
      }
    }

    /** Whoever says in the same mail that they took it saw to the condition themselves. */
    private boolean taken() {
      return reply.verdicts().stream().anyMatch(v -> v.kind() == Verdict.Kind.ACCEPTED);
    }

    private boolean isSubmitter() {
      return isPerson(target.submitter());
    }

    private boolean isOwn(Person author) {
      return isSubmitter() || isPerson(author);
    }

    private boolean isPerson(Person person) {
      return by.person().key().equals(person.key()) || Names.agree(by.person(), person);
    }

    /** The one posting that was answered, or each patch where some are named. */
    private List<SourceId> on(Scope scope) {
      if (scope instanceof Scope.Patches || scope instanceof Scope.AllBut) {
        return target.in(scope).stream().map(TargetPatch::id).toList();
      }
      return List.of(target.posting());
    }

    private void verdict(Verdict said) {
      String words = said.words().toLowerCase(Locale.ROOT);
      boolean whole = target.isWhole(said.scope());
      switch (said.kind()) {
        case ACCEPTED -> {
          if (!isSubmitter() || PUSH.matcher(words).find()) {
            on(said.scope()).forEach(id -> events.add(new Accepted(act(id))));
          }
        }
        case NACK -> {
          boolean tagged = events.stream().anyMatch(e -> e instanceof ChangesRequested);
          if (!tagged && !isSubmitter() && !by.bot()) {
            on(said.scope())
                .forEach(id -> events.add(new ChangesRequested(act(id), Optional.empty())));
          }
        }
        case WITHDRAWN -> {
          if (isSubmitter() && whole) {
            events.add(new Closed(act(target.posting()), Closed.Reason.WITHDRAWN));
          }
        }
        case SUPERSEDED -> {
          if (whole && !NEXT_VERSION.matcher(words).find()) {
            events.add(new Closed(act(target.posting()), Closed.Reason.SUPERSEDED));
          }
        }
      }
    }
  }
}
