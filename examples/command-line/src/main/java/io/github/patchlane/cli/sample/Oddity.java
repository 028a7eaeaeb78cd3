package io.github.patchlane.cli.sample;

import java.util.Locale;

/** What makes one contribution harder to read than the rest. */
enum Oddity {
  NONE,
  RFC_FIRST,
  /** The same again after weeks of silence, marked RESEND. */
  RESEND,
  /** The next revision has another title and no link to the one before. */
  RETITLED,
  /** {@code v2 2/3} in reply to {@code v1 2/3}; the rest stands. */
  PARTIAL_REROLL,
  /** {@code v1.1 2/3}, likewise. */
  DOT_REVISION,
  /** {@code 1/n}, {@code 2/n}: more is to come, says the author. */
  OPEN_TOTAL,
  /** Two patches in a thread, neither numbered. */
  NO_NUMBERS,
  FOR_RELEASE,
  ATTACHED,
  BASE64,
  QUOTED_PRINTABLE,
  /** A title that is not ASCII. */
  ENCODED_SUBJECT,
  WRONG_CLOCK,
  /** The first mail arrives a second time over another list. */
  CROSS_POST,
  /** A later revision has a patch more. */
  GROWING;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
