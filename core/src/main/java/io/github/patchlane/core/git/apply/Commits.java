package io.github.patchlane.core.git.apply;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.eclipse.jgit.lib.ObjectId;

/** Writes commits as git does. */
final class Commits {
  private static final String CRUD = ".,:;<>\"\\'";

  private Commits() {}

  /** A person at a moment, as the two lines of a commit's header name them. */
  static String ident(String name, String email, OffsetDateTime at) {
    int minutes = at.getOffset().getTotalSeconds() / 60;
    return String.format(
        Locale.ROOT,
        "%s <%s> %d %s%02d%02d",
        plain(name),
        plain(email),
        at.toEpochSecond(),
        minutes < 0 ? "-" : "+",
        Math.abs(minutes) / 60,
        Math.abs(minutes) % 60);
  }

  /** Without what would break the line, and without what mails leave around names. */
  private static String plain(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isCrud(text.charAt(start))) {
      start++;
    }
    while (end > start && isCrud(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder out = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '<' && c != '>' && c != '\0') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isCrud(char c) {
    return c <= ' ' || CRUD.indexOf(c) >= 0;
  }

  /** The commit's bytes. */
  static byte[] format(
      ObjectId tree, ObjectId parent, String author, String committer, String message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String header =
        "tree "
            + tree.name()
            + "\nparent "
            + parent.name()
            + "\nauthor "
            + author
            + "\ncommitter "
            + committer
            + "\n\n";
    out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(clean(message).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /**
   * A message as git keeps it: no blanks at line ends, one empty line where there were more, none
   * at either end.
   */
  static String clean(String message) {
    StringBuilder out = new StringBuilder(message.length() + 1);
    boolean gap = false;
    int at = 0;
    while (at < message.length()) {
      int lineEnd = message.indexOf('\n', at);
      int next = lineEnd < 0 ? message.length() : lineEnd + 1;
      int end = lineEnd < 0 ? message.length() : lineEnd;
      while (end > at && isBlank(message.charAt(end - 1))) {
        end--;
      }
      if (end == at) {
        gap = out.length() > 0;
      } else {
        out.append(gap ? "\n" : "").append(message, at, end).append('\n');
        gap = false;
      }
      at = next;
    }
    return out.toString().replace("\0", "");
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
