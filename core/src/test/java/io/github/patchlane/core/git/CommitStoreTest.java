package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.source.PatchContent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitStoreTest {
  private static final Instant AT = Instant.parse("2024-03-04T09:00:00Z");
  private static final CommitId NOWHERE = new CommitId("1".repeat(40));

  @TempDir private Path folder;

  @Test
  void theCommitsThatAHeadAddsArePatchesInTheirOrder() {
    try (TestRepository git = new TestRepository(folder.resolve("git").toFile())) {
      CommitId base = new CommitId(git.write("a", "1\n").commit("begin", AT));
      CommitId one = new CommitId(git.write("a", "2\n").commit("one\n\nwhy\n", AT));
      CommitId two = new CommitId(git.write("b", "3\n").commit("two", AT));
      try (CommitStore store = CommitStore.open(git.directory().toPath());
          GitRepository repository = GitRepository.open(git.directory().toString())) {
        List<Patch> patches = store.patches(base, two).orElseThrow();

        assertEquals(List.of(one, two), patches.stream().map(Patch::id).toList());
        assertEquals("one", patches.get(0).subject());
        assertEquals(new DiffStat(List.of("a"), 1, 1), patches.get(0).stat());
        assertEquals(repository.patchId(two), patches.get(1).patchId());
        PatchContent content = store.content(one).orElseThrow();
        assertEquals(new Person("Ada Lowe", "ada@example.org"), content.author());
        assertEquals("one\n\nwhy\n", content.message());
        assertEquals(Optional.of(List.of()), store.patches(two, two));
        assertEquals(Optional.of(base), store.mergeBase(base, two));
      }
    }
  }

  @Test
  void whatIsNotThereIsAbsentAndNoError() {
    try (TestRepository git = new TestRepository(folder.resolve("git").toFile())) {
      CommitId base = new CommitId(git.write("a", "1\n").commit("begin", AT));
      try (CommitStore store = CommitStore.open(git.directory().toPath())) {
        assertTrue(store.holds(base));
        assertFalse(store.holds(NOWHERE));
        assertFalse(store.holds(new CommitId("1".repeat(64))));
        assertEquals(Optional.empty(), store.patches(NOWHERE, base));
        assertEquals(Optional.empty(), store.patches(base, NOWHERE));
        assertEquals(Optional.empty(), store.mergeBase(base, NOWHERE));
        assertEquals(Optional.empty(), store.content(NOWHERE));
        assertEquals(Optional.empty(), store.content(new MessageId("a@example.org")));
      }
    }
    assertThrows(
        UnreadableRepositoryException.class, () -> CommitStore.open(folder.resolve("none")));
  }
}
