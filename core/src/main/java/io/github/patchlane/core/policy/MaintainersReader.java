package io.github.patchlane.core.policy;

import io.github.patchlane.core.contribution.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a MAINTAINERS file line by line. */
final class MaintainersReader {
  private final List<MaintainedArea> areas = new ArrayList<>();
  private String title = "";
  private Section section = new Section();

  List<MaintainedArea> read(String text) {
    text.lines().forEach(this::line);
    close();
    return areas;
  }

  private void line(String line) {
    if (isField(line)) {
      section.add(line.charAt(0), line.substring(2).strip());
    } else if (!line.isBlank()) {
      // A heading: what follows is another section's.
      close();
      title = line.strip();
    }
  }

  private static boolean isField(String line) {
    return line.length() > 2
        && line.charAt(1) == ':'
        && line.charAt(0) >= 'A'
        && line.charAt(0) <= 'Z';
  }

  private void close() {
    if (!section.files.isEmpty() || !section.names.isEmpty() || !section.words.isEmpty()) {
      areas.add(section.of(title));
    }
    section = new Section();
  }

  /** The fields read since the heading. */
  private static final class Section {
    private final List<Person> maintainers = new ArrayList<>();
    private final List<Person> reviewers = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private final List<PathPattern> files = new ArrayList<>();
    private final List<PathPattern> excluded = new ArrayList<>();
    private final List<Pattern> names = new ArrayList<>();
    private final List<Pattern> words = new ArrayList<>();
    private String status = "";

    private void add(char field, String value) {
      switch (field) {
        case 'M' -> person(value).ifPresent(maintainers::add);
        case 'R' -> person(value).ifPresent(reviewers::add);
        case 'L' -> list(value).ifPresent(lists::add);
        case 'S' -> status = value;
        case 'F' -> pattern(value).ifPresent(files::add);
        case 'X' -> pattern(value).ifPresent(excluded::add);
        // Perl's /x: white space and comments are no part of the expression.
        case 'N' -> expression(value, Pattern.COMMENTS).ifPresent(names::add);
        case 'K' -> expression(value, Pattern.COMMENTS).ifPresent(words::add);
        default -> {
          // W, T, Q, B, C, P, V: of use to people.
        }
      }
    }

    private MaintainedArea of(String title) {
      return new MaintainedArea(
          title, status, maintainers, reviewers, lists, files, excluded, names, words);
    }
  }

  private static Optional<Person> person(String value) {
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    if (open < 0 || close < 0) {
      return value.indexOf('@') > 0 ? Optional.of(new Person("", value)) : Optional.empty();
    }
    String name = value.substring(0, open).strip();
    if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1).strip();
    }
    return Optional.of(new Person(name, value.substring(open + 1, close).strip()));
  }

  /** {@code address (moderated for non-subscribers)}. */
  private static Optional<String> list(String value) {
    int space = value.indexOf(' ');
    String address = space < 0 ? value : value.substring(0, space);
    String remark = space < 0 ? "" : value.substring(space);
    boolean open = address.indexOf('@') > 0 && !remark.contains("subscribers-only");
    return open ? Optional.of(address) : Optional.empty();
  }

  private static Optional<PathPattern> pattern(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(PathPattern.of(value));
  }

  private static Optional<Pattern> expression(String value, int flags) {
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(value, flags));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
