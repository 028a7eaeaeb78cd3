package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one mail from its bytes. Start here: {@link #parse}.
 *
 * <p>It never throws for what a mail holds, takes time in proportion to its length, and builds
 * little beside it, however the mail was made; where it leaves something out or had to guess, it
 * says so in a {@link Problem}. A plain text body is not copied: the message's {@link Part} refers
 * to the bytes given, which must not be written to afterwards.
 */
public final class MessageParser {
  private MessageParser() {}

  /**
   * Reads the mail that the bytes are.
   *
   * @param raw one mail as it lay in its archive, an mbox's {@code From } line in front or not;
   *     {@code >From } quoting in the body is the archive's business and is left alone
   * @param position where it lay
   */
  public static ParsedMail parse(byte[] raw, Position position) {
    Damage damage = new Damage();
    Slice mail = LineEnds.withoutLoneReturns(Slice.of(raw));
    HeaderBlock header = HeaderScanner.scan(mail, damage);
    if (header.isEmpty()) {
      String reason = raw.length == 0 ? "no mail: no bytes" : "no mail: no header that mails have";
      Problem problem = new Problem(Problem.Kind.UNREADABLE, position, "", "", reason);
      return new ParsedMail(Optional.empty(), List.of(problem));
    }
    Message message = message(header, position, damage);
    return new ParsedMail(
        Optional.of(message), damage.problems(position, message.id().value(), message.subject()));
  }

  /**
   * The mail's own name at a glance, where its header gives one in the usual form; empty where only
   * {@link #parse} can tell.
   */
  public static Optional<MessageId> quickId(byte[] raw) {
    return QuickId.of(raw);
  }

  private static Message message(HeaderBlock header, Position position, Damage damage) {
    MessageId id = MessageIds.own(header, damage);
    Person from = Sender.of(header, damage);
    MailClock clock = MailClock.of(header, damage);
    String subject = header.text("subject");
    List<Person> recipients = recipients(header, damage);
    List<Person> people = new ArrayList<>(recipients);
    people.add(from);
    return new Message(
        id,
        position,
        from,
        clock.sentAt(),
        clock.fixed(),
        subject,
        new Header(header.text("from"), subject, MailDate.parseWithZone(header.folded("date"))),
        MessageIds.answered(header, id, people),
        recipients,
        Automatic.is(header, subject),
        PartReader.read(header, damage));
  }

  private static List<Person> recipients(HeaderBlock header, Damage damage) {
    List<Person> people = new ArrayList<>();
    for (String name : List.of("to", "cc")) {
      for (Slice field : header.allRaw(name)) {
        if (field.length() > HeaderBlock.LONGEST_VALUE || people.size() >= AddressList.MOST) {
          damage.note("more recipients than any mail has; the rest was left out");
        }
        if (people.size() < AddressList.MOST) {
          people.addAll(AddressList.parse(HeaderText.folded(field)));
        }
      }
    }
    return people;
  }
}
