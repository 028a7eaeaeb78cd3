package io.github.patchlane.core.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A work tree in which the real git does what we do without one. */
final class GitWorkTree {
  private static final Map<String, String> IDENTITY =
      Map.of(
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_AUTHOR_NAME", "Ada Lowe",
          "GIT_AUTHOR_EMAIL", "ada@example.org",
          "GIT_AUTHOR_DATE", "1700000000 +0130",
          "GIT_COMMITTER_NAME", "Max Keeper",
          "GIT_COMMITTER_EMAIL", "max@example.org",
          "GIT_COMMITTER_DATE", "1700001000 -0800",
          "LC_ALL", "C");

  private final Path directory;
  private boolean staged;

  GitWorkTree(Path directory) {
    this.directory = directory;
    if (!Files.exists(directory.resolve(".git"))) {
      directory.toFile().mkdirs();
      git("init", "-q", "-b", "main", ".");
      git("config", "core.autocrlf", "false");
      git("config", "gc.auto", "0");
    }
  }

  Path directory() {
    return directory;
  }

  GitWorkTree write(String path, String latin1) {
    return write(path, latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  GitWorkTree write(String path, byte[] content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GitWorkTree link(String path, String target) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.createSymbolicLink(file, Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GitWorkTree executable(String path, boolean executable) {
    try {
      Files.setPosixFilePermissions(
          directory.resolve(path),
          PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GitWorkTree remove(String path) {
    try (Stream<Path> files = Files.walk(directory.resolve(path))) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GitWorkTree move(String from, String to) {
    try {
      Files.createDirectories(directory.resolve(to).getParent());
      Files.move(directory.resolve(from), directory.resolve(to), LinkOption.NOFOLLOW_LINKS);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts a file into the index alone, whose name no file system or locale of the test has a say in;
   * from here on commits are of the index.
   *
   * @param rawPath one char for each byte
   */
  GitWorkTree stage(String rawPath, String mode, String latin1) {
    String id =
        new String(
                tryGit(latin1.getBytes(StandardCharsets.ISO_8859_1), "hash-object", "-w", "--stdin")
                    .orElseThrow(),
                StandardCharsets.US_ASCII)
            .strip();
    byte[] line = (mode + " " + id + "\t" + rawPath + "\0").getBytes(StandardCharsets.ISO_8859_1);
    if (tryGit(line, "update-index", "-z", "--index-info").isEmpty()) {
      throw new IllegalStateException("git did not take " + rawPath + " into its index");
    }
    staged = true;
    return this;
  }

  /** Puts a submodule at a commit into the index; likewise. */
  GitWorkTree submodule(String path, String commit) {
    git("update-index", "--add", "--cacheinfo", "160000," + commit + "," + path);
    staged = true;
    return this;
  }

  /** Commits all there is, and names the commit. */
  String commit(String message) {
    if (!staged) {
      git("add", "-A");
    }
    git("commit", "-q", "--allow-empty", "-m", message);
    return head();
  }

  String head() {
    return text("rev-parse", "HEAD").strip();
  }

  /** Goes back to a commit, with nothing left over. */
  void reset(String commit) {
    tryGit("am", "--abort");
    git("checkout", "-q", "-f", "-B", "work", commit);
    git("reset", "-q", "--hard", commit);
    git("clean", "-q", "-f", "-f", "-d", "-x");
  }

  /**
   * The commit that {@code git am} makes of mails, with the options given; empty where it fails.
   */
  Optional<String> am(String base, byte[] mbox, String... options) {
    reset(base);
    try {
      Path file = Files.createTempFile("patchlane", ".mbox");
      try {
        Files.write(file, mbox);
        List<String> command = new ArrayList<>(List.of("am", "-q"));
        command.addAll(Arrays.asList(options));
        command.add(file.toString());
        boolean good = tryGit(command.toArray(String[]::new)).isPresent();
        return good ? Optional.of(head()) : Optional.empty();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String... arguments) {
    return new String(git(arguments), StandardCharsets.UTF_8);
  }

  byte[] git(String... arguments) {
    return tryGit(arguments)
        .orElseThrow(() -> new IllegalStateException("git " + String.join(" ", arguments)));
  }

  Optional<byte[]> tryGit(String... arguments) {
    return tryGit(new byte[0], arguments);
  }

  private Optional<byte[]> tryGit(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(IDENTITY);
    try {
      Process process = builder.start();
      try (OutputStream to = process.getOutputStream()) {
        to.write(input);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (InputStream in = process.getInputStream()) {
        in.transferTo(out);
      }
      return process.waitFor() == 0 ? Optional.of(out.toByteArray()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
