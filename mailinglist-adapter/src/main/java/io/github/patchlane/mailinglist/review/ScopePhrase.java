package io.github.patchlane.mailinglist.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from prose which patches a trailer or a verdict is for. */
final class ScopePhrase {
  private static final String NUMBER = "(?:\\d{1,3}(?:\\s*/\\s*(?:\\d{1,3}|n))?)";
  private static final String LIST =
      "("
          + NUMBER
          + "(?:\\s*(?:,\\s*and|,\\s*&|,|and|&|\\+|to|through|thru|till|until|up to|-|\u2013|\\.\\.+)\\s*"
          + "(?:patch(?:es)?\\s*)?#?"
          + NUMBER
          + "(?!\\w))*)";
  private static final String PATCH =
      "(?:the\\s+)?(?:patch(?:es)?|commits?|p(?=\\d))\\s*(?:no\\.?|nr\\.?|number|\\()?\\s*#?\\s*";
  private static final String SET = "(?:series|patch-?\\s?sets?|patch-?\\s?series|set of patches)";

  private static final Pattern ALL_BUT =
      Pattern.compile(
          "\\b(?:all|everything|series|patches|patchset|rest|set)\\b[^.?!]{0,30}?\\b(?:but|except|apart from|other than|excluding|minus|save)\\s+"
              + "(?:for\\s+|of\\s+)?(?:"
              + PATCH
              + ")?"
              + LIST
              + "(?![\\w.])");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:(?<![\\w])(?:for|to|on|of|in|both|with|applied|apply|merged|pushed|queued|took|taken|picked(?: up)?)\\s+(?:just\\s+|only\\s+|both\\s+)?|^\\W*|[.!?:,;]\\s+|\\band\\s+)"
              + PATCH
              + LIST
              + "(?![\\w]|\\.\\d|['\u2019]s\\b)");

  /** Without the word "patch" only where the numbers show that patches are meant: 1/4, 1-3. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:(?<![\\w])(?:for|to|on|applied|merged|pushed|queued|both|only|took)\\s+|^\\W*)"
              + "(\\d{1,3}\\s*/\\s*\\d{1,3}(?:\\s*(?:,\\s*and|,|and|&|-|to|through)\\s*"
              + NUMBER
              + ")*"
              + "|\\d{1,3}(?:\\s*(?:,\\s*and|,|and|&|-|to|through)\\s*\\d{1,3})+)"
              + "(?![\\w/%]|[-.]\\d)(?!\\s+(?:times|lines|more|weeks|days|hours|minutes|bytes|other))");

  private static final Pattern ORDINALS =
      Pattern.compile(
          "\\b(?:the\\s+)?first\\s+(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\\s+(?:patches|ones|commits)"
              + "|\\b(?:for|to|on|applied|merged|pushed|queued|the(?=\\s+\\w+\\s+patch))\\s+(?:the\\s+)?(first|second|third|fourth|fifth|sixth)\\s+(?:one\\b|patch\\b)");
  private static final Pattern SERIES =
      Pattern.compile(
          "\\b(?:for|to|on|of)\\s+(?:(?:the|this|your|all|whole|entire|complete|full|rest of the|remaining|other)\\s+)*"
              + SET
              + "\\b"
              + "|\\b(?:whole|entire|complete|full|all(?: of)? the|all(?: of)? this)\\s+(?:patch\\s*)?(?:series|set|patchset|thing|lot)\\b"
              + "|(?:^\\W*|[.!?]\\s+|\\bthe\\s+|\\bthis\\s+|,\\s*)"
              + SET
              + "\\s*(?::|(?<!\\bin (?:the|this) (?:series|patch-?\\s?set))[,-]|looks?\\b|lgtm\\b|is(?:\\s+(?:good|fine|ok|okay)\\b|\\s*$)|seems\\b|applied|merged|pushed|queued|has been|have been|was|reviewed)"
              + "|\\b(?:applied|merged|pushed|queued|reviewed|acked|tested|took|picked up)\\s+(?:the\\s+|this\\s+|your\\s+|whole\\s+|entire\\s+)*"
              + SET
              + "\\b"
              + "|\\bseries-?wide\\b"
              + "|\\b(?:all|both)\\s+(?:of\\s+)?(?:the\\s+|these\\s+|your\\s+|of\\s+)*(?:\\w+\\s+)?(?:patches|commits)\\b"
              + "|\\b(?:for|to|on)\\s+(?:all|both|everything)\\b(?!\\s+(?:that|this|archs?|architectures|cases|kernels|versions))"
              + "|\\bthe\\s+rest\\s+(?:of\\s+the\\s+(?:series|patches|set|patchset))"
              + "|\\b(?:all|both)\\s+(?:applied|merged|pushed|queued)\\b|\\b(?:applied|merged|pushed|queued)\\s+(?:both|all|the rest)\\b");
  private static final Pattern THIS =
      Pattern.compile(
          "\\b(?:for|on|to)\\s+(?:just\\s+|only\\s+)?this\\s+(?:one\\b|patch\\b|single\\b|particular\\b)|\\bthis\\s+patch\\s+only\\b|\\bonly\\s+(?:for\\s+)?this\\s+patch\\b");
  private static final List<String> ONES =
      List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final List<String> FIRSTS =
      List.of("", "first", "second", "third", "fourth", "fifth", "sixth");
  private static final Pattern ITEM =
      Pattern.compile(
          "(\\d{1,3})(?:\\s*/\\s*(?:\\d{1,3}|n))?\\s*(to|through|thru|till|until|up to|-|\u2013|\\.\\.+)?");

  // Each pattern is tried only where a word stands that it cannot do without.

  private static final List<String> EXCEPTION_STEMS =
      List.of("but", "except", "apart", "other", "excluding", "minus", "save");
  private static final List<String> FIRSTS_SAID = FIRSTS.subList(1, FIRSTS.size());
  private static final List<String> SERIES_STEMS =
      List.of(
          "serie",
          "set",
          "whole",
          "entire",
          "complete",
          "full",
          "all",
          "both",
          "rest",
          "everything");

  private ScopePhrase() {}

  static Optional<Scope> find(String words) {
    String low = words.toLowerCase(Locale.ROOT);
    boolean digit = hasDigit(low);
    if (digit && Words.containsAny(low, EXCEPTION_STEMS)) {
      Matcher m = ALL_BUT.matcher(low);
      if (m.find()) {
        return Optional.of(new Scope.AllBut(indices(m.group(1))));
      }
    }
    if (low.contains("this") && THIS.matcher(low).find()) {
      return Optional.of(new Scope.Answered());
    }
    List<Integer> found = new ArrayList<>();
    if (digit) {
      collect(NUMBERED.matcher(low), found);
      if (found.isEmpty()) {
        collect(BARE.matcher(low), found);
      }
    }
    if (found.isEmpty() && Words.containsAny(low, FIRSTS_SAID)) {
      ordinals(ORDINALS.matcher(low), found);
    }
    if (!found.isEmpty()) {
      return Optional.of(new Scope.Patches(found));
    }
    return Words.containsAny(low, SERIES_STEMS) && SERIES.matcher(low).find()
        ? Optional.of(new Scope.Series())
        : Optional.empty();
  }

  private static boolean hasDigit(String low) {
    for (int i = 0; i < low.length(); i++) {
      char c = low.charAt(i);
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  private static void collect(Matcher m, List<Integer> into) {
    while (m.find()) {
      into.addAll(indices(m.group(1)));
    }
  }

  private static void ordinals(Matcher m, List<Integer> into) {
    while (m.find()) {
      if (m.group(2) != null) {
        into.add(FIRSTS.indexOf(m.group(2)));
        continue;
      }
      int written = ONES.indexOf(m.group(1));
      int count = written > 0 ? written : Integer.parseInt(m.group(1));
      for (int i = 1; i <= count; i++) {
        into.add(i);
      }
    }
  }

  private static List<Integer> indices(String list) {
    List<Integer> found = new ArrayList<>();
    Matcher m = ITEM.matcher(list);
    int rangeFrom = -1;
    while (m.find()) {
      int index = Integer.parseInt(m.group(1));
      if (rangeFrom >= 0) {
        for (int i = rangeFrom + 1; i < index; i++) {
          found.add(i);
        }
      }
      found.add(index);
      rangeFrom = m.group(2) == null ? -1 : index;
    }
    return found.stream().filter(i -> i > 0).toList();
  }
}
