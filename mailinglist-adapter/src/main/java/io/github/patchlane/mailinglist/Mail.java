package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.mailinglist.review.Reply;
import io.github.patchlane.mailinglist.series.PatchMail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is kept of a mail once it was read.
 *
 * @param position where it lies
 * @param from who wrote it, as the mailmap names them
 * @param sentAt by the clock rule
 * @param clockFixed whether that is not what its {@code Date} says
 * @param references what it answers, nearest first
 * @param subject as written
 * @param automatic whether a machine's headers are on it
 * @param content a digest of its text, to tell copies from mails that only share a name
 * @param patch what it carries, where it is a patch, a cover letter or a pull request
 * @param reply what it says
 */
record Mail(
    MessageId id,
    Position position,
    Person from,
    Instant sentAt,
    boolean clockFixed,
    List<MessageId> references,
    String subject,
    boolean automatic,
    long content,
    Optional<PatchMail> patch,
    Reply reply) {
  /** By time; of one moment, by name: the same whatever the order of reading. */
  static final Comparator<Mail> BY_TIME = Mail::byTime;

  /**
   * Which of several mails of one name is used: the one sent first, else an arbitrary fixed one.
   */
  static final Comparator<Mail> PREFERRED =
      Comparator.comparing(Mail::sentAt)
          .thenComparingLong(Mail::content)
          .thenComparing(mail -> mail.from().toString())
          .thenComparing(Mail::subject);

  Mail {
    Objects.requireNonNull(id);
    Objects.requireNonNull(position);
    Objects.requireNonNull(from);
    Objects.requireNonNull(sentAt);
    references = List.copyOf(references);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(patch);
    Objects.requireNonNull(reply);
  }

  private static int byTime(Mail a, Mail b) {
    int order = a.sentAt.compareTo(b.sentAt);
    return order != 0 ? order : a.id.compareTo(b.id);
  }

  /** The same mail at another time: no mail was sent before what it answers. */
  Mail at(Instant time) {
    return new Mail(
        id,
        position,
        from,
        time,
        true,
        references,
        subject,
        automatic,
        content,
        patch.map(p -> p.at(time)),
        reply);
  }
}
