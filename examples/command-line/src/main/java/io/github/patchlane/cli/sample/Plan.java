package io.github.patchlane.cli.sample;

/**
 * What is to become of a contribution, drawn before its first mail.
 *
 * @param rounds full postings that are reviewed
 */
record Plan(Fate fate, int patches, int rounds, Oddity oddity) {
  enum Fate {
    LANDED,
    PARTLY_LANDED,
    SQUASHED,
    /** Lands, and nobody says a word on the list. */
    SILENT,
    DECLINED,
    WITHDRAWN,
    /** Reviewed, and then nothing. */
    STALLED,
    IGNORED
  }

  static Plan draw(Dice dice, Member author, Oddity oddity) {
    int patches = patches(dice, author, oddity);
    int rounds = rounds(dice, author, oddity);
    Fate fate = fate(dice, author);
    boolean needsReview =
        oddity == Oddity.RFC_FIRST
            || oddity == Oddity.RETITLED
            || oddity == Oddity.PARTIAL_REROLL
            || oddity == Oddity.DOT_REVISION
            || oddity == Oddity.GROWING
            || oddity == Oddity.RESEND;
    if (needsReview && (fate == Fate.IGNORED || fate == Fate.SILENT)) {
      fate = Fate.LANDED;
    }
    if (patches < 2 && (fate == Fate.SQUASHED || fate == Fate.PARTLY_LANDED)) {
      fate = Fate.LANDED;
    }
    return new Plan(fate, patches, rounds, oddity);
  }

  boolean rerolls() {
    return oddity == Oddity.PARTIAL_REROLL || oddity == Oddity.DOT_REVISION;
  }

  private static int patches(Dice dice, Member author, Oddity oddity) {
    return switch (oddity) {
      case PARTIAL_REROLL, DOT_REVISION -> dice.between(3, 6);
      case OPEN_TOTAL -> dice.between(2, 4);
      case NO_NUMBERS -> 2;
      case ATTACHED -> 1;
      case GROWING -> dice.between(2, 4);
      default -> {
        int draw = dice.below(100);
        if (draw < (author.newcomer() ? 80 : 52)) {
          yield 1;
        }
        yield draw < 66 ? 2 : draw < 85 ? dice.between(3, 4) : dice.between(5, 11);
      }
    };
  }

  private static int rounds(Dice dice, Member author, Oddity oddity) {
    int rounds = 1;
    while (rounds < 5 && dice.chance(author.newcomer() ? 0.5 : 0.36)) {
      rounds++;
    }
    return switch (oddity) {
      case RFC_FIRST, RETITLED, GROWING -> Math.max(2, rounds);
      case PARTIAL_REROLL, DOT_REVISION -> Math.min(2, rounds);
      case ATTACHED -> 1;
      default -> rounds;
    };
  }

  private static Fate fate(Dice dice, Member author) {
    int draw = dice.below(100);
    if (author.newcomer()) {
      return draw < 40
          ? Fate.LANDED
          : draw < 45
              ? Fate.DECLINED
              : draw < 50 ? Fate.WITHDRAWN : draw < 64 ? Fate.STALLED : Fate.IGNORED;
    }
    boolean maintainer = author.role() == Member.Role.MAINTAINER;
    if (draw < (maintainer ? 22 : 5)) {
      return Fate.SILENT;
    }
    return draw < 71
        ? Fate.LANDED
        : draw < 76
            ? Fate.PARTLY_LANDED
            : draw < 80
                ? Fate.SQUASHED
                : draw < 85
                    ? Fate.DECLINED
                    : draw < 89 ? Fate.WITHDRAWN : draw < 96 ? Fate.STALLED : Fate.IGNORED;
  }
}
