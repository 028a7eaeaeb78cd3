package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
  private static final Instant AT = Instant.parse("2024-05-01T12:00:00Z");

  @TempDir private Path directory;

  private static void assertUnreadable(String expected, String address) {
    UnreadableRepositoryException thrown =
        assertThrows(UnreadableRepositoryException.class, () -> GitRepository.open(address));
    String message = String.valueOf(thrown.getMessage());
    assertTrue(message.contains(expected) && message.lines().count() == 1, message);
  }

  private TestRepository repository() {
    return new TestRepository(directory.resolve("r.git").toFile());
  }

  @Test
  void opensABareRepositoryAtItsHeadOrAtANamedBranch() {
    try (TestRepository made = repository()) {
      CommitId tip = new CommitId(made.write("f", "1\n").commit("one", AT));
      for (String suffix : new String[] {"", ":main", ":refs/heads/main"}) {
        try (GitRepository repository = GitRepository.open(made.directory() + suffix)) {
          assertEquals(tip, repository.tip());
          assertEquals(Optional.of(tip), repository.resolve("main"));
          assertEquals(Optional.of(tip), repository.resolve(tip.value().substring(0, 9)));
          assertEquals(Optional.empty(), repository.resolve("main~7"));
          assertEquals(Optional.empty(), repository.resolve("no such: thing"));
        }
      }
    }
  }

  @Test
  void opensAWorkTreeAndOneLinkedByAGitFile() throws IOException {
    Path tree = directory.resolve("tree");
    Files.createDirectories(tree);
    try (TestRepository made = new TestRepository(tree.resolve(".git").toFile())) {
      CommitId tip = new CommitId(made.write("f", "1\n").commit("one", AT));
      Path linked = directory.resolve("linked:tree");
      Files.createDirectories(linked);
      Path own = tree.resolve(".git/worktrees/linked");
      Files.createDirectories(own);
      Files.writeString(own.resolve("commondir"), "../..\n");
      Files.writeString(own.resolve("gitdir"), linked.resolve(".git") + "\n");
      Files.writeString(own.resolve("HEAD"), tip.value() + "\n");
      Files.writeString(linked.resolve(".git"), "gitdir: " + own + "\n");
      for (String address : new String[] {tree.toString(), linked.toString(), linked + ":main"}) {
        try (GitRepository repository = GitRepository.open(address)) {
          assertEquals(tip, repository.tip(), address);
        }
      }
    }
  }

  @Test
  void saysInOneLineWhatIsWrong() throws IOException {
    assertUnreadable("no such directory", directory.resolve("gone").toString());
    assertUnreadable("no such directory", "");
    assertUnreadable("no git repository at", directory.toString());
    Files.createDirectories(directory.resolve("empty.git"));
    try (var empty =
        new FileRepositoryBuilder().setGitDir(directory.resolve("empty.git").toFile()).build()) {
      empty.create(true);
    }
    assertUnreadable("is empty", directory.resolve("empty.git").toString());
    try (TestRepository made = repository()) {
      made.write("f", "1\n").commit("one", AT);
      assertUnreadable("no branch next", made.directory() + ":next");
      assertUnreadable("no branch behind the colon", made.directory() + ":");
    }
  }

  @Test
  void aDirectoryInsideAWorkTreeIsNotTheRepository() throws IOException {
    Path inside = directory.resolve("tree/sub");
    Files.createDirectories(inside);
    try (TestRepository made = new TestRepository(directory.resolve("tree/.git").toFile())) {
      made.write("f", "1\n").commit("one", AT);
      assertUnreadable("no git repository at", inside.toString());
    }
  }

  @Test
  void theEdgeOfAShallowCloneHasNoPatchId() throws IOException {
    try (TestRepository made = repository()) {
      made.write("f", "1\n").commit("gone", AT);
      CommitId edge = new CommitId(made.write("f", "2\n").commit("edge", AT.plusSeconds(1)));
      CommitId tip = new CommitId(made.write("f", "3\n").commit("tip", AT.plusSeconds(2)));
      Files.writeString(made.directory().toPath().resolve("shallow"), edge.value() + "\n");
      try (GitRepository repository = GitRepository.open(made.directory().getPath())) {
        assertEquals(Optional.empty(), repository.patchId(edge));
        assertTrue(repository.patchId(tip).isPresent());
      }
    }
  }
}
