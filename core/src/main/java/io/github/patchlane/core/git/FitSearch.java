package io.github.patchlane.core.git;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds for many goals at once the commit where most of what each wants is there, and of those the
 * newest one. First parents make a forest of the history: one walk down each of its trees, doing
 * and undoing what each commit changed, meets every commit's state, at a cost that is linear in the
 * changes and in the commits within reach of each goal.
 */
final class FitSearch {
  private static final int[] NONE = {};

  /** What is wanted, and by when. */
  record Goal(Needs needs, Instant postedAt) {}

  /**
   * The best commit.
   *
   * @param unmet how many needs do not fit there
   */
  record Fit(HistoryCommit commit, int unmet) {
    private static final Comparator<Fit> BEST =
        Comparator.comparingInt(Fit::unmet)
            .thenComparing(fit -> !fit.commit().mainline())
            .thenComparing(fit -> fit.commit().at(), Comparator.reverseOrder());
  }

  /** One path: what lies there now, and who cares. */
  private static final class Place {
    private final List<Wish> wishes = new ArrayList<>();
    private String found = "";
  }

  private record Wish(int goal, Need need) {}

  private record Change(Place place, String found) {}

  private final List<HistoryCommit> commits;
  private final Duration reach;
  private final Function<String, Optional<byte[]>> contents;
  private final List<Goal> goals = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private int[] unmet = NONE;
  private Fit[] best = new Fit[0];

  FitSearch(
      List<HistoryCommit> commits, Duration reach, Function<String, Optional<byte[]>> contents) {
    this.commits = commits;
    this.reach = reach;
    this.contents = contents;
  }

  /** One for each goal, in their order; empty where no commit is within its reach. */
  List<Optional<Fit>> best(List<Goal> wanted) {
    List<Integer> byTime =
        IntStream.range(0, wanted.size())
            .boxed()
            .sorted(Comparator.comparing(i -> wanted.get(i).postedAt()))
            .toList();
    byTime.forEach(i -> goals.add(wanted.get(i)));
    prepare();
    walk();
    List<Optional<Fit>> found = new ArrayList<>();
    wanted.forEach(goal -> found.add(Optional.empty()));
    for (int i = 0; i < best.length; i++) {
      found.set(byTime.get(i), Optional.ofNullable(best[i]));
    }
    return found;
  }

  private void prepare() {
    unmet = new int[goals.size()];
    best = new Fit[goals.size()];
    for (int i = 0; i < unmet.length; i++) {
      for (Need need : goals.get(i).needs().all()) {
        places.computeIfAbsent(need.path(), p -> new Place()).wishes.add(new Wish(i, need));
        unmet[i] += need.fits("", contents) ? 0 : 1;
      }
    }
  }

  private void walk() {
    int[][] children = children();
    Deque<Integer> toDo = new ArrayDeque<>();
    Deque<List<Change>> undo = new ArrayDeque<>();
    for (int root : children[commits.size()]) {
      toDo.push(root);
      while (!toDo.isEmpty()) {
        int next = toDo.pop();
        if (next < 0) {
          undo.pop().forEach(this::apply);
          continue;
        }
        undo.push(enter(commits.get(next)));
        toDo.push(-1);
        for (int child : children[next]) {
          toDo.push(child);
        }
      }
    }
  }

  /** For each commit those that follow it; behind them all, the roots. */
  private int[][] children() {
    int roots = commits.size();
    int[] counts = new int[roots + 1];
    commits.forEach(commit -> counts[commit.parent() < 0 ? roots : commit.parent()]++);
    int[][] children = new int[roots + 1][];
    Arrays.setAll(children, i -> counts[i] == 0 ? NONE : new int[counts[i]]);
    for (int i = 0; i < roots; i++) {
      int parent = commits.get(i).parent() < 0 ? roots : commits.get(i).parent();
      children[parent][--counts[parent]] = i;
    }
    return children;
  }

  /** What takes it back. */
  private List<Change> enter(HistoryCommit commit) {
    List<Change> back = new ArrayList<>();
    commit
        .files()
        .forEach(
            (path, found) -> {
              Place place = places.get(path);
              if (place != null) {
                back.add(new Change(place, place.found));
                apply(new Change(place, found));
              }
            });
    int first = firstPosted(commit.at());
    int end = firstPosted(commit.at().plus(reach).plusNanos(1));
    for (int i = first; i < end; i++) {
      if (best[i] == null || best[i].unmet() >= unmet[i]) {
        Fit here = new Fit(commit, unmet[i]);
        best[i] = best[i] == null || Fit.BEST.compare(here, best[i]) <= 0 ? here : best[i];
      }
    }
    return back;
  }

  private void apply(Change change) {
    for (Wish wish : change.place().wishes) {
      boolean did = wish.need().fits(change.place().found, contents);
      boolean does = wish.need().fits(change.found(), contents);
      unmet[wish.goal()] += (did ? 1 : 0) - (does ? 1 : 0);
    }
    change.place().found = change.found();
  }

  /** The first goal that was posted at this time or later. */
  private int firstPosted(Instant at) {
    int low = 0;
    int high = goals.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (goals.get(middle).postedAt().isBefore(at)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
