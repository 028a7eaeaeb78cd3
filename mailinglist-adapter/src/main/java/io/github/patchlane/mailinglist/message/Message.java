package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.Position;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One mail, decoded. It lives while it is looked at; what is kept of it for the whole archive is
 * much smaller.
 *
 * @param id its Message-ID, or one made from its content where it has none
 * @param position where it lies
 * @param from who wrote it, after a list's rewriting of {@code From} was undone
 * @param sentAt by the clock rule: {@code Date}, unless that is more than an hour off the earliest
 *     {@code Received}, then that
 * @param clockFixed whether {@code sentAt} is not what {@code Date} says
 * @param subject decoded and unfolded
 * @param header what a commit is made of, as written
 * @param references what it answers, nearest first: {@code In-Reply-To}, then {@code References}
 *     from its end
 * @param recipients of {@code To} and {@code Cc}, in order
 * @param automatic whether its headers say that a machine sent it (auto-reply, list robot)
 * @param parts its texts and attachments in order, signatures and alternatives left out; at least
 *     one unless the mail is empty
 */
public record Message(
    MessageId id,
    Position position,
    Person from,
    Instant sentAt,
    boolean clockFixed,
    String subject,
    Header header,
    List<MessageId> references,
    List<Person> recipients,
    boolean automatic,
    List<Part> parts) {
  public Message {
    Objects.requireNonNull(id);
    Objects.requireNonNull(position);
    Objects.requireNonNull(from);
    Objects.requireNonNull(sentAt);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(header);
    references = List.copyOf(references);
    recipients = List.copyOf(recipients);
    parts = List.copyOf(parts);
  }

  /** A mail whose header says no more than the rest does. */
  public Message(
      MessageId id,
      Position position,
      Person from,
      Instant sentAt,
      boolean clockFixed,
      String subject,
      List<MessageId> references,
      List<Person> recipients,
      boolean automatic,
      List<Part> parts) {
    this(
        id,
        position,
        from,
        sentAt,
        clockFixed,
        subject,
        new Header(from.toString(), subject, Optional.of(sentAt.atOffset(ZoneOffset.UTC))),
        references,
        recipients,
        automatic,
        parts);
  }

  /** The same mail under these names, for one who keeps equal names as one object. */
  public Message named(MessageId newId, List<MessageId> newReferences) {
    return new Message(
        newId,
        position,
        from,
        sentAt,
        clockFixed,
        subject,
        header,
        newReferences,
        recipients,
        automatic,
        parts);
  }

  /** The first inline text: what a reader sees. Empty where there is none. */
  public String text() {
    for (Part part : parts) {
      if (part.inline()) {
        return part.text();
      }
    }
    return "";
  }
}
