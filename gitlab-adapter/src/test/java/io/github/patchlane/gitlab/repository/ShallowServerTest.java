package io.github.patchlane.gitlab.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.git.CommitStore;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.UnreachableGitLabException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git itself serves of a repository that is shallow on the server. */
class ShallowServerTest {
  private static final AccessToken TOKEN = new AccessToken("invented");

  @TempDir private Path folder;
  private String backend;
  private CommitId head;

  @BeforeEach
  void aShallowProject() throws Exception {
    Optional<String> found = RealGitServer.backend();
    Assumptions.assumeTrue(found.isPresent(), "git with its HTTP backend is not installed");
    backend = found.orElseThrow();
    git("init", "-q", "whole");
    for (String content : List.of("one", "two", "three")) {
      Files.writeString(folder.resolve("whole/a.txt"), content + "\n");
      git("-C", "whole", "add", "a.txt");
      git("-C", "whole", "commit", "-q", "-m", content);
    }
    git(
        "clone",
        "-q",
        "--bare",
        "--depth=2",
        folder.resolve("whole").toUri().toString(),
        "cut.git");
    head = commit("HEAD");
    git("-C", "cut.git", "update-ref", "refs/merge-requests/1/head", head.value());
    git("-C", "cut.git", "config", "http.receivepack", "true");
  }

  @Test
  void isFetchedFromAsFarAsItGoes() throws Exception {
    try (RealGitServer server = new RealGitServer(folder, backend, false);
        FetchedRepository fetched = FetchedRepository.open(Optional.empty(), Optional.empty())) {
      assertEquals(
          List.of(), fetched.fetch(server.address("cut.git"), TOKEN, List.of(1), List.of(head)));
      try (CommitStore commits = fetched.commits()) {
        assertEquals(
            List.of("three"),
            commits.patches(commit("HEAD~1"), head).orElseThrow().stream()
                .map(Patch::subject)
                .toList());
      }
    }
  }

  @Test
  void isNotFetchedFromByTheFirstProtocolAndThatIsSaid() throws Exception {
    try (RealGitServer server = new RealGitServer(folder, backend, true);
        FetchedRepository fetched = FetchedRepository.open(Optional.empty(), Optional.empty())) {
      URI address = server.address("cut.git");
      IOException refused =
          assertThrows(
              IOException.class, () -> fetched.fetch(address, TOKEN, List.of(1), List.of(head)));
      assertEquals(reason(address), refused.getMessage());
    }
  }

  @Test
  void isNotPushedToAndThatIsSaid() throws Exception {
    try (RealGitServer server = new RealGitServer(folder, backend, false);
        BranchPush branches =
            new BranchPush(folder.resolve("whole/.git"), server.address("cut.git"), TOKEN)) {
      assertEquals(Optional.empty(), branches.head("topic"));
      UnreachableGitLabException refused =
          assertThrows(
              UnreachableGitLabException.class, () -> branches.push("topic", head.value(), ""));
      assertEquals(reason(server.address("cut.git")), refused.getMessage());
    }
  }

  private static String reason(URI address) {
    return "the repository at "
        + address
        + " is a shallow one, which lacks the past of some commits, and JGit cannot talk to it;"
        + " git fetch --unshallow, run in it on the server, mends that";
  }

  private CommitId commit(String name) throws Exception {
    return new CommitId(git("-C", "cut.git", "rev-parse", name).strip());
  }

  private String git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.org"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), String.join(" ", command));
    return said;
  }
}
