package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mail that was not sent yet. {@link MailForm} gives its bytes.
 *
 * @param id the same whenever the same thing is composed again
 * @param date of what it says; a delivery that is watched by spam filters gives its own
 * @param inReplyTo the mail it answers
 * @param references the mails above it, the oldest first
 * @param note what {@code X-Patchlane-Source} says: where the words come from
 * @param body in the bytes of its text, lines ended by LF; a patch may hold any charset's
 */
public record OutgoingMail(
    MessageId id,
    Person from,
    List<Person> to,
    List<Person> cc,
    String subject,
    OffsetDateTime date,
    Optional<MessageId> inReplyTo,
    List<MessageId> references,
    String note,
    Body body) {
  public OutgoingMail {
    Objects.requireNonNull(id);
    Objects.requireNonNull(from);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(date);
    Objects.requireNonNull(inReplyTo);
    references = List.copyOf(references);
    Objects.requireNonNull(note);
    Objects.requireNonNull(body);
  }

  /** The same mail at another time. */
  public OutgoingMail at(OffsetDateTime when) {
    return new OutgoingMail(id, from, to, cc, subject, when, inReplyTo, references, note, body);
  }
}
