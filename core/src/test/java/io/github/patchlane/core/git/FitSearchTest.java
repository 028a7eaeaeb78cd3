package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitSearchTest {
  private static final Instant START = Instant.parse("2024-03-01T12:00:00Z");

  private static CommitId id(int n) {
    return new CommitId(Integer.toHexString(n).repeat(40));
  }

  private static HistoryCommit commit(
      int n, int day, int parent, boolean mainline, Map<String, String> files) {
    return new HistoryCommit(id(n), START.plus(Duration.ofDays(day)), parent, mainline, files);
  }

  private static Optional<CommitId> best(List<HistoryCommit> commits, String path, String before) {
    Needs needs =
        new Needs(
            List.of(PatchFootprint.of(TestDiff.patch("p@x", TestDiff.of(path, before, "new\n")))));
    FitSearch search = new FitSearch(commits, Duration.ofDays(90), blob -> Optional.empty());
    return search
        .best(List.of(new FitSearch.Goal(needs, START.plus(Duration.ofDays(50)))))
        .get(0)
        .map(fit -> fit.commit().id());
  }

  /** 1 - 2 - 4 on the branch, 3 and 5 beside it; 5 undoes what 3 did. */
  private static List<HistoryCommit> fork() {
    return List.of(
        commit(5, 5, 2, false, Map.of("a", TestDiff.blob("one\n"))),
        commit(4, 4, 3, true, Map.of("b", TestDiff.blob("b\n"))),
        commit(3, 3, 4, false, Map.of("a", TestDiff.blob("side\n"))),
        commit(2, 2, 4, true, Map.of("a", TestDiff.blob("main\n"))),
        commit(1, 1, -1, true, Map.of("a", TestDiff.blob("one\n"))));
  }

  @Test
  void eachSideOfAForkHasItsOwnFiles() {
    assertEquals(Optional.of(id(4)), best(fork(), "a", "main\n"));
    assertEquals(Optional.of(id(3)), best(fork(), "a", "side\n"));
  }

  @Test
  void theBranchItselfGoesBeforeNewerCommitsBesideIt() {
    assertEquals(Optional.of(id(1)), best(fork(), "a", "one\n"));
  }

  @Test
  void nothingWithinReachIsNothing() {
    assertEquals(Optional.empty(), best(List.of(commit(1, 51, -1, true, Map.of())), "a", "one\n"));
  }
}
