package io.github.patchlane.core.review;

import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.contribution.Trailer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened to a contribution, on either lane. The variants are the rows of one table
 * of definitions; {@link #type()} is their name in machine-readable output.
 */
public sealed interface ReviewEvent {
  /** By time; what one mail or note says keeps a fixed order. */
  Comparator<ReviewEvent> BY_TIME =
      Comparator.comparing(ReviewEvent::at)
          .thenComparing(e -> e.act().source().value())
          .thenComparing(ReviewEvent::type)
          .thenComparing(e -> e.act().on().map(on -> on.value()).orElse(""))
          .thenComparing(e -> e.trailer().map(Trailer::line).orElse(""))
          .thenComparing(e -> e.anchor().map(a -> a.path()).orElse(""))
          .thenComparing(e -> e.anchor().map(a -> a.line()).orElse(0));

  Act act();

  String type();

  default Instant at() {
    return act().at();
  }

  default Actor by() {
    return act().by();
  }

  /** The whole trailer as it was given, where the event is one. */
  default Optional<Trailer> trailer() {
    return Optional.empty();
  }

  /** The line it is about. */
  default Optional<LineAnchor> anchor() {
    return Optional.empty();
  }

  /** Whether it speaks about the change itself: on the diff, or a verdict. */
  default boolean substantive() {
    return false;
  }

  /** A round begins; refreshes are none. */
  record RevisionPosted(Act act) implements ReviewEvent {
    public RevisionPosted {
      Objects.requireNonNull(act);
    }

    @Override
    public String type() {
      return "revision-posted";
    }
  }

  /**
   * A reply or a note; one event for each place that it speaks of.
   *
   * @param trailer consent that its words give on a condition, which is none yet
   */
  record Commented(
      Act act, Optional<LineAnchor> anchor, boolean substantive, Optional<Trailer> trailer)
      implements ReviewEvent {
    public Commented {
      Objects.requireNonNull(act);
      Objects.requireNonNull(anchor);
      Objects.requireNonNull(trailer);
    }

    /** Words that give no consent. */
    public Commented(Act act, Optional<LineAnchor> anchor, boolean substantive) {
      this(act, anchor, substantive, Optional.empty());
    }

    @Override
    public String type() {
      return "commented";
    }
  }

  /** Recorded consent; the trailer's token tells review, acknowledgement and test apart. */
  record Approved(Act act, Optional<Trailer> trailer) implements ReviewEvent {
    public Approved {
      Objects.requireNonNull(act);
      Objects.requireNonNull(trailer);
    }

    @Override
    public String type() {
      return "approved";
    }

    @Override
    public boolean substantive() {
      return true;
    }
  }

  /** Consent taken back. */
  record ApprovalWithdrawn(Act act, Optional<Trailer> trailer) implements ReviewEvent {
    public ApprovalWithdrawn {
      Objects.requireNonNull(act);
      Objects.requireNonNull(trailer);
    }

    @Override
    public String type() {
      return "approval-withdrawn";
    }

    @Override
    public boolean substantive() {
      return true;
    }
  }

  /** A refusal as it stands: {@code Nacked-by}, NACK, "requested changes". */
  record ChangesRequested(Act act, Optional<Trailer> trailer) implements ReviewEvent {
    public ChangesRequested {
      Objects.requireNonNull(act);
      Objects.requireNonNull(trailer);
    }

    @Override
    public String type() {
      return "changes-requested";
    }

    @Override
    public boolean substantive() {
      return true;
    }
  }

  /**
   * A machine's result.
   *
   * @param name of the check
   * @param passed empty where the result could not be read
   */
  record Checked(Act act, String name, Optional<Boolean> passed) implements ReviewEvent {
    public Checked {
      Objects.requireNonNull(act);
      Objects.requireNonNull(name);
      Objects.requireNonNull(passed);
    }

    @Override
    public String type() {
      return "checked";
    }
  }

  /** Somebody who may says it is taken: "applied, thanks". Only git says whether it landed. */
  record Accepted(Act act) implements ReviewEvent {
    public Accepted {
      Objects.requireNonNull(act);
    }

    @Override
    public String type() {
      return "accepted";
    }

    @Override
    public boolean substantive() {
      return true;
    }
  }

  /** The last of the patches that landed reached the canonical branch. */
  record Landed(Act act) implements ReviewEvent {
    public Landed {
      Objects.requireNonNull(act);
    }

    @Override
    public String type() {
      return "landed";
    }
  }

  /** Ended without landing. */
  record Closed(Act act, Reason reason) implements ReviewEvent {
    public Closed {
      Objects.requireNonNull(act);
      Objects.requireNonNull(reason);
    }

    /** Why it ended. */
    public enum Reason {
      /** Refused by someone else. */
      DECLINED,
      /** Dropped by its author. */
      WITHDRAWN,
      /** Replaced by another contribution. */
      SUPERSEDED;

      /** The name in machine-readable output. */
      public String label() {
        return name().toLowerCase(Locale.ROOT);
      }

      /** Where the contribution stands because of it. */
      public State state() {
        return State.valueOf(name());
      }
    }

    @Override
    public String type() {
      return "closed";
    }

    @Override
    public boolean substantive() {
      return true;
    }
  }

  /** Open again after an end. */
  record Reopened(Act act) implements ReviewEvent {
    public Reopened {
      Objects.requireNonNull(act);
    }

    @Override
    public String type() {
      return "reopened";
    }
  }
}
