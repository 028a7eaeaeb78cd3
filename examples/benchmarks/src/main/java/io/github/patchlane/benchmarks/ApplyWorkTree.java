package io.github.patchlane.benchmarks;

import io.github.patchlane.core.contribution.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Two copies of a repository that share its objects: a work tree for git, a bare one for us. */
final class ApplyWorkTree implements AutoCloseable {
  private final Path directory;
  private final Path work;
  private final Path bare;
  private final Path mail;

  ApplyWorkTree(Path repository) throws IOException {
    directory = Files.createTempDirectory("patchlane-apply");
    work = directory.resolve("work");
    bare = directory.resolve("bare.git");
    mail = directory.resolve("mail.eml");
    String from = repository.toString();
    Commands.run("git", "clone", "-q", "--shared", "--no-checkout", from, work.toString());
    Commands.run("git", "clone", "-q", "--shared", "--bare", from, bare.toString());
    Commands.run("git", "-C", work.toString(), "config", "user.name", "Bench");
    Commands.run("git", "-C", work.toString(), "config", "user.email", "bench@example.org");
    Commands.run("git", "-C", work.toString(), "config", "gc.auto", "0");
  }

  String bare() {
    return bare.toString();
  }

  void checkOut(CommitId base) throws IOException {
    shell("git am --abort; git checkout -q -f --detach " + base + " && git clean -q -f -d -x");
  }

  /** What applying one mail costs. */
  Cost am(byte[] bytes) throws IOException {
    Files.write(mail, bytes);
    return Measurement.of("cd '" + work + "' && { git am -q -3 '" + mail + "' 2>&1 || true; }");
  }

  /** Whether the last one ended with a commit; what failed stays open. */
  boolean isApplied() {
    return !Files.exists(work.resolve(".git/rebase-apply"));
  }

  private void shell(String command) throws IOException {
    Process process =
        new ProcessBuilder("bash", "-c", "cd '" + work + "'; { " + command + "; } 2> /dev/null")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Commands.await(process, command);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + directory, e);
    }
  }
}
