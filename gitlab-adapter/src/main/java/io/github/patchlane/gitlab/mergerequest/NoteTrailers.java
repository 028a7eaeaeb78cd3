package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Trailer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The trailers that a note gives on lines of their own, in the writer's own words: quotations and
 * code give none. What mail does to trailers (folding, quoting by other marks, signatures) does not
 * happen to notes, so this reads less than its counterpart of the other lane.
 *
 * @param given by the note's writer, in order
 * @param alone whether the note says nothing else
 */
record NoteTrailers(List<Given> given, boolean alone) {
  /** What a trailer says. */
  enum Kind {
    CONSENT,
    REFUSAL
  }

  /** One of them. */
  record Given(Kind kind, Trailer trailer) {}

  NoteTrailers {
    given = List.copyOf(given);
  }

  static NoteTrailers of(String body, Person writer, String username) {
    List<Given> given = new ArrayList<>();
    boolean other = false;
    String fence = "";
    for (String line : body.lines().toList()) {
      String text = line.strip();
      if (!fence.isEmpty()) {
        fence = text.startsWith(fence) ? "" : fence;
      } else if (text.startsWith("```") || text.startsWith("~~~")) {
        fence = text.substring(0, 3);
        other = true;
      } else if (!text.isEmpty()) {
        Optional<Given> found = isCode(line) ? Optional.empty() : read(plain(text));
        Optional<Given> own = found.filter(g -> isOwn(g.trailer(), writer, username));
        own.filter(g -> !given.contains(g)).ifPresent(given::add);
        other |= own.isEmpty();
      }
    }
    return new NoteTrailers(given, !given.isEmpty() && !other);
  }

  /** Four blanks or a tab make code of a line. */
  private static boolean isCode(String line) {
    return line.startsWith("    ") || line.startsWith("\t");
  }

  /** Without the marks of bold, italic and inline code around it, its angle brackets bare. */
  private static String plain(String line) {
    int start = 0;
    int end = line.length();
    while (end - start > 1
        && line.charAt(start) == line.charAt(end - 1)
        && "*_`".indexOf(line.charAt(start)) >= 0) {
      start++;
      end--;
    }
    String text = line.substring(start, end);
    return text.replace("\\<", "<").replace("&lt;", "<").replace("&gt;", ">");
  }

  private static Optional<Given> read(String line) {
    int colon = line.indexOf(':');
    if (colon < 4 || colon > 40) {
      return Optional.empty();
    }
    String token = line.substring(0, colon);
    String low = token.toLowerCase(Locale.ROOT);
    boolean word = low.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
    if (!word || !low.endsWith("-by")) {
      return Optional.empty();
    }
    Trailer trailer = new Trailer(token, line.substring(colon + 1).strip());
    if (low.contains("nack") || low.contains("nak")) {
      return Optional.of(new Given(Kind.REFUSAL, trailer));
    }
    return low.contains("review") || low.contains("ack") || low.contains("tested")
        ? Optional.of(new Given(Kind.CONSENT, trailer))
        : Optional.empty();
  }

  /** Consent is its giver's own word only: a note that passes on another's gives nothing. */
  private static boolean isOwn(Trailer trailer, Person writer, String username) {
    String value = trailer.value();
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    String name = (open < 0 ? value : value.substring(0, open)).strip();
    String email = open >= 0 && close > open ? value.substring(open + 1, close).strip() : "";
    if (name.startsWith("@")) {
      return name.substring(1).equalsIgnoreCase(username);
    }
    Person named = new Person(name, email);
    boolean nobody = named.key().isEmpty() || name.equalsIgnoreCase("me");
    return nobody
        || named.isSameAs(writer)
        || (!name.isEmpty() && name.equalsIgnoreCase(writer.name().strip()))
        || (!username.isEmpty() && localPart(email).equalsIgnoreCase(username));
  }

  private static String localPart(String email) {
    int at = email.indexOf('@');
    return at < 0 ? "" : email.substring(0, at);
  }
}
