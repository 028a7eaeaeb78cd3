package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.diff.NetChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is kept of a mail that carries a patch, a cover letter or a pull request. A few hundred
 * bytes and one hash for each line of the change; never the text.
 *
 * @param id of the mail
 * @param sender who sent it
 * @param sentAt by the clock rule
 * @param references what it answers, nearest first
 * @param subject what the subject says
 * @param title of the patch, from the body where the body has its own
 * @param author who wrote the change
 * @param declared what the text says about where it comes from
 * @param trailers of the commit message
 * @param listed the titles that a cover letter or a pull request lists
 * @param stat how much the change touches
 * @param patchId of the change, empty where there is none
 * @param netChange of the change, likewise
 * @param diff the change's lines as hashes, empty where there is none
 */
public record PatchMail(
    MessageId id,
    Person sender,
    Instant sentAt,
    List<MessageId> references,
    SubjectLine subject,
    String title,
    Person author,
    Declarations declared,
    List<Trailer> trailers,
    List<String> listed,
    DiffStat stat,
    Optional<PatchId> patchId,
    Optional<NetChange> netChange,
    Optional<DiffIndex> diff) {
  /** By time, then place, then name: a total order that no order of reading changes. */
  public static final Comparator<PatchMail> BY_TIME = PatchMail::byTime;

  public PatchMail {
    Objects.requireNonNull(id);
    Objects.requireNonNull(sender);
    Objects.requireNonNull(sentAt);
    references = List.copyOf(references);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(title);
    Objects.requireNonNull(author);
    Objects.requireNonNull(declared);
    trailers = List.copyOf(trailers);
    listed = List.copyOf(listed);
    Objects.requireNonNull(stat);
    Objects.requireNonNull(patchId);
    Objects.requireNonNull(netChange);
    Objects.requireNonNull(diff);
  }

  private static int byTime(PatchMail a, PatchMail b) {
    int order = a.sentAt.compareTo(b.sentAt);
    if (order == 0) {
      order = Integer.compare(a.subject.index().orElse(0), b.subject.index().orElse(0));
    }
    return order != 0 ? order : a.id.compareTo(b.id);
  }

  /** The same mail at another time. */
  public PatchMail at(Instant time) {
    return new PatchMail(
        id,
        sender,
        time,
        references,
        subject,
        title,
        author,
        declared,
        trailers,
        listed,
        stat,
        patchId,
        netChange,
        diff);
  }

  /** The same mail by people under other names. */
  public PatchMail by(Person newSender, Person newAuthor) {
    return new PatchMail(
        id,
        newSender,
        sentAt,
        references,
        subject,
        title,
        newAuthor,
        declared,
        trailers,
        listed,
        stat,
        patchId,
        netChange,
        diff);
  }

  /** The title as two postings of it are compared. */
  String plainTitle() {
    return Titles.plain(title);
  }
}
