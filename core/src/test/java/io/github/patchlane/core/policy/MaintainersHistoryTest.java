package io.github.patchlane.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.identity.Mailmap;
import io.github.patchlane.core.testkit.GitSandbox;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainersHistoryTest {
  private static final Instant JANUARY = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant FEBRUARY = Instant.parse("2024-02-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2024-03-01T00:00:00Z");
  private static final Person ADA = new Person("Ada Lowe", "ada@example.org");
  private static final Person BEN = new Person("Ben Ruiz", "ben@example.org");
  private static final Identities AS_WRITTEN = new Identities(Mailmap.EMPTY);

  @TempDir Path directory;

  private static String file(Person maintainer) {
    return "LIBRARY\nM:\t" + maintainer + "\nF:\tlib/\n";
  }

  /** Ada from January on, Ben from March on. */
  private GitRepository adaThenBen() {
    GitSandbox git = GitSandbox.create(directory);
    git.at(JANUARY).write("MAINTAINERS", file(ADA)).commit("Ada looks after the library");
    git.at(FEBRUARY).write("lib/a.c", "a\n").commit("something else");
    git.at(MARCH).write("MAINTAINERS", file(BEN)).commit("Ben does");
    return GitRepository.open(directory.toString());
  }

  @Test
  void theMaintainerIsWhoWasNamedThen() {
    try (GitRepository repository = adaThenBen()) {
      MaintainersHistory history =
          MaintainersHistory.in(repository, JANUARY, AS_WRITTEN).orElseThrow();

      assertEquals(
          List.of(Set.of(ADA), Set.of(ADA), Set.of(BEN), Set.of(ADA), Set.of()),
          List.of(
              history.approversOf("lib/a.c", FEBRUARY),
              history.approversOf("lib/a.c", MARCH.minusSeconds(1)),
              history.approversOf("lib/a.c", MARCH),
              history.approversOf("lib/a.c", JANUARY.minusSeconds(1)),
              history.approversOf("net/b.c", MARCH)));
    }
  }

  @Test
  void whatIsOlderThanAskedForIsNotReadAndTheOldestVersionReadStandsForIt() {
    GitSandbox git = GitSandbox.create(directory);
    git.at(JANUARY).write("MAINTAINERS", file(ADA)).commit("Ada looks after the library");
    git.at(FEBRUARY).write("MAINTAINERS", file(BEN)).commit("Ben does");
    for (int i = 0; i < 80; i++) {
      git.at(FEBRUARY.plusSeconds(60)).commit("nothing " + i);
    }
    try (GitRepository repository = GitRepository.open(directory.toString())) {
      MaintainersHistory history =
          MaintainersHistory.in(repository, MARCH, AS_WRITTEN).orElseThrow();

      assertEquals(Set.of(BEN), history.approversOf("lib/a.c", JANUARY));
    }
  }

  @Test
  void theMailmapNamesMaintainersAsItNamesReviewers() {
    Mailmap mailmap = Mailmap.parse("Ada Lowe <ada@new.example.org> <ada@example.org>\n");
    try (GitRepository repository = adaThenBen()) {
      MaintainersHistory history =
          MaintainersHistory.in(repository, JANUARY, new Identities(mailmap)).orElseThrow();

      assertEquals(
          Set.of(new Person("Ada Lowe", "ada@new.example.org")),
          history.approversOf("lib/a.c", FEBRUARY));
    }
  }

  @Test
  void aFileThatWasRemovedNamesNobodyAndOneThatNeverWasHasNoHistory() {
    GitSandbox git = GitSandbox.create(directory);
    git.at(JANUARY).write("MAINTAINERS", file(ADA)).commit("Ada looks after the library");
    git.git("rm", "-q", "MAINTAINERS");
    git.at(MARCH).commit("nobody does");
    try (GitRepository repository = GitRepository.open(directory.toString())) {
      MaintainersHistory history =
          MaintainersHistory.in(repository, JANUARY, AS_WRITTEN).orElseThrow();

      assertEquals(Set.of(), history.approversOf("lib/a.c", MARCH));
      assertTrue(repository.fileHistory("MAINTENERS", JANUARY).isEmpty());
    }
  }
}
