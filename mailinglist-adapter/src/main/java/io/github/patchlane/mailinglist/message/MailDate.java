package io.github.patchlane.mailinglist.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the dates that mails carry: RFC 5322's form and the ones of a century of programs that did
 * not read it. Words and numbers are taken for what their shape says, wherever they stand; an
 * unknown word is passed over, an unknown or missing zone is UTC, a year of two digits is 1950 to
 * 2049.
 */
final class MailDate {
  /** Longer than any date; what follows is no part of it. */
  private static final int LONGEST = 200;

  private static final long SECONDS_A_DAY = 24 * 60 * 60;

  private static final int FURTHEST_ZONE = 18 * 60;

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** Minutes east of Greenwich. Zones of one letter are UTC, as RFC 5322 asks. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("est", -300),
          Map.entry("edt", -240),
          Map.entry("cst", -360),
          Map.entry("cdt", -300),
          Map.entry("mst", -420),
          Map.entry("mdt", -360),
          Map.entry("pst", -480),
          Map.entry("pdt", -420),
          Map.entry("bst", 60),
          Map.entry("wet", 0),
          Map.entry("west", 60),
          Map.entry("cet", 60),
          Map.entry("met", 60),
          Map.entry("cest", 120),
          Map.entry("mest", 120),
          Map.entry("eet", 120),
          Map.entry("eest", 180),
          Map.entry("msk", 180),
          Map.entry("ist", 330),
          Map.entry("hkt", 480),
          Map.entry("sgt", 480),
          Map.entry("jst", 540),
          Map.entry("kst", 540),
          Map.entry("aest", 600),
          Map.entry("aedt", 660),
          Map.entry("nzst", 720),
          Map.entry("nzdt", 780));

  private final String text;
  private int at;
  private int day = -1;
  private int month = -1;
  private int year = -1;
  private int second = -1;
  private int zoneMinutes;
  private boolean afternoon;
  private boolean forenoon;

  private MailDate(String text) {
    this.text = text;
  }

  /** Empty where there is no day, month, year or time of day, or one that cannot be. */
  static Optional<Instant> parse(String text) {
    return new MailDate(text.length() > LONGEST ? text.substring(0, LONGEST) : text).parse();
  }

  /** The same with the zone it names; UTC where that is further off than any on earth. */
  static Optional<OffsetDateTime> parseWithZone(String text) {
    MailDate date = new MailDate(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return date.parse()
        .map(
            instant ->
                instant.atOffset(
                    Math.abs(date.zoneMinutes) <= FURTHEST_ZONE
                        ? ZoneOffset.ofTotalSeconds(60 * date.zoneMinutes)
                        : ZoneOffset.UTC));
  }

  private Optional<Instant> parse() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '(') {
        skipComment();
      } else if (isDigit(c)) {
        number();
      } else if ((c == '+' || c == '-') && second >= 0) {
        offset(c == '-' ? -1 : 1);
      } else if (Character.isLetter(c)) {
        word();
      } else {
        at++;
      }
    }
    if (day < 1 || month < 1 || year < 0 || second < 0) {
      return Optional.empty();
    }
    try {
      // Day 31 of a month of 30 is the next month's first: a clock set by hand, not a lost date.
      long days = LocalDate.of(year, month, 1).toEpochDay() + day - 1;
      return Optional.of(Instant.ofEpochSecond(days * SECONDS_A_DAY + clock() - 60L * zoneMinutes));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private int clock() {
    int hour = second / 3600;
    if (afternoon && hour < 12) {
      return second + 12 * 3600;
    }
    return forenoon && hour == 12 ? second - 12 * 3600 : second;
  }

  private void skipComment() {
    int depth = 0;
    do {
      char c = text.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    } while (at < text.length() && depth > 0);
  }

  private void number() {
    int start = at;
    int value = digits();
    int length = at - start;
    char next = at < text.length() ? text.charAt(at) : ' ';
    if (next == ':' && second < 0) {
      timeOfDay(value);
    } else if (length == 4 && next == '-' && year < 0) {
      isoDate(value);
    } else if (day < 0 && length <= 2 && value <= 31) {
      day = value;
    } else if (year < 0 && length <= 4 && (length > 1 || day >= 0)) {
      year = length == 2 ? value + (value < 50 ? 2000 : 1900) : length == 3 ? value + 1900 : value;
    }
  }

  private void timeOfDay(int hour) {
    at++;
    int minute = digits();
    int sec = 0;
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      sec = digits();
      if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
        at++;
        digits();
      }
    }
    if (hour <= 24 && minute < 60 && sec <= 60) {
      second = hour * 3600 + minute * 60 + sec;
    }
  }

  private void isoDate(int isoYear) {
    at++;
    int isoMonth = digits();
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
      int isoDay = digits();
      if (isoMonth >= 1 && isoMonth <= 12 && isoDay >= 1 && isoDay <= 31) {
        year = isoYear;
        month = isoMonth;
        day = isoDay;
      }
    }
    if (at < text.length() && text.charAt(at) == 'T') {
      at++;
    }
  }

  /** A zone of a day or more, or with 60 minutes or more, says nothing. */
  private void offset(int sign) {
    at++;
    int start = at;
    int value = digits();
    int length = at - start;
    int hours = length <= 2 ? value : value / 100;
    int minutes = length <= 2 ? 0 : value % 100;
    if (length <= 2 && at < text.length() && text.charAt(at) == ':') {
      at++;
      minutes = digits();
    }
    if (length > 0 && length <= 4 && hours < 24 && minutes < 60) {
      zoneMinutes = sign * (60 * hours + minutes);
    }
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    int length = at - start;
    if (length > 9) {
      return;
    }
    int found = month < 0 && length >= 3 ? month(start) : -1;
    if (found >= 0) {
      month = found;
    } else if (length == 2 || second >= 0) {
      zone(text.substring(start, at).toLowerCase(Locale.ROOT));
    }
  }

  /** The month from 1 whose name begins with the three letters here, or -1. */
  private int month(int start) {
    int first = text.charAt(start) | 0x20;
    for (int m = 0; m < MONTHS.length(); m += 3) {
      if (first == MONTHS.charAt(m) && text.regionMatches(true, start, MONTHS, m, 3)) {
        return m / 3 + 1;
      }
    }
    return -1;
  }

  private void zone(String word) {
    if (word.equals("pm")) {
      afternoon = true;
    } else if (word.equals("am")) {
      forenoon = true;
    } else if (second >= 0) {
      zoneMinutes = ZONES.getOrDefault(word, zoneMinutes);
    }
  }

  /** The digits from here on; more than nine are no number of a date. */
  private int digits() {
    int start = at;
    int value = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      value = at - start < 9 ? value * 10 + (text.charAt(at) - '0') : Year.MAX_VALUE;
      at++;
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
