package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the addresses of a field (RFC 5322) and what else stands there: names with bare commas,
 * addresses that an archive obscured as {@code user at host (Name)}, groups, names alone. Nothing
 * that looks like someone is dropped.
 */
final class AddressList {
  /** More than any mail is sent to. */
  static final int MOST = 2_000;

  /** RFC 2047 allows 75 characters; more are seen. */
  private static final int LONGEST_WORD = 500;

  private final String text;
  private final List<Person> people = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private String address = "";
  private boolean angle;
  private boolean hasAt;

  private AddressList(String text) {
    this.text = text;
  }

  /**
   * Everyone whom the field names, in order.
   *
   * @param folded the field, each fold one line feed, encoded words still encoded
   */
  static List<Person> parse(String folded) {
    return new AddressList(folded).parse();
  }

  private List<Person> parse() {
    int at = 0;
    while (at < text.length() && people.size() < MOST) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> at = quoted(at);
        case '(' -> at = comment(at);
        case '<' -> at = angle(at);
        case ',' -> {
          if (angle || hasAt || comment.length() > 0) {
            finish();
          } else if (words.length() > 0) {
            // A name with a comma and no quotes: its address comes after the comma.
            words.append(',');
          }
          at++;
        }
        case ';' -> {
          finish();
          at++;
        }
        case ':' -> {
          // A group's name names nobody.
          words.setLength(0);
          at++;
        }
        case '=' -> at = encodedWord(at);
        default -> {
          if (words.length() > 0 || c > ' ') {
            words.append(c);
          }
          hasAt |= c == '@';
          at++;
        }
      }
    }
    finish();
    return people;
  }

  private int quoted(int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      words.append(text.charAt(at++));
    }
    return at + 1;
  }

  private int comment(int from) {
    int depth = 1;
    int at = from + 1;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        comment.append(text.charAt(at++));
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        break;
      }
      comment.append(c);
    }
    return at;
  }

  private int angle(int from) {
    int end = from + 1;
    String stops = text.startsWith("<@", from) ? "><\"" : ">,<\"";
    while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == '>';
    String inner = text.substring(from + 1, end);
    if (!angle || !address.contains("@")) {
      angle = true;
      // A source route (RFC 822) ends at a colon.
      address = squeeze(inner.substring(inner.indexOf(':') + 1));
    }
    return closed ? end + 1 : end;
  }

  /** An encoded word may hold bare commas and colons, though it should not. */
  private int encodedWord(int from) {
    int end = text.startsWith("=?", from) ? wordEnd(from) : -1;
    words.append(text, from, end < 0 ? from + 1 : end);
    return end < 0 ? from + 1 : end;
  }

  private int wordEnd(int from) {
    int marks = 0;
    int limit = Math.min(text.length(), from + LONGEST_WORD);
    for (int i = from + 2; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '\n' || c == ' ') {
        return -1;
      }
      marks += c == '?' ? 1 : 0;
      if (marks >= 3 && c == '?' && i + 1 < text.length() && text.charAt(i + 1) == '=') {
        // "?=" right behind the encoding opens a payload that starts with an equals sign.
        if (marks > 3 || text.charAt(i - 2) != '?') {
          return i + 2;
        }
      }
    }
    return -1;
  }

  private void finish() {
    String phrase = name(words.toString());
    String aside = name(comment.toString());
    if (angle) {
      add(phrase.isEmpty() ? aside : phrase, unobscured(address));
    } else if (!phrase.isEmpty()) {
      bare(phrase, aside);
    }
    words.setLength(0);
    comment.setLength(0);
    address = "";
    angle = false;
    hasAt = false;
  }

  /** No angle brackets: an address with its name in a comment, or a name with no address. */
  private void bare(String phrase, String aside) {
    String plain = unobscured(phrase);
    if (plain.indexOf(' ') < 0 && plain.indexOf('@') >= 0) {
      add(aside, plain);
      return;
    }
    for (String word : phrase.split(" ", -1)) {
      if (word.indexOf('@') > 0) {
        String rest = phrase.replace(word, " ").strip();
        if (rest.endsWith(",")) {
          add(name(rest), "");
          add(aside, word);
        } else {
          add(name(rest), word);
        }
        return;
      }
    }
    add(phrase, "");
  }

  private void add(String name, String email) {
    if (!name.isEmpty() || !email.isEmpty()) {
      people.add(new Person(name, email));
    }
  }

  /** Archives write {@code user at host} against harvesters. */
  private static String unobscured(String address) {
    int at = address.toLowerCase(Locale.ROOT).indexOf(" at ");
    boolean hidden =
        at > 0
            && address.indexOf('@') < 0
            && address.indexOf(' ') == at
            && address.indexOf(' ', at + 4) < 0
            && address.indexOf('.', at) > 0;
    return hidden ? address.substring(0, at) + '@' + address.substring(at + 4) : address;
  }

  private static String name(String raw) {
    String name = EncodedWords.decode(raw);
    if (name.indexOf("  ") >= 0) {
      name = String.join(" ", name.split(" +", -1));
    }
    name = name.endsWith(",") ? name.substring(0, name.length() - 1).strip() : name;
    boolean quoted =
        name.length() > 2
            && (name.charAt(0) == '\'' || name.charAt(0) == '"')
            && name.charAt(name.length() - 1) == name.charAt(0);
    return quoted ? name.substring(1, name.length() - 1).strip() : name;
  }

  /** Without white space, but for an obscured address's. */
  private static String squeeze(String address) {
    String clean = HeaderText.collapse(address);
    return clean.contains(" at ") ? clean : clean.replace(" ", "");
  }
}
