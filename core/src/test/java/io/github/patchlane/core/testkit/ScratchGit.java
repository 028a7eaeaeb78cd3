package io.github.patchlane.core.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A work tree over another repository's objects in which the real {@code git am} runs. What one run
 * made is gone before the next, so that none can help itself to another's blobs.
 */
public final class ScratchGit {
  public static final String COMMITTER = "Max Keeper";
  public static final String EMAIL = "max@example.org";
  public static final long SECONDS = 1_700_000_000L;

  private static final Pattern NO_CHARSET =
      Pattern.compile("(Content-Type: text/plain; charset=)(?:\"(?:y|u|yes)\"|(?:y|u|yes)\\b)");

  private static final char START = '\u0001';
  private static final char END = '\u0002';
  private static final String FORMAT = "--format=%x01%T%n%an <%ae>%n%ad%n%B%x02";

  private final Path work;
  private final Path repository;
  private final Path made;

  public ScratchGit(Path directory, Path repository) {
    this.work = directory.resolve("work");
    this.made = directory.resolve("objects");
    this.repository = repository.toAbsolutePath();
    try {
      Files.createDirectories(work);
      Files.createDirectories(made);
      git("init", "-q", ".");
      if (Files.exists(repository.resolve("shallow"))) {
        Files.copy(repository.resolve("shallow"), work.resolve(".git/shallow"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest commit of a branch at a time. */
  public Optional<String> newest(String branch, long seconds) {
    String before = "--before=" + seconds;
    return text("--git-dir=" + repository, "rev-list", "-1", before, branch)
        .map(String::strip)
        .filter(id -> !id.isEmpty());
  }

  public boolean has(String commit) {
    return text("cat-file", "-e", commit + "^{commit}").isPresent();
  }

  /** Head and tree after {@code git am -3}, in one line; empty where it fails. */
  public Optional<String> am(String base, List<byte[]> mails) {
    git("am", "--abort");
    git("checkout", "-q", "-f", "--detach", base);
    git("clean", "-q", "-f", "-f", "-d", "-x");
    clear();
    try {
      List<String> command = new ArrayList<>(List.of("am", "-q", "-3"));
      Path folder = Files.createDirectories(made.resolveSibling("mails"));
      for (int i = 0; i < mails.size(); i++) {
        Path file = folder.resolve(i + ".eml");
        Files.write(file, readable(mails.get(i)));
        command.add(file.toString());
      }
      boolean good = git(command.toArray(String[]::new)).isPresent();
      return good ? text("log", "-1", "--format=%H %T").map(String::strip) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What two commits part, the oldest first: of each its tree, author, author's date with its zone,
   * and message.
   */
  public List<String> commits(String base, String head) {
    String log = text("log", "--reverse", "--date=raw", FORMAT, base + ".." + head).orElseThrow();
    List<String> entries = new ArrayList<>();
    for (int at = log.indexOf(START); at >= 0; at = log.indexOf(START, at + 1)) {
      entries.add(log.substring(at + 1, log.indexOf(END, at)));
    }
    return entries;
  }

  /**
   * Git gives up on a charset that does not exist, such as the answer {@code y} to git-send-email's
   * question for one; we read the bytes. Git is asked with the lie taken out.
   */
  private static byte[] readable(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    return NO_CHARSET.matcher(text).find()
        ? NO_CHARSET.matcher(text).replaceAll("$1utf-8").getBytes(StandardCharsets.ISO_8859_1)
        : mail;
  }

  private void clear() {
    try (Stream<Path> files = Files.walk(made)) {
      files
          .filter(file -> !file.equals(made))
          .sorted(Comparator.reverseOrder())
          .forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> text(String... arguments) {
    return git(arguments).map(out -> new String(out, StandardCharsets.UTF_8));
  }

  private Optional<byte[]> git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_COMMITTER_NAME",
                COMMITTER,
                "GIT_COMMITTER_EMAIL",
                EMAIL,
                "GIT_COMMITTER_DATE",
                SECONDS + " +0000",
                "GIT_OBJECT_DIRECTORY",
                made.toString(),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                repository.resolve("objects").toString(),
                "LC_ALL",
                "C",
                "TZ",
                "UTC"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? Optional.of(out) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
