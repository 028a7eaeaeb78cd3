package io.github.patchlane.core.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What became of a step. */
public sealed interface StepOutcome {
  /** The name in machine-readable output. */
  String label();

  /**
   * It stands outside, once.
   *
   * @param result what later steps need of it: names that the outside gave
   * @param how this run came to know
   * @param remarks what is not as planned
   */
  record Done(Map<String, String> result, How how, List<String> remarks) implements StepOutcome {
    public Done {
      result = Map.copyOf(result);
      Objects.requireNonNull(how);
      remarks = List.copyOf(remarks);
    }

    @Override
    public String label() {
      return how.name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a run knows that a step is done. */
  enum How {
    /** This run did it. */
    PERFORMED,
    /** It was there already; nothing was written. */
    FOUND,
    /** The journal says so; nothing was asked or written. */
    RECORDED
  }

  /**
   * It was refused, or could not be told to be done.
   *
   * @param reason one line
   */
  record Failed(String reason) implements StepOutcome {
    public Failed {
      Objects.requireNonNull(reason);
    }

    @Override
    public String label() {
      return "failed";
    }
  }

  /**
   * It was not tried, because something it needs failed.
   *
   * @param reason one line
   */
  record Skipped(String reason) implements StepOutcome {
    public Skipped {
      Objects.requireNonNull(reason);
    }

    @Override
    public String label() {
      return "skipped";
    }
  }
}
