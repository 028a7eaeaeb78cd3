package io.github.patchlane.core.policy;

import io.github.patchlane.core.contribution.Person;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One section of a MAINTAINERS file.
 *
 * @param title its heading
 * @param status its {@code S:} line, empty where there is none: {@code Supported}, {@code Odd
 *     Fixes}, {@code Orphan}
 * @param maintainers its {@code M:} lines: one of them has to approve
 * @param reviewers its {@code R:} lines: to be copied, without a say of their own
 * @param lists its {@code L:} lines' addresses, without those that only take mail of subscribers
 * @param files its {@code F:} lines
 * @param excluded its {@code X:} lines
 * @param names its {@code N:} lines: expressions over the whole path
 * @param words its {@code K:} lines: expressions over what a patch changes
 */
public record MaintainedArea(
    String title,
    String status,
    List<Person> maintainers,
    List<Person> reviewers,
    List<String> lists,
    List<PathPattern> files,
    List<PathPattern> excluded,
    List<Pattern> names,
    List<Pattern> words) {
  public MaintainedArea {
    Objects.requireNonNull(title);
    Objects.requireNonNull(status);
    maintainers = List.copyOf(maintainers);
    reviewers = List.copyOf(reviewers);
    lists = List.copyOf(lists);
    files = List.copyOf(files);
    excluded = List.copyOf(excluded);
    names = List.copyOf(names);
    words = List.copyOf(words);
  }

  /**
   * How specifically the area covers a path: the deepest of its patterns that fit.
   *
   * @return empty where it does not cover it
   */
  public OptionalInt depthAt(String path) {
    if (excluded.stream().anyMatch(p -> p.matches(path))) {
      return OptionalInt.empty();
    }
    OptionalInt deepest =
        files.stream().filter(p -> p.matches(path)).mapToInt(PathPattern::depth).max();
    if (deepest.isEmpty() && names.stream().anyMatch(p -> p.matcher(path).find())) {
      return OptionalInt.of(0);
    }
    return deepest;
  }

  /** Whether a changed line holds one of the area's words. */
  public boolean speaksOf(String changedLine) {
    return words.stream().anyMatch(p -> p.matcher(changedLine).find());
  }

  /** Whether this is the section that stands in for everything without another maintainer. */
  public boolean isTheRest() {
    return title.equals("THE REST");
  }
}
