package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.Evidence;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges whether one posting is a later revision of another, where nobody wrote it down. The rules,
 * the surest first: it answers it; it has its title; its changes are the same. A higher version
 * number speaks for it, a lower one against. Across different authors a title alone never suffices.
 *
 * @param laterOne the posting in question
 * @param earlierOne the one it may follow
 * @param sameAuthor whether one person sent or wrote both
 * @param answers whether the later one is a reply into the earlier one's thread
 */
record InferredLink(Features laterOne, Features earlierOne, boolean sameAuthor, boolean answers) {
  /** No link by likeness of the changes alone is surer. */
  static final double SUREST_BY_CHANGES = 0.95;

  /** Days until a title comes back by chance rather than as the next round of the same. */
  private static final int LONGEST_PAUSE = 730;

  /** Days for which a title alone is remembered, where the changes have nothing in common. */
  private static final int FORGOTTEN = 180;

  /** Days within which the same title again is the same patch, its diff mended. */
  private static final int SENT_ANEW = 14;

  InferredLink {
    Objects.requireNonNull(laterOne);
    Objects.requireNonNull(earlierOne);
  }

  private Posting later() {
    return laterOne.posting();
  }

  private Posting earlier() {
    return earlierOne.posting();
  }

  Optional<Evidence> judge() {
    if (laterOne.pull() != earlierOne.pull()) {
      return Optional.empty();
    }
    int step = step();
    if (step < 0) {
      return Optional.empty();
    }
    Duration gap = Duration.between(earlierOne.postedAt(), laterOne.postedAt());
    PostingLikeness like = new PostingLikeness(laterOne, earlierOne);
    if (!sameAuthor) {
      return answers ? byStranger(step, like) : Optional.empty();
    }
    return answers
        ? byAnswer(step, like, gap).or(() -> byContent(step, like, gap))
        : byContent(step, like, gap);
  }

  /** How far the version number goes up; negative where it goes down. */
  private int step() {
    SubjectLine now = laterOne.subject();
    SubjectLine before = earlierOne.subject();
    if (now.version().isEmpty()
        && before.version().isPresent()
        && before.version().getAsInt() > 1) {
      // a number was given before and is not now: forgotten, or another effort
      return 0;
    }
    int major = now.version().orElse(1) - before.version().orElse(1);
    return major != 0 ? major : Integer.compare(now.minor(), before.minor());
  }

  /** RFC comes before the proposal proper, whatever the numbers say. */
  private boolean leavesRfc() {
    return earlier().isRfc() && !later().isRfc();
  }

  private Optional<Evidence> byAnswer(int step, PostingLikeness like, Duration gap) {
    String target = earlier().lead().id().value();
    if (like.sameTitle() || like.sharedPatchTitles() >= 0.5) {
      return step > 0
              || leavesRfc()
              || like.changes() >= 0.3
              || later().isResend()
              || gap.toDays() < 60
          ? found(Evidence.Kind.REPLY, 0.97, "answers " + target + ", same title")
          : Optional.empty();
    }
    if (step > 0
        && (like.changes() >= 0.1
            || like.titleWords() >= 0.2
            || like.samePaths()
            || later().patches().isEmpty()
            || earlier().patches().isEmpty())) {
      return found(Evidence.Kind.REPLY, 0.9, "answers " + target + ", higher version");
    }
    return like.changes() >= 0.5
        ? found(
            Evidence.Kind.REPLY,
            0.85,
            "answers " + target + ", changes " + percent(like) + " alike")
        : Optional.empty();
  }

  /** Somebody else takes the work over: the thread and the change must both say so. */
  private Optional<Evidence> byStranger(int step, PostingLikeness like) {
    boolean taken =
        (step > 0 && (like.sameTitle() || like.sharedPatchTitles() >= 0.5 || like.changes() >= 0.4))
            || (later().isCommitted() && (like.sameTitle() || like.changes() >= 0.4));
    return taken
        ? found(
            Evidence.Kind.REPLY,
            0.8,
            "another sender answers " + earlier().lead().id().value() + " with its next version")
        : Optional.empty();
  }

  private Optional<Evidence> byContent(int step, PostingLikeness like, Duration gap) {
    if (!like.sameTitle() && gap.toDays() > 400) {
      return Optional.empty();
    }
    boolean alike = like.changes() >= 0.3 || like.samePatches();
    if (like.sameTitle()) {
      String detail = "same author and title";
      boolean recent = gap.toDays() <= 400;
      boolean sameChange = alike || like.samePaths();
      if ((step > 0 || leavesRfc()) && gap.toDays() <= (sameChange ? LONGEST_PAUSE : FORGOTTEN)) {
        // a round left out is a doubt: the one between may belong to another effort
        double confidence = (alike ? 0.97 : 0.9) - (step > 1 ? 0.05 : 0);
        return found(Evidence.Kind.SUBJECT, confidence, detail);
      }
      if (step == 0 && (like.samePatches() || (later().isResend() && recent))) {
        return found(Evidence.Kind.SUBJECT, 0.96, detail + ", sent again");
      }
      if (step == 0
          && recent
          && (alike || (gap.toDays() <= SENT_ANEW && (like.samePaths() || lacksDiff())))) {
        return found(Evidence.Kind.SUBJECT, 0.85, detail + ", changes " + percent(like) + " alike");
      }
      return Optional.empty();
    }
    boolean next = step > 0 || leavesRfc();
    if (like.sharedPatchTitles() >= 0.5
        && ((next && (alike || like.samePaths())) || like.changes() >= 0.6)) {
      return found(
          Evidence.Kind.SIMILARITY,
          next ? 0.9 : 0.75,
          "same author, patches of the same titles, changes " + percent(like) + " alike");
    }
    double enough = next ? 0.35 : 0.75;
    if (like.changes() >= enough) {
      return found(
          Evidence.Kind.SIMILARITY,
          next ? 0.6 + 0.35 * like.changes() : 0.7,
          "same author, changes " + percent(like) + " alike");
    }
    if (next
        && like.titleWords() >= 0.6
        && like.samePaths()
        && !Titles.differInNumber(later().lead().title(), earlier().lead().title())) {
      return found(Evidence.Kind.SIMILARITY, 0.7, "same author and paths, nearly the same title");
    }
    return Optional.empty();
  }

  /** A mail client may have eaten one's diff: then it is sent again. */
  private boolean lacksDiff() {
    return !laterOne.pull() && (hasNoDiff(later()) || hasNoDiff(earlier()));
  }

  private static boolean hasNoDiff(Posting posting) {
    return posting.patches().values().stream().allMatch(patch -> patch.diff().isEmpty());
  }

  private static String percent(PostingLikeness like) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * like.changes());
  }

  private static Optional<Evidence> found(Evidence.Kind kind, double confidence, String detail) {
    return Optional.of(new Evidence(kind, confidence, detail));
  }
}
