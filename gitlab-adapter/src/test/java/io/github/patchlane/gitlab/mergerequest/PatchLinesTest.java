package io.github.patchlane.gitlab.mergerequest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.git.CommitStore;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.gitlab.testkit.TestGit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line carries the number of the patch that wrote it, so that right is easily told. */
class PatchLinesTest {
  private static final Instant AT = Instant.parse("2024-03-04T09:00:00Z");

  @TempDir private Path folder;

  @Test
  void aLineOfTheHeadBelongsToThePatchThatWroteIt() {
    for (long seed = 1; seed <= 30; seed++) {
      Random dice = new Random(seed);
      try (TestGit git = new TestGit(folder.resolve("new-" + seed))) {
        List<List<String>> states = states(dice);
        List<CommitId> commits = commits(git, states);
        try (CommitStore store = CommitStore.open(git.directory())) {
          List<Patch> patches =
              store.patches(commits.get(0), commits.get(commits.size() - 1)).orElseThrow();
          PatchLines lines = new PatchLines(id -> store.content(id).map(PatchContent::diff));
          List<String> head = states.get(states.size() - 1);
          for (int i = 0; i < head.size(); i++) {
            int writer = Integer.parseInt(head.get(i).split(" ", -1)[0]);
            if (writer > 0) {
              LineAnchor anchor = lines.ofNewLine(patches, "f", i + 1).orElseThrow();
              int line = states.get(writer).indexOf(head.get(i)) + 1;
              assertEquals(
                  new LineAnchor(commits.get(writer), "f", line, LineAnchor.Side.NEW),
                  anchor,
                  "seed " + seed);
            }
          }
        }
      }
    }
  }

  @Test
  void aLineOfTheBaseThatIsGoneBelongsToThePatchThatRemovedIt() {
    for (long seed = 1; seed <= 30; seed++) {
      Random dice = new Random(seed);
      try (TestGit git = new TestGit(folder.resolve("old-" + seed))) {
        List<List<String>> states = states(dice);
        List<CommitId> commits = commits(git, states);
        try (CommitStore store = CommitStore.open(git.directory())) {
          List<Patch> patches =
              store.patches(commits.get(0), commits.get(commits.size() - 1)).orElseThrow();
          PatchLines lines = new PatchLines(id -> store.content(id).map(PatchContent::diff));
          for (int i = 0; i < states.get(0).size(); i++) {
            String line = states.get(0).get(i);
            int last = 0;
            while (last < states.size() && states.get(last).contains(line)) {
              last++;
            }
            if (last < states.size()) {
              int place = states.get(last - 1).indexOf(line) + 1;
              assertEquals(
                  Optional.of(new LineAnchor(commits.get(last), "f", place, LineAnchor.Side.OLD)),
                  lines.ofOldLine(patches, "f", i + 1),
                  "seed " + seed);
            }
          }
        }
      }
    }
  }

  /** A file through several patches; no two lines are equal. */
  private static List<List<String>> states(Random dice) {
    List<List<String>> states = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add("0 " + i);
    }
    states.add(List.copyOf(lines));
    for (int patch = 1; patch <= 4; patch++) {
      for (int edit = 0; edit < 4; edit++) {
        int at = dice.nextInt(lines.size());
        if (dice.nextBoolean() && lines.size() > 10) {
          lines.remove(at);
        }
        if (dice.nextBoolean()) {
          lines.add(at, patch + " " + edit + " " + dice.nextInt());
        }
      }
      lines.add(patch + " end " + dice.nextInt());
      states.add(List.copyOf(lines));
    }
    return states;
  }

  private static List<CommitId> commits(TestGit git, List<List<String>> states) {
    List<CommitId> commits = new ArrayList<>();
    for (List<String> state : states) {
      Optional<CommitId> parent =
          commits.isEmpty() ? Optional.empty() : Optional.of(commits.get(commits.size() - 1));
      commits.add(
          git.commit(
              parent,
              "Ann",
              AT,
              "patch " + commits.size(),
              Map.of("f", String.join("\n", state) + "\n")));
    }
    return commits;
  }
}
