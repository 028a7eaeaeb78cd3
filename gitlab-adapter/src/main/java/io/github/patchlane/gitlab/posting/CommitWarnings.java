package io.github.patchlane.gitlab.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a commit message would make GitLab do. Commits arrive as they are, or their authors' words
 * and their names would change: a person can only be told before.
 */
final class CommitWarnings {
  private static final Pattern CLOSING =
      Pattern.compile(
          "\\b(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?)"
              + ":? +(?:issues? +)?(?:[\\w./-]*#\\d+|https?://\\S+/issues/\\d+|[A-Z][A-Z0-9_]+-\\d+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MENTION =
      Pattern.compile("(?<![A-Za-z0-9_.+-])@[A-Za-z0-9_][A-Za-z0-9_./-]*");
  private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_&])[#!]\\d+\\b");

  private CommitWarnings() {}

  /** One clause each; none where the message is as any other. */
  static List<String> of(String message) {
    List<String> found = new ArrayList<>();
    first(CLOSING, message)
        .ifPresent(
            order -> found.add("“" + order + "” closes that issue once the commit is merged"));
    first(MENTION, message).ifPresent(name -> found.add("“" + name + "” names an account"));
    first(NUMBER, message)
        .ifPresent(number -> found.add("“" + number + "” leaves a note where it points"));
    String subject = message.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    if (List.of("fixup!", "squash!", "amend!", "wip", "draft:").stream()
        .anyMatch(subject::startsWith)) {
      found.add("its title may turn the merge request into a draft");
    }
    return found;
  }

  private static java.util.Optional<String> first(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? java.util.Optional.of(matcher.group()) : java.util.Optional.empty();
  }
}
