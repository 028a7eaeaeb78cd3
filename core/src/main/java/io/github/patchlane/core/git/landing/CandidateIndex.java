package io.github.patchlane.core.git.landing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the few postings that a commit is worth comparing with: by the files they touch, the rare
 * words of their titles and their authors. What many postings share leads to none of them, so that
 * the cost of a commit does not grow with the list. Not thread-safe.
 */
final class CandidateIndex {
  private static final Duration WINDOW = Duration.ofDays(365);

  /** What more postings than that share within the window leads nowhere. */
  private static final int COMMON = 128;

  private static final int MOST = 16;

  private static final int[] NOWHERE = {};

  /** Authors post much: their name alone is worth as much as a fairly common word. */
  private static final double AUTHOR = 1.5;

  private static final double ENTIRE = 100;

  private final List<LandingCandidate> postings;
  private final Map<Object, int[]> index = new HashMap<>();

  /** Of the postings by number; 0 but while one commit is looked at. */
  private final double[] scores;

  private record Name(String value) {}

  private record Word(long hash) {}

  private record Author(String name) {}

  /** Tells more than all others together, and at any age: some patches lie for years. */
  private record TitleAndAuthor(String title, String author) {}

  CandidateIndex(Collection<LandingCandidate> all) {
    postings = all.stream().sorted(LandingCandidate.BY_TIME).toList();
    scores = new double[postings.size()];
    Map<Object, List<Integer>> numbers = new HashMap<>();
    for (int i = 0; i < postings.size(); i++) {
      LandingCandidate posting = postings.get(i);
      for (Object key :
          keys(
              posting.patch().stat().paths(),
              posting.patch().subject(),
              posting.patch().author().name())) {
        numbers.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    numbers.forEach(
        (key, those) -> index.put(key, those.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static Set<Object> keys(List<String> paths, String title, String author) {
    Set<Object> keys = new HashSet<>();
    for (String path : paths) {
      keys.add(path);
      keys.add(new Name(path.substring(path.lastIndexOf('/') + 1)));
    }
    String comparable = ComparableTitle.of(title);
    for (long word : Words.of(comparable).keys()) {
      keys.add(new Word(word));
    }
    String name = Authors.normalised(author);
    keys.add(new Author(name));
    keys.add(new TitleAndAuthor(comparable, name));
    return keys;
  }

  /** Those most alike first; at most a handful. */
  List<LandingCandidate> near(BranchCommit commit) {
    Instant lately = commit.committedAt().minus(WINDOW);
    Instant to = commit.committedAt().plus(PostingChoice.CLOCKS);
    int[] found = new int[COMMON];
    int size = 0;
    for (Object key : keys(commit.paths(), commit.title(), commit.author().name())) {
      int[] all = index.getOrDefault(key, NOWHERE);
      boolean entire = key instanceof TitleAndAuthor;
      int first = entire ? 0 : firstAfter(all, lately);
      int end = firstAfter(all, to.plusNanos(1));
      if (end - first <= COMMON) {
        double rarity = Math.log(2.0 + COMMON) - Math.log(1.0 + end - first);
        double weight = key instanceof Author ? AUTHOR : entire ? ENTIRE + rarity : rarity;
        for (int at = first; at < end; at++) {
          if (scores[all[at]] == 0) {
            found = size < found.length ? found : Arrays.copyOf(found, 2 * size);
            found[size++] = all[at];
          }
          scores[all[at]] += weight;
        }
      }
    }
    List<LandingCandidate> near = best(found, size);
    for (int i = 0; i < size; i++) {
      scores[found[i]] = 0;
    }
    return near;
  }

  private List<LandingCandidate> best(int[] found, int size) {
    return Arrays.stream(found, 0, size)
        .filter(i -> scores[i] > AUTHOR)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> scores[i])
                .reversed()
                .thenComparing(Comparator.reverseOrder()))
        .limit(MOST)
        .map(postings::get)
        .toList();
  }

  private int firstAfter(int[] byTime, Instant from) {
    int low = 0;
    int high = byTime.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (postings.get(byTime[middle]).postedAt().isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
