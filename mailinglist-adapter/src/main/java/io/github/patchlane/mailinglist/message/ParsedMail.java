package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of one mail's bytes. A mail can be used and damaged at once.
 *
 * @param message empty where the bytes are no mail at all
 * @param problems all of kind {@code DAMAGED} beside a message; exactly one, {@code UNREADABLE},
 *     where there is none
 */
public record ParsedMail(Optional<Message> message, List<Problem> problems) {
  public ParsedMail {
    problems = List.copyOf(problems);
  }
}
