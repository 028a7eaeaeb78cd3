package io.github.patchlane.mailinglist.series;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before a subject's brackets and title: {@code Re:}, {@code RE[2]:}, {@code Re :},
 * {@code 答复：}, {@code Fwd:}, {@code Ping:}, and a pasted {@code Subject:}.
 *
 * @param kind what it says
 * @param end where the subject goes on
 */
record SubjectPrefix(Kind kind, int end) {
  enum Kind {
    REPLY,
    FORWARD,
    /** Newcomers paste format-patch's whole line into the field. */
    PASTED
  }

  private static final Set<String> REPLY =
      Set.of(
          "re", "aw", "sv", "vs", "antw", "antwort", "res", "rif", "ref", "odp", "ynt", "vl", "r",
          "答复", "回复", "回覆", "答覆", "转复", "返信", "отв");
  private static final Set<String> FORWARD =
      Set.of("fwd", "fw", "wg", "tr", "rv", "enc", "doorst", "转发", "轉寄");
  private static final String PASTED = "subject";
  private static final String PING = "ping";
  private static final int LONGEST = 8;

  /** The prefix that begins there; empty where the brackets or the title do. */
  static Optional<SubjectPrefix> at(String text, int at) {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end)) && end - at <= LONGEST) {
      end++;
    }
    String word = text.substring(at, end).toLowerCase(Locale.ROOT);
    if (word.equals(PING)) {
      return ping(text, end);
    }
    Optional<Kind> kind = kindOf(word);
    int colon = kind.isPresent() ? behindCount(text, end) : text.length();
    return colon < text.length() && (text.charAt(colon) == ':' || text.charAt(colon) == '：')
        ? kind.map(k -> new SubjectPrefix(k, colon + 1))
        : Optional.empty();
  }

  private static Optional<Kind> kindOf(String word) {
    if (REPLY.contains(word)) {
      return Optional.of(Kind.REPLY);
    }
    if (FORWARD.contains(word)) {
      return Optional.of(Kind.FORWARD);
    }
    return word.equals(PASTED) ? Optional.of(Kind.PASTED) : Optional.empty();
  }

  /**
   * {@code Ping:}, {@code Ping²: Re:}, {@code ping?} before what it asks after: its sender answers
   * themselves. Before anything else it is a title's own word.
   */
  private static Optional<SubjectPrefix> ping(String text, int from) {
    int next = from;
    while (next < text.length()
        && text.charAt(next) != '['
        && !Character.isLetter(text.charAt(next))) {
      next++;
    }
    boolean asks =
        next < text.length()
            && (text.charAt(next) == '[' || text.regionMatches(true, next, "re:", 0, 3));
    return asks ? Optional.of(new SubjectPrefix(Kind.REPLY, next)) : Optional.empty();
  }

  /** Behind the {@code [2]} of {@code Re[2]:} and the blanks of {@code Re :}. */
  private static int behindCount(String text, int from) {
    int at = from;
    if (at < text.length() && "[(^".indexOf(text.charAt(at)) >= 0) {
      at++;
      while (at < text.length()
          && (Character.isDigit(text.charAt(at)) || "])".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
    }
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
