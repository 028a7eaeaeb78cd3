package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.message.Part;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Invented mails. */
final class Mails {
  static final Person RITA = new Person("Rita Reviewer", "rita@example.org");
  static final Person ANN = new Person("Ann Author", "ann@example.org");
  static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

  private Mails() {}

  static Message from(Person sender, String subject, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Message(
        new MessageId("reply@example.org"),
        new Position("list", "1"),
        sender,
        NOON,
        false,
        subject,
        List.of(),
        List.of(),
        false,
        List.of(new Part(bytes, 0, bytes.length, StandardCharsets.UTF_8, "", true)));
  }

  static Reply reply(String text) {
    return Reply.read(from(RITA, "Re: [PATCH v2 1/3] frob: count", text));
  }
}
