package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.source.PatchContent;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A patch as the body of a mail, so that {@code git am} makes the same commit of it. Who wrote it
 * and when stands in the body where the mail's own header says something else.
 */
final class PatchMailBody {
  static final String SIGNATURE = "-- \npatchlane\n\n";

  private static final Pattern BLANK_LINES = Pattern.compile("\\A(?:[ \\t]*\\r?\\n)+");

  private final PatchContent patch;
  private final UnifiedDiff diff;

  PatchMailBody(PatchContent patch) {
    this.patch = patch;
    this.diff = UnifiedDiff.parse(patch.diff());
  }

  /** The first paragraph on one line, as git makes a subject of it. */
  String title() {
    String message = patch.message().stripLeading();
    int end = message.indexOf("\n\n");
    String first = end < 0 ? message : message.substring(0, end);
    return first.strip().replaceAll("\\s*\n\\s*", " ");
  }

  /** All below the subject; the first line may be indented. */
  private String rest() {
    String message = patch.message().stripLeading();
    int end = message.indexOf("\n\n");
    return end < 0
        ? ""
        : BLANK_LINES.matcher(message.substring(end).stripTrailing()).replaceFirst("");
  }

  /**
   * The whole body.
   *
   * @param from whom the mail is from
   * @param date of the mail
   * @param notes what stands below the dashes; empty for a diffstat
   * @param closing what stands below the diff; may be empty
   */
  Body of(Person from, OffsetDateTime date, String notes, String closing) {
    StringBuilder out = new StringBuilder(inBodyHeader(from, date));
    String rest = rest();
    out.append(rest).append(rest.isEmpty() ? "" : "\n").append("---\n");
    if (notes.isEmpty()) {
      out.append(DiffStatText.of(diff));
    } else {
      out.append(notes).append('\n');
    }
    out.append('\n');
    byte[] bytes = patch.diff();
    boolean ended = bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    return Body.of(out.toString(), bytes, (ended ? "" : "\n") + closing + SIGNATURE);
  }

  private String inBodyHeader(Person from, OffsetDateTime date) {
    StringBuilder out = new StringBuilder();
    if (!from.equals(patch.author())) {
      out.append("From: ").append(patch.author()).append('\n');
    }
    patch
        .authoredAt()
        .map(at -> at.atOffset(patch.authorZone()))
        // who sends for another sends at another time too, whatever is planned
        .filter(at -> !out.isEmpty() || differs(at, date))
        .ifPresent(at -> out.append("Date: ").append(HeaderValue.date(at)).append('\n'));
    if (out.isEmpty() && looksLikeHeader(rest())) {
      out.append("From: ").append(patch.author()).append('\n');
    }
    return out.isEmpty() ? "" : out.append('\n').toString();
  }

  private static boolean differs(OffsetDateTime one, OffsetDateTime other) {
    return !one.withNano(0).equals(other.withNano(0));
  }

  /** A message that begins so would be read as this header, and lose its first lines. */
  private static boolean looksLikeHeader(String message) {
    String start = message.substring(0, Math.min(10, message.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("from:")
        || start.startsWith("date:")
        || start.startsWith("subject:")
        || start.startsWith(">from")
        || start.startsWith("[patch]");
  }

  /**
   * What of the message {@code git am} would not give back, in one sentence.
   *
   * @return empty where it gives back all
   */
  Optional<String> loss() {
    String title = title();
    if (title.isEmpty()) {
      return Optional.of("has no subject");
    }
    if (title.startsWith("[") || title.toLowerCase(Locale.ROOT).startsWith("re:")) {
      return Optional.of(
          "begins with \"" + title.split(" ", 2)[0] + "\", which git am cuts off without -b");
    }
    return rest()
        .lines()
        .filter(PatchMailBody::endsMessage)
        .findFirst()
        .map(line -> "holds the line \"" + line + "\", at which git am ends the message");
  }

  private static boolean endsMessage(String line) {
    return line.startsWith("diff -")
        || line.startsWith("Index: ")
        || (line.startsWith("---")
            && (line.length() == 3 || Character.isWhitespace(line.charAt(3))));
  }

  UnifiedDiff diff() {
    return diff;
  }
}
