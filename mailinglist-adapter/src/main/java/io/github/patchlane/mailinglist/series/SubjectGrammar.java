package io.github.patchlane.mailinglist.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The grammar of patch subjects as they are really written: reply prefixes and bracket groups in
 * any order, then the title. Senders agree on nothing but the brackets, so each word in them is
 * taken for what it looks like, wherever it stands.
 */
final class SubjectGrammar {
  private final String text;
  private int at;
  private boolean reply;
  private boolean forward;
  private boolean tagged;
  private boolean pull;
  private boolean rfc;
  private boolean resend;
  private boolean committed;
  private OptionalInt version = OptionalInt.empty();
  private int minor;
  private OptionalInt index = OptionalInt.empty();
  private OptionalInt total = OptionalInt.empty();
  private final List<String> others = new ArrayList<>();

  SubjectGrammar(String text) {
    this.text = text;
  }

  SubjectLine parse() {
    while (skipBlanks() && (prefix() || bracket())) {
      // each turn takes one prefix or one bracket group
    }
    String title = versionAtTheEnd(String.join(" ", words(text.substring(at), "")));
    return new SubjectLine(
        reply, forward, tagged, pull, rfc, resend, committed, version, minor, index, total, others,
        title);
  }

  private boolean skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  /** "[PATCH] ref: count once" is a title; after the patch's own tag no prefix is left to come. */
  private boolean prefix() {
    Optional<SubjectPrefix> found = tagged ? Optional.empty() : SubjectPrefix.at(text, at);
    if (found.isPresent()) {
      reply |= found.get().kind() == SubjectPrefix.Kind.REPLY;
      forward |= found.get().kind() == SubjectPrefix.Kind.FORWARD;
      at = found.get().end();
    }
    return found.isPresent();
  }

  private boolean bracket() {
    if (text.charAt(at) != '[') {
      return false;
    }
    int close = text.indexOf(']', at);
    if (close < 0) {
      return false;
    }
    readGroup(text.substring(at + 1, close));
    at = close + 1;
    return true;
  }

  private void readGroup(String group) {
    List<String> words = words(group, ",;");
    boolean strong = false;
    boolean place = false;
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i + 2 < words.size()
          && words.get(i + 1).equalsIgnoreCase("of")
          && isNumber(word)
          && isNumber(words.get(i + 2))) {
        setPlace(word, words.get(i + 2));
        place = true;
        i += 2;
      } else if (keyword(word)) {
        strong = true;
      } else if (version(word) || place(word)) {
        place = true;
      } else if (!flag(word)) {
        unknown.add(word);
      }
    }
    // "[v2 1/3]" and "[net,v2,1/2]" say patch without the word; "[4/4]" alone is anybody's guess
    // and
    // is taken as one too, since no title begins so.
    tagged |= strong || place;
    others.addAll(unknown);
  }

  private static List<String> words(String text, String separators) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside =
          i < text.length()
              && !Character.isWhitespace(text.charAt(i))
              && separators.indexOf(text.charAt(i)) < 0;
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /**
   * {@code PATCH}, with what is written onto it: {@code PATCHv3}, {@code PATCH1/8}, {@code
   * PATCHv2:}, {@code PATCH-for-4.2}.
   */
  private boolean keyword(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("pull")) {
      pull = true;
      return true;
    }
    String rest;
    if (lower.startsWith("patches") || lower.startsWith("patchset")) {
      rest = lower.startsWith("patches") ? lower.substring(7) : lower.substring(8);
    } else if (lower.startsWith("patch")) {
      rest = lower.substring(5);
    } else if (lower.endsWith("patch") && lower.startsWith("rfc")) {
      rfc = true;
      return true;
    } else {
      return false;
    }
    String joined = withoutJoint(rest);
    if (joined.isEmpty() || version(joined) || place(joined) || flag(joined) || isNumber(joined)) {
      return true;
    }
    boolean branch = joined.startsWith("for-") || word.startsWith("PATCH-");
    if (branch) {
      others.add(joined);
    }
    return branch;
  }

  /**
   * {@code v2}, {@code V2}, {@code v5.1}, {@code v3a} for 3.1, {@code v2:}; with the place written
   * onto it, {@code v2-1/3}.
   */
  private boolean version(String word) {
    if (word.length() < 2 || (word.charAt(0) != 'v' && word.charAt(0) != 'V')) {
      return false;
    }
    int i = 1;
    while (i < word.length() && isDigit(word.charAt(i))) {
      i++;
    }
    if (i == 1 || i > 5) {
      return false;
    }
    int number = Integer.parseInt(word.substring(1, i));
    int afterDot = i;
    int small = 0;
    if (i + 1 < word.length() && word.charAt(i) == '.' && isDigit(word.charAt(i + 1))) {
      afterDot = i + 1;
      while (afterDot < word.length() && isDigit(word.charAt(afterDot)) && afterDot - i < 5) {
        afterDot++;
      }
      small = Integer.parseInt(word.substring(i + 1, afterDot));
    }
    if (afterDot == word.length() - 1 && afterDot == i && isSubversion(word.charAt(i))) {
      small = (word.charAt(i) | 32) - 'a' + 1;
      afterDot++;
    }
    String rest = withoutJoint(word.substring(afterDot));
    if (!rest.isEmpty() && !place(rest) && !flag(rest)) {
      return false;
    }
    if (number > 0 && number < 1000) {
      version = OptionalInt.of(number);
      minor = small;
    }
    return true;
  }

  /** {@code 3/7}, {@code 03/12}, {@code 3/n}, {@code 3/?}. */
  private boolean place(String word) {
    int slash = word.indexOf('/');
    if (slash < 1 || !isNumber(word.substring(0, slash))) {
      return false;
    }
    String after = word.substring(slash + 1);
    while (after.endsWith(":") || after.endsWith(".")) {
      after = after.substring(0, after.length() - 1);
    }
    if (!isNumber(after)
        && !after.equalsIgnoreCase("n")
        && !after.equalsIgnoreCase("m")
        && !after.equals("?")
        && !after.equalsIgnoreCase("x")) {
      return false;
    }
    setPlace(word.substring(0, slash), after);
    return true;
  }

  private void setPlace(String indexText, String totalText) {
    index = OptionalInt.of(Integer.parseInt(indexText));
    total = isNumber(totalText) ? OptionalInt.of(Integer.parseInt(totalText)) : OptionalInt.empty();
    if (total.isPresent() && total.getAsInt() < index.getAsInt()) {
      total = OptionalInt.empty();
    }
  }

  private boolean flag(String word) {
    switch (word.toLowerCase(Locale.ROOT)) {
      case "rfc", "rft", "wip", "draft" -> {
        rfc = true;
        return true;
      }
      case "resend", "repost", "resent", "re-send", "re-post" -> {
        resend = true;
        tagged = true;
        return true;
      }
      case "ping" -> {
        reply = true;
        return true;
      }
      case "committed", "pushed", "applied", "commited" -> {
        committed = true;
        tagged = true;
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  /** {@code subject (v2)}: some put the version last. */
  private String versionAtTheEnd(String title) {
    if (!tagged || version.isPresent() || title.length() < 5) {
      return title;
    }
    char last = title.charAt(title.length() - 1);
    int open = last == ')' ? title.lastIndexOf('(') : last == ']' ? title.lastIndexOf('[') : -1;
    if (open > 0
        && title.charAt(open - 1) == ' '
        && version(title.substring(open + 1, title.length() - 1))) {
      return title.substring(0, open).strip();
    }
    return title;
  }

  private static String withoutJoint(String word) {
    int from = 0;
    while (from < word.length() && "-_:.".indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    return word.substring(from);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSubversion(char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'd';
  }

  private static boolean isNumber(String word) {
    if (word.isEmpty() || word.length() > 4) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
