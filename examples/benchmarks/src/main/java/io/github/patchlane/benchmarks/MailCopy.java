package io.github.patchlane.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One more mail of the same size and kind as another: other people, ids, title words and years, so
 * that nothing joins the copy to its original. Works on bytes as Latin-1, whatever the charset;
 * what is encoded stays as it is.
 *
 * @param number of the copy; copy 0 is the mail itself
 */
record MailCopy(int number) {
  /** A multiple of four, so that the last of February stays a day. */
  private static final int YEARS = 4;

  /** Addresses and message-ids alike. */
  private static final Pattern BRACKETED = Pattern.compile("<([\\w.+=/-]+)@([\\w.-]+)>");

  /** A message-id at the end of a link to an archive. */
  private static final Pattern LINKED =
      Pattern.compile("(https?://[\\w./-]+/)([\\w.+=-]+@[\\w.-]+\\w)");

  private static final Pattern CHANGE_ID =
      Pattern.compile("(?m)^(change-id|Change-Id): *([\\w-]+)");
  private static final Pattern YEAR = Pattern.compile("\\b(20\\d\\d)( \\d\\d:\\d\\d)");
  private static final Pattern SUBJECT =
      Pattern.compile("(?mi)^(Subject:[^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)");
  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

  byte[] of(byte[] mail) {
    if (number == 0) {
      return mail;
    }
    String text = new String(mail, ISO_8859_1);
    text = BRACKETED.matcher(text).replaceAll("<$1.c" + number + "@$2>");
    text = LINKED.matcher(text).replaceAll(m -> m.group(1) + id(m));
    text = CHANGE_ID.matcher(text).replaceAll("$1: $2-c" + number);
    String[] parts = BLANK_LINE.split(text, 2);
    String head = YEAR.matcher(parts[0]).replaceAll(this::earlier);
    head = SUBJECT.matcher(head).replaceFirst("$1 edition " + number);
    return (parts.length == 1 ? head : head + "\n\n" + parts[1]).getBytes(ISO_8859_1);
  }

  private String id(MatchResult link) {
    return link.group(2).replaceFirst("@", ".c" + number + "@");
  }

  private String earlier(MatchResult year) {
    return (Integer.parseInt(year.group(1)) - YEARS * number) + year.group(2);
  }
}
