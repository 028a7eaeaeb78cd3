package io.github.patchlane.mailinglist.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small mails made up for tests. */
final class Mails {
  static final Position HERE = new Position("invented", "byte 0");

  /** What a mail needs to be read without a problem. */
  static final String HEAD =
      """
      Message-ID: <m@x.example>
      From: Ann Writer <ann@x.example>
      Date: Tue, 2 Jan 2024 12:00:00 +0000
      """;

  private Mails() {}

  /** Of characters that are one byte each. */
  static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  static ParsedMail parse(String latin1) {
    return MessageParser.parse(bytes(latin1), HERE);
  }

  /** A mail that is read without any problem. */
  static Message sound(String latin1) {
    ParsedMail parsed = parse(latin1);
    assertEquals(List.of(), parsed.problems());
    return parsed.message().orElseThrow();
  }

  /** A mail that is read and damaged in one way. */
  static Message damaged(String reason, String latin1) {
    ParsedMail parsed = parse(latin1);
    Message message = parsed.message().orElseThrow();
    Problem problem =
        new Problem(Problem.Kind.DAMAGED, HERE, message.id().value(), message.subject(), reason);
    assertEquals(List.of(problem), parsed.problems());
    return message;
  }

  static String text(String fieldsAndBody) {
    return sound(HEAD + fieldsAndBody).text();
  }
}
