package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.gitlab.identity.Accounts;
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

  private static final String BOLD = "**";
  private static final String OPEN = " \\<";
  private static final String CLOSE = "\\>";
  private static final String SENT = " sent ";

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

  /**
   * Who proposed it: the person whose series it was, where its description says that as it was
   * written there, else the account that opened it.
   *
   * <p>Whoever opens a request can write such a description. That gains nobody anything: what the
   * account does there counts as a machine's from then on ({@link #actor}), and consent is believed
   * of nobody but its giver.
   */
  static Person submitter(MergeRequest request, Accounts accounts) {
    return sender(request)
        .map(accounts::resolved)
        .orElseGet(() -> accounts.person(request.heading().author()));
  }

  /** Who acts: the account that carried another's series only passes things on. */
  static Actor actor(MergeRequest request, User account, Accounts accounts) {
    Actor actor = accounts.actor(account);
    boolean carrier =
        account.isSameAs(request.heading().author())
            && !actor.person().isSameAs(submitter(request, accounts));
    return carrier ? new Actor(actor.person(), true) : actor;
  }

  /** {@code **Ann** \<ann@example.org\> sent v1 on ...}: below the cover letter. */
  private static Optional<Person> sender(MergeRequest request) {
    String text = WrittenText.withoutMark(request.heading().description());
    int rule = text.lastIndexOf(RULE);
    String posted = rule < 0 ? text : text.substring(rule + RULE.length());
    int end = posted.startsWith(BOLD) ? posted.indexOf(BOLD, BOLD.length()) : -1;
    if (!is(request) || end < 0) {
      return Optional.empty();
    }
    String name = words(posted.substring(BOLD.length(), end));
    String rest = posted.substring(end + BOLD.length());
    if (rest.startsWith(SENT)) {
      boolean address = name.indexOf('@') > 0 && name.indexOf(' ') < 0;
      return Optional.of(address ? new Person("", name) : new Person(name, ""));
    }
    int close = rest.startsWith(OPEN) ? rest.indexOf(CLOSE + SENT) : -1;
    return close < 0
        ? Optional.empty()
        : Optional.of(new Person(name, words(rest.substring(OPEN.length(), close))));
  }

  private static String words(String written) {
    return WrittenText.plain(written).replace(WORD_JOINER, "");
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
