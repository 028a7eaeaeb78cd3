package io.github.patchlane.mailinglist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One mail as its bytes read, told in a few words. A sender's address is their name in lower case,
 * {@code @example.org}.
 */
record TestMail(String id, String from, Instant at, String subject, String headers, String body) {
  /** An instant that years' worth of the others are counted from. */
  static final Instant START = Instant.parse("2024-03-04T09:00:00Z");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

  /** A mail so many hours after {@link #START}. */
  static TestMail of(String id, String name, double hours, String subject, String body) {
    return new TestMail(
        id + "@example.org",
        name + " <" + name.toLowerCase(Locale.ROOT) + "@example.org>",
        START.plusSeconds(Math.round(hours * 3600)),
        subject,
        "",
        body);
  }

  /** The mail that it answers. */
  TestMail answering(String parent) {
    return with(
        "In-Reply-To: <" + parent + "@example.org>\nReferences: <" + parent + "@example.org>");
  }

  /** One header more. */
  TestMail with(String header) {
    return new TestMail(id, from, at, subject, headers + header + "\n", body);
  }

  TestMail from(String address) {
    return new TestMail(id, address, at, subject, headers, body);
  }

  TestMail at(Instant time) {
    return new TestMail(id, from, time, subject, headers, body);
  }

  String text() {
    return "From: "
        + from
        + "\nDate: "
        + DATE.format(at.atOffset(ZoneOffset.UTC))
        + "\nMessage-ID: <"
        + id
        + ">\nSubject: "
        + subject
        + "\n"
        + headers
        + "\n"
        + body;
  }

  /** A patch mail's body. */
  static String patch(String message, String diff) {
    return message + "\n---\n lib | 2 +-\n\n" + diff + "-- \n2.43.0\n";
  }

  /** A diff that adds one line to a file. */
  static String adding(String path, String line) {
    return """
    diff --git a/%1$s b/%1$s
    --- a/%1$s
    +++ b/%1$s
    @@ -1,2 +1,3 @@
     before
    +%2$s
     after
    """
        .formatted(path, line);
  }

  /** The lines, each quoted. */
  static String quoted(String text) {
    return text.lines().map(line -> "> " + line + "\n").reduce("", String::concat);
  }
}
