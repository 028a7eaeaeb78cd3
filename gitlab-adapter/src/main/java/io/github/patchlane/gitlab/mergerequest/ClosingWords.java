package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.gitlab.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What whoever closed a request said beside it: that it is taken, or that another replaces it. */
final class ClosingWords {
  /** Said with the click, or right before or after it. */
  private static final Duration BESIDE = Duration.ofMinutes(10);

  private static final List<String> PUSH =
      List.of("applied", "pushed", "merged", "committed", "landed", "cherry-picked");
  private static final List<String> REPLACED =
      List.of("supersed", "replaced by", "in favor of", "in favour of", "continued in", "moved to");

  private final String words;

  private ClosingWords(String words) {
    this.words = words;
  }

  static ClosingWords of(MergeRequest request, User closer, Instant at) {
    StringBuilder words = new StringBuilder();
    request
        .notes()
        .filter(note -> !note.system() && note.author().isSameAs(closer))
        .filter(note -> Duration.between(note.createdAt(), at).abs().compareTo(BESIDE) <= 0)
        .forEach(note -> words.append(note.body()).append('\n'));
    return new ClosingWords(words.toString().toLowerCase(Locale.ROOT));
  }

  /** A commit is named, by hash or by the address of its page. */
  boolean nameCommit() {
    int start = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || !Character.isLetterOrDigit(words.charAt(i))) {
        if (isHash(words.substring(start, i))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isHash(String word) {
    return word.length() >= 7
        && word.length() <= 64
        && word.chars().allMatch(c -> Character.digit(c, 16) >= 0)
        && word.chars().anyMatch(Character::isDigit)
        && (word.length() >= 12 || word.chars().anyMatch(Character::isLetter));
  }

  /** Authors apply suggestions; only a push is their landing. */
  boolean tellOfAPush() {
    return PUSH.stream().anyMatch(words::contains);
  }

  /** Another request or mail is named to go on with. */
  boolean nameASuccessor() {
    return REPLACED.stream().anyMatch(words::contains)
        && (namesARequest() || words.contains("://"));
  }

  private boolean namesARequest() {
    for (int i = words.indexOf('!'); i >= 0; i = words.indexOf('!', i + 1)) {
      if (i + 1 < words.length() && Character.isDigit(words.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
