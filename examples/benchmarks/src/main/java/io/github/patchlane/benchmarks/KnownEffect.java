package io.github.patchlane.benchmarks;

/** What truly differs between two made lanes. */
enum KnownEffect {
  NONE("none"),
  FASTER("1.5 x faster"),
  /** Short series go to the trial lane and long ones stay: alone, it looks like a great win. */
  SHORT_SERIES_MOVE("none, short series moved"),
  NEWCOMERS_FASTER("2 x faster for newcomers"),
  /** A few quick replies and no review behind them. */
  REVIEWERS_LEAVE("1.5 x faster, reviewers left");

  private final String label;

  KnownEffect(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Whether a verdict would be a false alarm. */
  boolean isNone() {
    return this == NONE || this == SHORT_SERIES_MOVE;
  }

  /** By how much waiting is shorter on the trial lane. */
  double speed(boolean newcomer) {
    return switch (this) {
      case NONE, SHORT_SERIES_MOVE -> 1;
      case FASTER, REVIEWERS_LEAVE -> 1.5;
      case NEWCOMERS_FASTER -> newcomer ? 2 : 1;
    };
  }

  /** The chance of a series of so many patches to go to the trial lane. */
  double share(int patches, double preference) {
    double bySize =
        this != SHORT_SERIES_MOVE
            ? 0.35
            : patches == 1 ? 0.7 : patches == 2 ? 0.4 : patches < 5 ? 0.15 : 0.03;
    return Math.max(0.01, Math.min(0.95, bySize + preference));
  }
}
