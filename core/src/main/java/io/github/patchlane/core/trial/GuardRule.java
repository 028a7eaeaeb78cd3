package io.github.patchlane.core.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What must not get worse while something else gets better.
 *
 * @param threshold how much worse is too much, above 0: a share of the baseline's figure, or, for
 *     what is a share itself, a difference of shares
 */
public record GuardRule(Kind kind, double threshold) {
  public GuardRule {
    Objects.requireNonNull(kind);
    if (!(threshold > 0 && threshold <= 10)) {
      throw new IllegalArgumentException("a threshold lies above 0: " + threshold);
    }
  }

  /** What is guarded. */
  public enum Kind {
    /** Distinct reviewers of as many contributions. */
    REVIEWERS(0.25, false, true, "distinct reviewers of as many contributions"),
    /** Of what landed, the share with an independent verdict before. */
    COVERAGE(0.1, true, true, "share of landings with a verdict by somebody else"),
    /** Substantive comments a contribution. */
    COMMENTS(0.25, false, true, "substantive comments per contribution"),
    /** Of what landed, the share without any public reply. */
    LANDED_WITHOUT_REPLY(0.1, true, false, "share of landings without any public reply");

    private final double standard;
    private final boolean share;
    private final boolean moreIsBetter;
    private final String text;

    Kind(double standard, boolean share, boolean moreIsBetter, String text) {
      this.standard = standard;
      this.share = share;
      this.moreIsBetter = moreIsBetter;
      this.text = text;
    }

    /** The threshold where a protocol names none. */
    public GuardRule standard() {
      return new GuardRule(this, standard);
    }

    /** Whether the figure is a share, so that differences are points of a hundred. */
    public boolean isShare() {
      return share;
    }

    public boolean moreIsBetter() {
      return moreIsBetter;
    }

    /** What it is, for people. */
    public String text() {
      return text;
    }

    /** The name in a protocol and in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> ofLabel(String label) {
      return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }

    static String labels() {
      return Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "));
    }
  }
}
