package io.github.patchlane.mailinglist.series;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a subject says about the mail's place in review.
 *
 * @param reply whether it answers another mail ({@code Re:}, {@code AW:}, {@code 答复:})
 * @param forward whether it hands another mail on
 * @param tagged whether a bracket says that this is a patch, a cover or a pull request
 * @param pull whether it asks to pull
 * @param rfc whether it only asks for comments
 * @param resend whether it says that it was sent before
 * @param committed whether it says that it is in the repository already
 * @param version the number after {@code v}, empty where none is given
 * @param minor the 1 of {@code v5.1}, otherwise 0
 * @param index the 3 of {@code 3/7}; 0 is the cover
 * @param total the 7 of {@code 3/7}; empty in {@code 3/n}
 * @param others what else stood in the brackets: the project, the branch it is for
 * @param title without prefixes and brackets
 */
public record SubjectLine(
    boolean reply,
    boolean forward,
    boolean tagged,
    boolean pull,
    boolean rfc,
    boolean resend,
    boolean committed,
    OptionalInt version,
    int minor,
    OptionalInt index,
    OptionalInt total,
    List<String> others,
    String title) {
  public SubjectLine {
    Objects.requireNonNull(version);
    Objects.requireNonNull(index);
    Objects.requireNonNull(total);
    others = List.copyOf(others);
    Objects.requireNonNull(title);
  }

  /** Reads any subject; what it does not understand stays in the title. */
  public static SubjectLine parse(String subject) {
    return new SubjectGrammar(subject).parse();
  }

  /** {@code v2}, {@code v5.1}; {@code v1} where no version is given. */
  public String label() {
    return "v" + version.orElse(1) + (minor > 0 ? "." + minor : "");
  }

  /** Whether this is the letter before the patches. */
  public boolean isCover() {
    return index.isPresent() && index.getAsInt() == 0;
  }
}
