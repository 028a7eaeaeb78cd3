package io.github.patchlane.mailinglist.review;

import io.github.patchlane.mailinglist.message.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one mail says, before anything is known of what it answers. Small enough to be kept for
 * every mail of an archive; the mail itself need not be. Start at {@link #read}; {@link
 * ReplyEvents} turns it into events.
 *
 * @param trailers given or taken back, in order
 * @param comments own words under quoted lines, in order
 * @param ownText whether it has words of its own besides trailers, greetings and signatures
 * @param verdicts said in prose, in order
 * @param check a machine's result
 */
public record Reply(
    List<GivenTrailer> trailers,
    List<QuotedComment> comments,
    boolean ownText,
    List<Verdict> verdicts,
    Optional<CheckResult> check) {
  /** What a mail says that says nothing, or whose words are a patch's. */
  public static final Reply NOTHING =
      new Reply(List.of(), List.of(), false, List.of(), Optional.empty());

  public Reply {
    trailers = List.copyOf(trailers);
    comments = List.copyOf(comments);
    verdicts = List.copyOf(verdicts);
    Objects.requireNonNull(check);
  }

  /** Reads a mail's first inline text; never fails, whatever stands in it. */
  public static Reply read(Message mail) {
    MailText text = MailText.of(mail.text());
    List<OwnBlock> blocks = OwnBlock.of(text, mail.from());
    List<GivenTrailer> trailers = TrailerReader.read(text, blocks, mail.from());
    return new Reply(
        trailers,
        QuoteReader.read(text, blocks),
        blocks.stream().anyMatch(OwnBlock::says),
        VerdictReader.read(text, blocks),
        CheckReader.read(mail, text));
  }
}
