package io.github.patchlane.core.git.landing;

import java.util.Optional;

/**
 * What a posting and a commit have in common.
 *
 * @param title the share of the titles' words, the rare ones counting more; 1 for equal titles
 * @param author whether both name the same author
 * @param paths the share of files that both touch; a file of the same name elsewhere is half a one
 * @param rarestPath from 1 for a common file that no other commit touches down to 0 for one of all,
 *     and where no file is common
 * @param content the same for lines, words within lines, and the message; empty where either side's
 *     change is not at hand
 * @param days from posting to commit
 */
record Likeness(
    double title,
    boolean author,
    double paths,
    double rarestPath,
    Optional<Content> content,
    double days) {
  /**
   * @param lines the share of changed lines, weighted by what they tell and how rare they are
   * @param words the share of words in changed lines, weighted likewise
   * @param message the share of words of the messages
   * @param told whether both have a message below the title
   */
  record Content(double lines, double words, double message, boolean told) {}

  /** By logistic regression over pairs of a real list, a constant first. */
  private static final double BASE = -7.5;

  private static final double TITLE = 3;
  private static final double AUTHOR = 1.9;
  private static final double PATHS = 0.6;
  private static final double RAREST_PATH = 1.8;
  private static final double LINES = 2;
  private static final double WORDS = 2;
  private static final double MESSAGE = 0.6;
  private static final double WEEKS = -0.6;

  /** So many days after, equal title and author speak no less for a patch than later still. */
  private static final double LONG_AGO = 365;

  /** No file in common: what is done alike in many places is done in each by a patch of its own. */
  private static final double ELSEWHERE = -2;

  /** What a message of unrelated patches has in common anyway. */
  private static final double USUAL_MESSAGE = 0.3;

  /** Where changes are not at hand they are taken to be somewhat less alike than the titles. */
  private static final double UNSEEN = 0.6;

  /** How sure one can be that the commit was made of some posting of this patch, in (0, 1). */
  double probability() {
    double score = BASE + TITLE * title + PATHS * paths + RAREST_PATH * rarestPath;
    score += author ? AUTHOR : 0;
    score += paths == 0 ? ELSEWHERE : 0;
    double age = title == 1 && author ? Math.min(days, LONG_AGO) : days;
    score += WEEKS * Math.log1p(Math.max(0, age) / 7);
    if (content.isPresent()) {
      Content seen = content.get();
      score += LINES * seen.lines() + WORDS * seen.words();
      score += seen.told() ? MESSAGE * (seen.message() - USUAL_MESSAGE) : 0;
    } else {
      score += UNSEEN * (LINES + WORDS) * title;
    }
    return 1 / (1 + Math.exp(-score));
  }

  /** The same with the changes looked at. */
  Likeness with(Content seen) {
    return new Likeness(title, author, paths, rarestPath, Optional.of(seen), days);
  }

  /** The most that it could be if all of the change were common. */
  double atBest() {
    return with(new Content(1, 1, 1, true)).probability();
  }

  /** How alike the changes are, from 0 to 2; 0 where they are not at hand. */
  double change() {
    return content.map(seen -> seen.lines() + seen.words()).orElse(0.0);
  }
}
