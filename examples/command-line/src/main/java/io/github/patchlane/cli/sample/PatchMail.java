package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.MessageId;
import java.util.List;

/**
 * A patch as it was mailed.
 *
 * @param intro the body's lines before the diff
 */
record PatchMail(Mail mail, PatchDraft draft, List<String> intro, List<DiffLine> diff) {
  PatchMail {
    intro = List.copyOf(intro);
    diff = List.copyOf(diff);
  }

  MessageId id() {
    return mail.id();
  }

  /** An attachment shows no line to quote. */
  boolean quotable() {
    return mail.form() != Mail.Form.ATTACHED && diff.stream().anyMatch(DiffLine::worthARemark);
  }
}
