package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is a trailer, whole.
 *
 * @param token as written, with a hyphen where a space stood
 * @param value what follows the colon
 * @param indented whether white space stands before it
 */
record TrailerLine(String token, String value, boolean indented) {
  private static final Pattern LINE =
      Pattern.compile(
          "[ \\t*_]*((?:[A-Za-z]+-)+by|(?:Reviewed|Acked|Tested)[ -]by)[*_]*\\s*(:?)[*_]*\\s*(.*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS = Pattern.compile("<\\s*([^<>\\s]+@[^<>\\s]+)\\s*>");
  private static final Pattern BARE_ADDRESS = Pattern.compile("[\\w.+%-]+@[\\w.-]+\\.[a-z]+");
  private static final Set<String> OTHER_TOKENS =
      Set.of("cc", "fixes", "link", "closes", "bugzilla", "message-id", "change-id");

  /** Cheap, and right for nearly all lines; the caller has an unquoted one. */
  static boolean isTag(MailText text, int line) {
    return text.length(line) < 300 && of(text, line).isPresent();
  }

  static Optional<TrailerLine> of(MailText text, int line) {
    if (text.length(line) < 4 || text.length(line) > 2000) {
      return Optional.empty();
    }
    int by = -1;
    for (int i = 1; i + 1 < Math.min(text.length(line), 60); i++) {
      char c = text.at(line, i);
      if (c == ':') {
        return by >= 0 ? parse(text, line) : other(text, line, i);
      }
      if ((c == 'b' || c == 'B') && (text.at(line, i + 1) | 32) == 'y') {
        char before = text.at(line, i - 1);
        by = before == '-' || before == ' ' ? i : by;
      }
    }
    return by >= 0 && text.contains(line, "@") ? parse(text, line) : Optional.empty();
  }

  private static Optional<TrailerLine> other(MailText text, int line, int colon) {
    if (colon > 12 || text.length(line) <= colon + 1) {
      return Optional.empty();
    }
    String content = text.content(line);
    String token = content.substring(0, colon);
    return OTHER_TOKENS.contains(token.toLowerCase(Locale.ROOT))
        ? Optional.of(new TrailerLine(token, content.substring(colon + 1).strip(), false))
        : Optional.empty();
  }

  private static Optional<TrailerLine> parse(MailText text, int line) {
    String content = text.content(line);
    Matcher m = LINE.matcher(content);
    if (!m.matches()) {
      return Optional.empty();
    }
    String value = m.group(3).strip();
    if (value.contains("<mailto:")) {
      value = value.replaceAll("<mailto:[^<>]*>", "");
    }
    // Without its colon it is one only where a person with an address follows.
    if (m.group(2).isEmpty() && !ADDRESS.matcher(value).find()) {
      return Optional.empty();
    }
    String token = m.group(1).replace(' ', '-');
    boolean indented = MailText.isSpace(content.charAt(0));
    return Optional.of(new TrailerLine(token, value, indented));
  }

  /** Where a mail client broke a line before the address. */
  TrailerLine with(String more) {
    return new TrailerLine(token, value + ' ' + more.strip(), indented);
  }

  boolean hasAddress() {
    return value.indexOf('@') > 0;
  }

  /** The values of a list of names, each with its address; the one value otherwise. */
  List<String> values() {
    Matcher m = ADDRESS.matcher(value);
    List<String> found = new ArrayList<>();
    int from = 0;
    while (m.find()) {
      String one = value.substring(from, m.end()).strip();
      found.add(one.startsWith(",") || one.startsWith(";") ? one.substring(1).strip() : one);
      from = m.end();
    }
    return found.size() > 1 ? found : List.of(value);
  }

  /** What stands behind the address: {@code # for patch 2}. */
  String comment() {
    Matcher m = ADDRESS.matcher(value);
    int end = -1;
    while (m.find()) {
      end = m.end();
    }
    if (end < 0) {
      end = value.indexOf('#');
      return end < 0 ? "" : value.substring(end);
    }
    return value.substring(end).strip();
  }

  /** Whom a value names; without a name and address where it names nobody. */
  static Person person(String value) {
    Matcher m = ADDRESS.matcher(value);
    if (m.find()) {
      return new Person(bareName(value.substring(0, m.start())), m.group(1));
    }
    Matcher bare = BARE_ADDRESS.matcher(value);
    if (bare.find()) {
      return new Person(bareName(value.substring(0, bare.start())), bare.group());
    }
    return new Person(bareName(value), "");
  }

  private static String bareName(String text) {
    String name = text.strip();
    int cut = name.indexOf('#');
    name = cut < 0 ? name : name.substring(0, cut).strip();
    if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.endsWith(",") || name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
