package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.MessageId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Message-ids in the shapes that senders give them; none twice in one story. */
final class MessageIds {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Dice dice;

  MessageIds(Dice dice) {
    this.dice = dice;
  }

  /** The ids of one posting, which differ in a number: git send-email's or b4's shape. */
  Posting posting(Member author, Instant at, String slug, int revision) {
    String stamp = STAMP.format(at);
    String end = dice.hex(12);
    if (author.habit() == Habit.CHANGE_ID) {
      return index ->
          new MessageId(
              stamp.substring(0, 8)
                  + "-"
                  + slug
                  + "-v"
                  + revision
                  + "-"
                  + index
                  + "-"
                  + end
                  + "@"
                  + author.host());
    }
    int process = dice.between(1000, 99_999);
    return index ->
        new MessageId(
            stamp + "." + process + "-" + (index + 1) + "-" + author.login() + "@" + author.host());
  }

  MessageId reply(Member author, Instant at) {
    if (dice.chance(0.5)) {
      return new MessageId(
          dice.hex(8)
              + "-"
              + dice.hex(4)
              + "-"
              + dice.hex(4)
              + "-"
              + dice.hex(12)
              + "@"
              + author.host());
    }
    String text =
        dice.letters(10, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return new MessageId(text + "." + STAMP.format(at) + "@" + author.host());
  }

  interface Posting {
    /** Zero for the cover. */
    MessageId of(int index);
  }
}
