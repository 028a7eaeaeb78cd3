package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.identity.BotRule;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.mailinglist.message.Addresses;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.message.Part;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells patch mails from other mails and reads them. Whether a mail is one is decided by what it
 * says and holds, never by the mails around it:
 *
 * <ul>
 *   <li>a reply or a forwarded mail is none, whatever it holds, even if its subject lost the {@code
 *       Re:};
 *   <li>a subject with a patch's tag is one;
 *   <li>without a tag, a mail that holds a diff and looks as {@code git format-patch} writes is
 *       one, unless a robot sent it or it is a security advisory.
 * </ul>
 */
public final class PatchMailReader {
  private static final int PATCH_ID = 40;
  private static final String PREREQUISITE = "prerequisite-patch-id:";

  private PatchMailReader() {}

  /** The patch, cover letter or pull request that the mail is; empty for any other mail. */
  public static Optional<PatchMail> read(Message mail) {
    SubjectLine subject = SubjectLine.parse(mail.subject());
    if (subject.reply() || subject.forward() || mail.automatic()) {
      return Optional.empty();
    }
    if (!subject.tagged() && !mayHoldDiff(mail)) {
      return Optional.empty();
    }
    PatchText text = PatchText.of(mail);
    if (!subject.tagged() && (!looksLikePatch(text) || isNotice(mail))) {
      return Optional.empty();
    }
    if (!mail.references().isEmpty() && UnmarkedReply.is(text, subject)) {
      return Optional.empty();
    }
    return Optional.of(read(mail, subject, text));
  }

  /**
   * The patch whole, as {@code git am --scissors} would commit it; empty where the mail carries no
   * change.
   */
  public static Optional<PatchContent> content(Message mail) {
    PatchText text = PatchText.of(mail);
    if (text.diff().isEmpty()) {
      return Optional.empty();
    }
    GitMessage commit = GitMessage.read(mail.header(), commitText(text));
    Optional<OffsetDateTime> date = commit.date();
    return Optional.of(
        new PatchContent(
            mail.id(),
            commit.author().orElse(mail.from()),
            Optional.of(date.map(OffsetDateTime::toInstant).orElse(mail.sentAt())),
            date.map(OffsetDateTime::getOffset).orElse(ZoneOffset.UTC),
            commit.message(),
            text.change()));
  }

  /** An attached file of format-patch has headers around those that count. */
  private static String commitText(PatchText text) {
    InBodyHeaders own = text.headers();
    if (text.source().equals(text.text()) || own.from().isEmpty()) {
      return text.source();
    }
    StringBuilder plain = new StringBuilder();
    own.from().ifPresent(from -> plain.append("From: ").append(from).append('\n'));
    own.date().ifPresent(date -> plain.append("Date: ").append(date).append('\n'));
    own.subject().ifPresent(subject -> plain.append("Subject: ").append(subject).append('\n'));
    return plain.append('\n').append(text.source().substring(own.end())).toString();
  }

  /** What the lines {@code prerequisite-patch-id:} name, in their order. */
  public static List<PatchId> prerequisites(Message mail) {
    return PatchText.of(mail)
        .text()
        .lines()
        .filter(line -> line.startsWith(PREREQUISITE))
        .map(line -> line.substring(PREREQUISITE.length()).strip())
        .filter(id -> id.length() == PATCH_ID && CommitId.isValid(id))
        .map(PatchId::new)
        .toList();
  }

  /**
   * What the mail says and the commit will not: all of a cover letter; of a patch what stands below
   * its message, without the statistics of its change. The signature is left out.
   */
  public static String notes(Message mail) {
    return PatchNotes.of(PatchText.of(mail));
  }

  private static String title(PatchText text, SubjectLine subject) {
    return text.headers()
        .subject()
        .map(own -> SubjectLine.parse(own).title())
        .filter(own -> !own.isEmpty())
        .orElse(subject.title());
  }

  private static Person author(Message mail, PatchText text) {
    return text.headers()
        .from()
        .map(Addresses::parse)
        .filter(person -> !person.key().isEmpty())
        .orElse(mail.from());
  }

  private static PatchMail read(Message mail, SubjectLine subject, PatchText text) {
    Optional<UnifiedDiff> diff =
        subject.isCover() || (subject.pull() && subject.index().isEmpty())
            ? Optional.empty()
            : text.diff();
    Optional<DiffIndex> index = diff.map(UnifiedDiff::index);
    return new PatchMail(
        mail.id(),
        mail.from(),
        mail.sentAt(),
        mail.references(),
        subject,
        title(text, subject),
        author(mail, text),
        DeclarationReader.read(text.text()),
        trailers(text.message()),
        diff.isEmpty() ? Shortlog.titles(text.text()) : List.of(),
        index.map(DiffIndex::stat).orElse(DiffStat.EMPTY),
        diff.flatMap(UnifiedDiff::patchId),
        diff.flatMap(NetChange::of),
        index);
  }

  private static boolean mayHoldDiff(Message mail) {
    for (Part part : mail.parts()) {
      if (holdsDiffLine(part.array(), part.start(), part.end())) {
        return true;
      }
    }
    return false;
  }

  /** Looks for a line that begins with {@code diff --git } without decoding anything. */
  private static boolean holdsDiffLine(byte[] bytes, int start, int end) {
    boolean lineStart = true;
    for (int i = start; i + 11 <= end; i++) {
      if (lineStart
          && bytes[i] == 'd'
          && bytes[i + 1] == 'i'
          && bytes[i + 2] == 'f'
          && bytes[i + 3] == 'f'
          && bytes[i + 5] == '-'
          && bytes[i + 7] == 'g') {
        return true;
      }
      lineStart = bytes[i] == '\n';
    }
    return false;
  }

  /**
   * An untagged mail with a diff may be a question about one, or a robot's notice. A patch meant to
   * be applied is signed off, or has format-patch's line above the statistics.
   */
  private static boolean looksLikePatch(PatchText text) {
    return text.diff().isPresent()
        && (text.message().contains("Signed-off-by:") || text.text().contains("\n---\n"))
        && !text.text().contains("This is a note to let you know that I've just added the patch");
  }

  /**
   * A robot's report, and the advisory that goes with the fixes of a hole, offer nothing for
   * review.
   */
  private static boolean isNotice(Message mail) {
    return BotRule.STANDARD.isBot(mail.from())
        || mail.subject().toLowerCase(Locale.ROOT).contains("security advisory");
  }

  /** The lines {@code Some-token: value} of the message's last paragraphs. */
  private static List<Trailer> trailers(String message) {
    List<Trailer> trailers = new ArrayList<>();
    message
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 2
                  && colon < 40
                  && line.indexOf("-by") > 0
                  && line.indexOf("-by") < colon
                  && isToken(line, colon)) {
                trailers.add(
                    new Trailer(line.substring(0, colon), line.substring(colon + 1).strip()));
              }
            });
    return trailers;
  }

  private static boolean isToken(String line, int end) {
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }
}
