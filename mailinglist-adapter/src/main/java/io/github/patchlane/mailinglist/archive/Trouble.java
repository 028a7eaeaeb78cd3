package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.Reading;

/** The problems an archive can report. */
final class Trouble {
  private Trouble() {}

  static Reading<RawMail> unreadable(Position position, String reason) {
    return new Reading.Rejected<>(new Problem(Problem.Kind.UNREADABLE, position, "", "", reason));
  }

  /** As {@link #unreadable(Position, String)}, with what can be told of the mail. */
  static Reading<RawMail> unreadable(Position position, byte[] mail, String reason) {
    return new Reading.Rejected<>(problem(Problem.Kind.UNREADABLE, position, mail, reason));
  }

  static Reading<RawMail> cut(RawMail mail, long length) {
    String reason =
        "the mail is "
            + length
            + " bytes long; only the first "
            + mail.bytes().length
            + " were used";
    return new Reading.Rejected<>(
        problem(Problem.Kind.DAMAGED, mail.position(), mail.bytes(), reason));
  }

  private static Problem problem(Problem.Kind kind, Position position, byte[] mail, String reason) {
    return new Problem(kind, position, Headers.messageId(mail), Headers.subject(mail), reason);
  }
}
