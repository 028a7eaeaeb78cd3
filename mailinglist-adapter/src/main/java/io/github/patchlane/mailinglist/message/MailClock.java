package io.github.patchlane.mailinglist.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail was sent, by the clock rule: {@code Date}, unless that is more than an hour off the
 * earliest {@code Received}, then that.
 *
 * @param sentAt the time to go by
 * @param fixed whether it is not what {@code Date} says
 */
record MailClock(Instant sentAt, boolean fixed) {
  private static final Duration TOLERANCE = Duration.ofHours(1);

  /** Relays' clocks are wrong too: one this far from the last relay's is not believed. */
  private static final Duration LONGEST_JOURNEY = Duration.ofDays(365);

  /** Before lists had archives, and after this program's time. */
  private static final Instant FIRST_PLAUSIBLE = Instant.parse("1985-01-01T00:00:00Z");

  private static final Instant LAST_PLAUSIBLE = Instant.parse("2100-01-01T00:00:00Z");

  private static final int LONGEST_STAMP = 200;

  /**
   * Where a mail has neither {@code Date} nor {@code Received}, the mbox's {@code From } line
   * stands in, and where there is none, the epoch; {@code damage} is told.
   */
  static MailClock of(HeaderBlock header, Damage damage) {
    Optional<Instant> date = MailDate.parse(header.folded("date"));
    Optional<Instant> received = earliestReceived(header);
    if (date.isPresent() && received.isPresent()) {
      boolean off = Duration.between(date.get(), received.get()).abs().compareTo(TOLERANCE) > 0;
      return new MailClock(off ? received.get() : date.get(), off);
    }
    if (date.isPresent()) {
      if (!plausible(date.get())) {
        damage.note("Date cannot be and no Received tells better; it was used as it stands");
      }
      return new MailClock(date.get(), false);
    }
    if (received.isPresent()) {
      damage.note("no readable Date; the earliest Received was used");
      return new MailClock(received.get(), true);
    }
    return new MailClock(envelopeDate(header, damage), true);
  }

  private static Instant envelopeDate(HeaderBlock header, Damage damage) {
    Slice line = header.envelope();
    int length = Math.min(line.length(), LONGEST_STAMP);
    String text = new String(line.array, line.start, length, StandardCharsets.ISO_8859_1);
    int sender = text.indexOf(' ');
    int date = sender < 0 ? -1 : text.indexOf(' ', sender + 1);
    Optional<Instant> found = date < 0 ? Optional.empty() : MailDate.parse(text.substring(date));
    damage.note(
        found.isPresent()
            ? "neither Date nor Received can be read; the mbox's From line was used"
            : "no date at all; the mail was put at the epoch, 1970-01-01");
    return found.orElse(Instant.EPOCH);
  }

  private static Optional<Instant> earliestReceived(HeaderBlock header) {
    Optional<Instant> last = Optional.empty();
    Optional<Instant> earliest = Optional.empty();
    for (Slice field : header.allRaw("received")) {
      Optional<Instant> stamp = stamp(field);
      if (stamp.isPresent() && plausible(stamp.get())) {
        last = last.isEmpty() ? stamp : last;
        boolean believed =
            Duration.between(stamp.get(), last.get()).abs().compareTo(LONGEST_JOURNEY) <= 0;
        if (believed && (earliest.isEmpty() || stamp.get().isBefore(earliest.get()))) {
          earliest = stamp;
        }
      }
    }
    return earliest;
  }

  /** A relay's time stands behind the field's last semicolon. */
  private static Optional<Instant> stamp(Slice field) {
    int at = field.end;
    int stop = Math.max(field.start, field.end - LONGEST_STAMP);
    while (at > stop && field.array[at - 1] != ';') {
      at--;
    }
    return at == stop
        ? Optional.empty()
        : MailDate.parse(new String(field.array, at, field.end - at, StandardCharsets.ISO_8859_1));
  }

  private static boolean plausible(Instant instant) {
    return !instant.isBefore(FIRST_PLAUSIBLE) && instant.isBefore(LAST_PLAUSIBLE);
  }
}
