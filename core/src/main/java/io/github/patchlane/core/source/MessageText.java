package io.github.patchlane.core.source;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.review.LineAnchor;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a cover letter, a reply or a note says, in its writer's own words. Fetched when asked for:
 * contributions hold only what the words amount to.
 *
 * @param id of the mail or note
 * @param answers the mail or note that it answers directly, whether or not the source holds that
 * @param author as the source names them, identities brought together
 * @param at by the lane's clock rule
 * @param subject as written; empty on a lane that has none
 * @param passages the text from top to bottom
 */
public record MessageText(
    SourceId id,
    Optional<SourceId> answers,
    Person author,
    Instant at,
    String subject,
    List<Passage> passages) {
  public MessageText {
    Objects.requireNonNull(id);
    Objects.requireNonNull(answers);
    Objects.requireNonNull(author);
    Objects.requireNonNull(at);
    Objects.requireNonNull(subject);
    passages = List.copyOf(passages);
  }

  /**
   * Words, and what they are about.
   *
   * @param quoted the lines quoted right above the words, quote marks and all; empty where none are
   * @param text the words, lines ended by LF, without blank lines around them; may be empty
   * @param anchor the line of a patch that they are about, equal to that of the event
   */
  public record Passage(String quoted, String text, Optional<LineAnchor> anchor) {
    public Passage {
      Objects.requireNonNull(quoted);
      Objects.requireNonNull(text);
      Objects.requireNonNull(anchor);
    }
  }
}
