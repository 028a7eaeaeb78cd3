package io.github.patchlane.benchmarks;

import io.github.patchlane.core.source.PatchContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A work tree of its own over another repository's objects, in which real git applies patches. */
final class ScratchTree implements AutoCloseable {
  private final Path directory;

  ScratchTree(Path repository) throws IOException {
    directory = Files.createTempDirectory("patchlane-scratch");
    Commands.run(
        "git", "clone", "-q", "--shared", "--no-checkout", repository.toString(), directory + "");
  }

  boolean has(String commit) throws IOException {
    return git("cat-file", "-e", commit + "^{commit}").isPresent();
  }

  /**
   * Applies patches to a commit with git itself.
   *
   * @param own the patches whose outcome is wanted
   * @return the ids of the files that they touch, as they come out; empty where git refuses
   */
  Optional<Map<String, String>> apply(
      String base, List<PatchContent> before, List<PatchContent> own) throws IOException {
    git("am", "--abort");
    git("checkout", "-q", "-f", base);
    git("clean", "-q", "-f", "-d", "-x");
    if (!before.isEmpty() && am(before).isEmpty()) {
      return Optional.empty();
    }
    String start = git("rev-parse", "HEAD").orElseThrow().strip();
    if (am(own).isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> files = new TreeMap<>();
    git("diff", "--raw", "--no-abbrev", "--no-renames", start, "HEAD")
        .orElseThrow()
        .lines()
        .map(line -> line.split("[ \t]"))
        .forEach(fields -> files.put(fields[fields.length - 1], fields[3]));
    return Optional.of(files);
  }

  private Optional<String> am(List<PatchContent> patches) throws IOException {
    ByteArrayOutputStream mbox = new ByteArrayOutputStream();
    for (PatchContent patch : patches) {
      String head =
          "From "
              + "0".repeat(40)
              + " Mon Sep 17 00:00:00 2001\nFrom: "
              + "A <a@example.org>\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nSubject: [PATCH] x\n\n---\n";
      mbox.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      mbox.writeBytes(patch.diff());
      mbox.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.createTempFile("patchlane", ".mbox");
    try {
      Files.write(file, mbox.toByteArray());
      return git("am", "-q", "-3", "--keep-cr", file.toString());
    } finally {
      Files.delete(file);
    }
  }

  private Optional<String> git(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-C"));
    command.add(directory.toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() == 0 ? Optional.of(out) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for git", e);
    }
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
