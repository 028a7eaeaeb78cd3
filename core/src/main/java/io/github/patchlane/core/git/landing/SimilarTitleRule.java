package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A patch whose title was edited too: most words of the title are the commit's, the author is the
 * same, the files are the same, and it went in soon after it was posted. Only the newest round of a
 * contribution counts, since what an earlier one proposed may have become anything.
 *
 * <p>Titles that number what they name differently, {@code epoll_wait05} and {@code epoll_wait06},
 * are of siblings.
 */
final class SimilarTitleRule implements LandingRule {
  private static final Duration WINDOW = Duration.ofDays(60);
  private static final double ENOUGH = 0.5;

  private final Map<String, List<LandingCandidate>> byPath = new HashMap<>();
  private final Map<ContributionId, Instant> newest = new HashMap<>();

  @Override
  public void match(LandingBoard board) {
    for (LandingCandidate candidate : board.candidates()) {
      newest.merge(candidate.contribution(), candidate.postedAt(), (a, b) -> a.isBefore(b) ? b : a);
      for (String path : candidate.patch().stat().paths()) {
        byPath.computeIfAbsent(path, k -> new ArrayList<>()).add(candidate);
      }
    }
    for (BranchCommit commit : board.freeCommits()) {
      best(board, commit)
          .ifPresent(found -> board.land(found, commit, evidence(likeness(found, commit))));
    }
  }

  private Optional<LandingCandidate> best(LandingBoard board, BranchCommit commit) {
    Set<LandingCandidate> pool = new HashSet<>();
    for (String path : commit.paths()) {
      List<LandingCandidate> all = byPath.getOrDefault(path, List.of());
      // by time of posting: only those of the weeks before the commit are looked at
      for (int i = firstAfter(all, commit.committedAt().minus(WINDOW)); i < all.size(); i++) {
        if (!PostingChoice.isBefore(all.get(i), commit)) {
          break;
        }
        pool.add(all.get(i));
      }
    }
    return pool.stream()
        .filter(board::isFree)
        .filter(c -> c.postedAt().equals(newest.get(c.contribution())))
        .filter(c -> PostingChoice.sameAuthor(c, commit))
        .filter(c -> sameFiles(c, commit))
        .filter(c -> likeness(c, commit) >= ENOUGH)
        .max(
            Comparator.comparingDouble((LandingCandidate c) -> likeness(c, commit))
                .thenComparing(LandingCandidate.BY_TIME));
  }

  private static int firstAfter(List<LandingCandidate> byTime, Instant from) {
    int low = 0;
    int high = byTime.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byTime.get(middle).postedAt().isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Half of the files of both at least: a maintainer adds one or leaves one out. */
  private static boolean sameFiles(LandingCandidate candidate, BranchCommit commit) {
    Set<String> union = new HashSet<>(commit.paths());
    union.addAll(candidate.patch().stat().paths());
    long both = candidate.patch().stat().paths().stream().filter(commit.paths()::contains).count();
    return 2 * both >= union.size();
  }

  /** The share of words that the titles have in common, in [0, 1]; 0 for siblings. */
  private static double likeness(LandingCandidate candidate, BranchCommit commit) {
    Set<String> posted = words(candidate.patch().subject());
    Set<String> landed = words(commit.title());
    Set<String> union = new HashSet<>(posted);
    union.addAll(landed);
    Set<String> both = new HashSet<>(posted);
    both.retainAll(landed);
    posted.removeAll(both);
    landed.removeAll(both);
    Set<String> stems =
        posted.stream()
            .filter(SimilarTitleRule::numbered)
            .map(SimilarTitleRule::stem)
            .collect(Collectors.toSet());
    boolean siblings =
        landed.stream()
            .filter(SimilarTitleRule::numbered)
            .map(SimilarTitleRule::stem)
            .anyMatch(stems::contains);
    return siblings || union.isEmpty() ? 0 : (double) both.size() / union.size();
  }

  private static Set<String> words(String title) {
    Set<String> words = new HashSet<>();
    StringBuilder word = new StringBuilder();
    String plain = ComparableTitle.of(title) + " ";
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '_') {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static boolean numbered(String word) {
    return Character.isDigit(word.charAt(word.length() - 1));
  }

  private static String stem(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }

  private static Evidence evidence(double likeness) {
    return new Evidence(
        Evidence.Kind.SIMILARITY,
        Math.round(40 + 40 * likeness) / 100.0,
        String.format(
            Locale.ROOT, "same author and files, %.0f %% of the title's words", 100 * likeness));
  }
}
