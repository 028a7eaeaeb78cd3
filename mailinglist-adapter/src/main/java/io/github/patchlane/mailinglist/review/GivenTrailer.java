package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Trailer;
import java.util.Objects;

/**
 * A trailer that the writer of a mail gives, or takes back, in words of their own: not one that is
 * quoted, shown as an example, or part of a patch in the mail.
 *
 * @param trailer as written; in "you can add my Reviewed-by" made from the tag and the sender
 * @param kind what it says
 * @param giver whom its value names, the sender where it names nobody else
 * @param fromGiver whether sender and giver agree, by address (but for case and {@code +tag}) or by
 *     name; only then is it the giver's own word
 * @param scope the patches it is meant for
 * @param conditional whether it holds only once something is changed: "with that fixed"
 * @param withdrawn whether it is taken back: "please drop my Reviewed-by"
 */
public record GivenTrailer(
    Trailer trailer,
    Kind kind,
    Person giver,
    boolean fromGiver,
    Scope scope,
    boolean conditional,
    boolean withdrawn) {
  public GivenTrailer {
    Objects.requireNonNull(trailer);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(giver);
    Objects.requireNonNull(scope);
  }

  /** What a token says, by its words, whatever stands between them. */
  public enum Kind {
    /** {@code Reviewed-by}, {@code Reviewed-and-tested-by}: somebody read it. */
    REVIEW,
    /** {@code Acked-by}, {@code Release-Acked-by}, {@code Approved-by}: somebody agrees. */
    ACK,
    /** {@code Tested-by}, {@code Compile-tested-by}: somebody ran it. */
    TEST,
    /** {@code Nacked-by}. */
    NACK,
    /**
     * Says nothing on the change: {@code Suggested-by}, {@code Reported-by}, {@code
     * Co-developed-by}, {@code Cc}, {@code Fixes}, and {@code Signed-off-by}, which in a reply
     * tells of handling.
     */
    OTHER;

    /** Whether it is consent. */
    public boolean approves() {
      return this == REVIEW || this == ACK || this == TEST;
    }

    static Kind of(String token) {
      String t = token.toLowerCase(java.util.Locale.ROOT);
      if (!t.endsWith("-by")) {
        return OTHER;
      }
      if (t.contains("nack") || t.contains("nak")) {
        return NACK;
      }
      if (t.startsWith("review") || t.contains("-review") || t.startsWith("rewiev")) {
        return REVIEW;
      }
      if (t.startsWith("ack") || t.contains("-ack") || t.startsWith("approve")) {
        return ACK;
      }
      return t.startsWith("test") || t.contains("-test") ? TEST : OTHER;
    }
  }
}
