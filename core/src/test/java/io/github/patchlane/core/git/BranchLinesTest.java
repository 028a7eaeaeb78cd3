package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.LineAnchor.Side;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.testkit.GitSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch of the real git on a file of forty lines. */
class BranchLinesTest {
  @TempDir Path directory;
  private GitSandbox git;
  private CommitId base;
  private final List<String> file =
      new ArrayList<>(IntStream.rangeClosed(1, 40).mapToObj(i -> "line " + i).toList());

  @BeforeEach
  void begin() {
    git = GitSandbox.create(directory);
    write("a.c");
    git.commit("base");
    base = new CommitId(git.git("rev-parse", "HEAD").strip());
  }

  private void write(String path) {
    git.write(path, String.join("\n", file) + "\n");
  }

  private void commit() {
    write("a.c");
    git.commit("patch");
  }

  private List<PatchContent> patches() {
    return git.patches(base + "..HEAD");
  }

  private Optional<DiffPlace> find(
      int commit, UnifiedDiff patch, String path, int line, Side side) {
    List<PatchContent> patches = patches();
    List<CommitId> commits = patches.stream().map(p -> (CommitId) p.id()).toList();
    try (GitRepository repository = GitRepository.open(directory.resolve(".git").toString())) {
      return repository
          .lines(base, commits)
          .find(commit, patch, new LineAnchor(patches.get(commit).id(), path, line, side));
    }
  }

  private Optional<DiffPlace> find(int commit, int line, Side side) {
    return find(commit, UnifiedDiff.parse(patches().get(commit).diff()), "a.c", line, side);
  }

  private static Optional<DiffPlace> place(int oldLine, int newLine) {
    return Optional.of(new DiffPlace("a.c", "a.c", line(oldLine), line(newLine)));
  }

  private static OptionalInt line(int number) {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  @Test
  void anAddedLineMovesWithWhatLaterPatchesAddAboveIt() {
    file.add(20, "added");
    commit();
    file.add(2, "above");
    file.add(2, "above that");
    commit();

    assertEquals(place(0, 23), find(0, 21, Side.NEW));
  }

  @Test
  void aContextLineHasBothNumbers() {
    file.add(20, "added");
    commit();

    assertEquals(place(21, 22), find(0, 22, Side.NEW));
    assertEquals(place(20, 20), find(0, 20, Side.NEW));
  }

  @Test
  void aRemovedLineIsCountedBeforeTheBranch() {
    file.add(2, "above");
    commit();
    file.remove(20);
    commit();

    // line 21 of what the second patch changed is line 20 of the base
    assertEquals(place(20, 0), find(1, 21, Side.OLD));
  }

  @Test
  void aLineThatALaterPatchTakesAwayHasNoPlace() {
    file.add(20, "added");
    commit();
    file.set(20, "added better");
    commit();

    assertEquals(Optional.empty(), find(0, 21, Side.NEW));
    assertEquals(place(0, 21), find(1, 21, Side.NEW));
  }

  @Test
  void aLineThatTheWholeDoesNotShowHasNoPlace() {
    String kept = file.set(20, "changed");
    commit();
    file.set(20, kept);
    file.set(35, "elsewhere");
    commit();

    assertEquals(Optional.empty(), find(0, 20, Side.NEW));
    assertEquals(Optional.empty(), find(0, 21, Side.OLD));
  }

  @Test
  void aFileRenamedLaterIsNamedAsTheWholeNamesIt() {
    file.add(20, "added");
    commit();
    git.git("mv", "a.c", "b.c");
    git.commit("rename");

    assertEquals(
        Optional.of(new DiffPlace("a.c", "b.c", OptionalInt.empty(), OptionalInt.of(21))),
        find(0, 21, Side.NEW));
  }

  @Test
  void aFileRenamedBeforeIsNamedAsTheBaseNamesIt() {
    git.git("mv", "a.c", "b.c");
    git.commit("rename");
    file.remove(20);
    write("b.c");
    git.commit("patch");
    UnifiedDiff second = UnifiedDiff.parse(patches().get(1).diff());

    assertEquals(
        Optional.of(new DiffPlace("a.c", "b.c", OptionalInt.of(21), OptionalInt.empty())),
        find(1, second, "b.c", 21, Side.OLD));
  }

  @Test
  void aNewFilesLineHasItsNameOnBothSides() {
    git.write("new.c", "one\ntwo\n");
    git.commit("patch");
    UnifiedDiff patch = UnifiedDiff.parse(patches().get(0).diff());

    assertEquals(
        Optional.of(new DiffPlace("new.c", "new.c", OptionalInt.empty(), OptionalInt.of(2))),
        find(0, patch, "new.c", 2, Side.NEW));
  }

  /** The mail was made from a file in which everything stood seven lines higher. */
  @Test
  void aPatchAppliedSomeLinesOffIsFoundByItsLines() {
    file.add(20, "added");
    commit();
    String mailed =
        new String(patches().get(0).diff(), StandardCharsets.UTF_8)
            .replace("@@ -18,6 +18,7 @@", "@@ -11,6 +11,7 @@");

    assertEquals(
        place(0, 21),
        find(0, UnifiedDiff.parse(mailed.getBytes(StandardCharsets.UTF_8)), "a.c", 14, Side.NEW));
  }

  @Test
  void everyLineThatAPatchShowsIsShownByABranchOfThatPatchAlone() {
    file.set(5, "changed");
    file.add(20, "added");
    file.remove(30);
    commit();
    String hunks = new String(patches().get(0).diff(), StandardCharsets.UTF_8);
    Map<Integer, Integer> places = new TreeMap<>();
    for (int line = 1; line <= 40; line++) {
      Optional<DiffPlace> place = find(0, line, Side.NEW);
      if (place.isPresent()) {
        places.put(line, place.get().newLine().orElse(0));
      }
    }
    // three lines around each change, as many as git shows
    assertEquals(
        "[3, 4, 5, 6, 7, 8, 9, 18, 19, 20, 21, 22, 23, 24, 28, 29, 30, 31, 32, 33]",
        places.keySet().toString(),
        hunks);
    assertEquals(List.copyOf(places.keySet()), List.copyOf(places.values()));
  }
}
