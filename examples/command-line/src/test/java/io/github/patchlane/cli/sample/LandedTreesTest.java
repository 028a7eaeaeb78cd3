package io.github.patchlane.cli.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchlane.cli.sample.SampleTruth.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the generator against git itself: what it says landed as posted is what git am makes. */
class LandedTreesTest {
  @TempDir Path directory;

  @Test
  void gitAmOfAMailThatLandedAsPostedGivesTheLandedTree() throws Exception {
    assumeTrue(gitIsThere(), "needs the git command");
    SampleTruth truth =
        SampleProject.write(
            directory, new SampleOptions(4, 40, LocalDate.of(2025, 1, 6), 100, false));
    Map<String, String> mails =
        Archive.mails(directory.resolve(SampleProject.LIST)).stream()
            .collect(Collectors.toMap(Archive::id, Function.identity(), (one, copy) -> one));
    Path work = directory.resolve("work");
    git(directory, "clone", "-q", "--shared", SampleProject.PROJECT, work.toString());
    int tried = 0;
    for (SampleTruth.Contribution contribution : truth.contributions()) {
      for (SampleTruth.Landing landing : contribution.landings()) {
        if (landing.how() != How.AS_POSTED || contribution.oddity().equals("attached")) {
          continue;
        }
        String commit = landing.commit().value();
        git(work, "checkout", "-q", "--detach", commit + "^");
        Path mail = directory.resolve("mail");
        Files.writeString(mail, mails.getOrDefault(landing.patch().value(), ""));
        git(work, "am", "-q", mail.toString());
        assertEquals(
            git(work, "rev-parse", commit + "^{tree}"), git(work, "rev-parse", "HEAD^{tree}"));
        tried++;
      }
    }
    assertTrue(tried > 20, tried + " landings tried");
  }

  @Test
  void gitFindsNothingWrongWithTheRepositories() throws Exception {
    assumeTrue(gitIsThere(), "needs the git command");
    SampleProject.write(directory, new SampleOptions(5, 10, LocalDate.of(2025, 1, 6), 30, false));

    for (String repository : List.of(SampleProject.LIST, SampleProject.PROJECT)) {
      assertEquals("", git(directory.resolve(repository), "fsck", "--strict", "--no-dangling"));
    }
  }

  private static boolean gitIsThere() throws InterruptedException {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String git(Path in, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_COMMITTER_NAME", "Someone");
    environment.put("GIT_COMMITTER_EMAIL", "someone@example.org");
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), command + ": " + output);
    return output.strip();
  }
}
