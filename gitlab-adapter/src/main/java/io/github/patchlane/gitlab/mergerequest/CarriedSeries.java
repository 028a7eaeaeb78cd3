package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.State;
import io.github.patchlane.gitlab.identity.User;
import io.github.patchlane.gitlab.written.WrittenText;
import java.util.Arrays;
import java.util.Optional;

/**
 * A merge request that Patchlane made of a series, known by the mark under its description. What it
 * wrote there was said on the list: each push was a revision, and no note of its own is news.
 */
final class CarriedSeries {
  /** Between the words of the cover letter and what is said of the posting. */
  private static final String RULE = "\n\n---\n\n";

  /** Parts what GitLab would take for a reference; invisible. */
  private static final String WORD_JOINER = "\u2060";

  private CarriedSeries() {}

  /** Whether the request was made of a series. */
  static boolean is(MergeRequest request) {
    return WrittenText.mark(request.heading().description()).isPresent();
  }

  /** Whether a note of such a request carries a mail. Nobody else's mark is believed. */
  static boolean isMail(MergeRequest request, Note note) {
    return is(request)
        && note.author().isSameAs(request.heading().author())
        && WrittenText.mark(note.body()).isPresent();
  }

  /** What the list said of its end, where the one who carried it closed it for that. */
  static Optional<State> end(MergeRequest request, User closer) {
    if (!is(request) || !closer.isSameAs(request.heading().author())) {
      return Optional.empty();
    }
    return Arrays.stream(State.values())
        .filter(state -> state != State.OPEN && request.heading().labels().contains(state.label()))
        .findFirst();
  }

  /** The title as it was on the list. */
  static String title(String written) {
    return written.replace(WORD_JOINER, "");
  }

  /** The words of the cover letter; empty where it had none. */
  static String cover(String description) {
    String text = WrittenText.withoutMark(description);
    int rule = text.lastIndexOf(RULE);
    return rule < 0 ? "" : WrittenText.plain(text.substring(0, rule));
  }
}
