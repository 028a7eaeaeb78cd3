package io.github.patchlane.core.git.apply;

import io.github.patchlane.core.git.apply.FilePatch.Tristate;
import java.util.Optional;

/**
 * The two lines {@code ---} and {@code +++} of a diff that git did not write: what they do not say
 * is guessed as git guesses it.
 */
final class TraditionalHeader {
  private static final int DATE = "2010-07-05".length();

  private TraditionalHeader() {}

  /**
   * How many directories to take off, as the names themselves suggest.
   *
   * @param known what is used where they suggest nothing
   */
  static int strip(String first, String second, int known) {
    int one = strip(first);
    int two = strip(second);
    int either = one < 0 ? two : one;
    return either >= 0 && either == two ? either : known;
  }

  private static int strip(String line) {
    if (DiffNames.isDevNull(line, 4)) {
      return -1;
    }
    return name(line, Optional.empty(), 0).filter(n -> n.indexOf('/') < 0).map(n -> 0).orElse(-1);
  }

  /** Each line whole, with its line feed. */
  static FilePatch read(String first, String second, int strip) throws Refused {
    FilePatch patch = new FilePatch();
    Optional<String> name;
    if (DiffNames.isDevNull(first, 4)) {
      patch.added = Tristate.YES;
      patch.deleted = Tristate.NO;
      name = name(second, Optional.empty(), strip);
      patch.newName = name;
    } else if (DiffNames.isDevNull(second, 4)) {
      patch.added = Tristate.NO;
      patch.deleted = Tristate.YES;
      name = name(first, Optional.empty(), strip);
      patch.oldName = name;
    } else {
      name = name(second, name(first, Optional.empty(), strip), strip);
      if (isEpoch(first)) {
        patch.added = Tristate.YES;
        patch.deleted = Tristate.NO;
        patch.newName = name;
      } else if (isEpoch(second)) {
        patch.added = Tristate.NO;
        patch.deleted = Tristate.YES;
        patch.oldName = name;
      } else {
        patch.oldName = name;
        patch.newName = name;
      }
    }
    if (name.isEmpty()) {
      throw Refused.corrupt("a header without a file name one directory deep");
    }
    return patch;
  }

  private static Optional<String> name(String line, Optional<String> fallback, int strip) {
    if (line.startsWith("\"", 4)) {
      Optional<String> quoted = DiffNames.find(line, 4, Optional.empty(), strip, true);
      if (quoted.isPresent()) {
        return quoted;
      }
    }
    int end = line.length() - 1;
    int withoutTime = withoutTime(line, end);
    return withoutTime == end
        ? DiffNames.find(line, 4, fallback, strip, true)
        : DiffNames.plain(line.substring(Math.min(4, withoutTime), withoutTime), fallback, strip);
  }

  /** Where the name ends if a date, a time and perhaps a zone stand behind it; else the end. */
  private static int withoutTime(String line, int end) {
    int at = end;
    if (at <= 4 || !isDigit(line, at - 1)) {
      return end;
    }
    if (matches(line, at - 6, " +dddd")) {
      at -= 6;
    } else if (matches(line, at - 7, " +dd:dd")) {
      at -= 7;
    }
    if (matches(line, at - 9, " dd:dd:dd")) {
      at -= 9;
    } else {
      int point = at;
      while (point > 4 && isDigit(line, point - 1)) {
        point--;
      }
      if (point < at && point > 4 && line.charAt(point - 1) == '.') {
        at = matches(line, point - 10, " dd:dd:dd") ? point - 10 : at;
      }
    }
    if (matches(line, at - DATE, "dddd-dd-dd")) {
      at -= DATE;
    } else if (matches(line, at - DATE + 2, "dd-dd-dd")) {
      at -= DATE - 2;
    } else {
      return end;
    }
    if (at <= 4) {
      return end;
    }
    if (line.charAt(at - 1) == '\t') {
      return at - 1;
    }
    if (line.charAt(at - 1) != ' ') {
      return end;
    }
    while (at > 4 && line.charAt(at - 1) == ' ') {
      at--;
    }
    return at;
  }

  /** {@code d} stands for a digit, {@code +} for either sign. */
  private static boolean matches(String line, int from, String shape) {
    if (from < 4 || from + shape.length() > line.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = line.charAt(from + i);
      boolean fits =
          switch (shape.charAt(i)) {
            case 'd' -> c >= '0' && c <= '9';
            case '+' -> c == '+' || c == '-';
            default -> c == shape.charAt(i);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(String line, int at) {
    return line.charAt(at) >= '0' && line.charAt(at) <= '9';
  }

  /** Whether the file's time is the start of all time, GNU diff's sign for a file that is not. */
  private static boolean isEpoch(String line) {
    int tab = line.lastIndexOf('\t');
    if (tab < 4) {
      return false;
    }
    int hours;
    if (line.startsWith("1969-12-31 ", tab + 1)) {
      hours = 24;
    } else if (line.startsWith("1970-01-01 ", tab + 1)) {
      hours = 0;
    } else {
      return false;
    }
    int time = tab + 12;
    if (!matches(line, time, "dd:dd:dd") || !line.startsWith(":00", time + 5)) {
      return false;
    }
    int zone = time + 8;
    if (line.startsWith(".0", zone)) {
      zone++;
      while (line.charAt(zone) == '0') {
        zone++;
      }
    }
    int east;
    if (matches(line, zone, " +dddd") && zone + 7 == line.length()) {
      east = number(line, zone + 2) * 60 + number(line, zone + 4);
    } else if (matches(line, zone, " +dd:dd") && zone + 8 == line.length()) {
      east = number(line, zone + 2) * 60 + number(line, zone + 5);
    } else {
      return false;
    }
    east = line.charAt(zone + 1) == '-' ? -east : east;
    return number(line, time) * 60 + number(line, time + 3) - east == hours * 60;
  }

  private static int number(String line, int at) {
    return (line.charAt(at) - '0') * 10 + line.charAt(at + 1) - '0';
  }
}
