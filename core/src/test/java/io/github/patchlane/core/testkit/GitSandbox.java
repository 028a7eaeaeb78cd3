package io.github.patchlane.core.testkit;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.PatchContent;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** A work tree in which the real git works, with nobody's settings. */
public final class GitSandbox {
  private final Path directory;
  private String date = "2024-05-01T12:00:00Z";

  public GitSandbox(Path directory) {
    this.directory = directory;
  }

  /** Skips the test where there is no git. */
  public static GitSandbox create(Path directory) {
    GitSandbox sandbox = new GitSandbox(directory);
    try {
      Files.createDirectories(directory);
      sandbox.git("init", "-q", "-b", "main");
    } catch (IOException | UncheckedIOException e) {
      throw new TestAbortedException("needs git to compare with", e);
    }
    return sandbox;
  }

  public GitSandbox write(String path, String content) {
    return write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public GitSandbox write(String path, byte[] content) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(String path) {
    try {
      return Files.readString(directory.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is committed from here on is dated then. */
  public GitSandbox at(Instant when) {
    date = when.toString();
    return this;
  }

  public void commit(String message) {
    commit(message, "Ada Lowe <ada@example.org>");
  }

  public void commit(String message, String author) {
    git("add", "-A");
    git("commit", "-q", "--cleanup=verbatim", "--allow-empty", "--author", author, "-m", message);
  }

  public String git(String... arguments) {
    return new String(run(arguments), StandardCharsets.UTF_8);
  }

  public byte[] run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_AUTHOR_DATE", date);
    environment.put("GIT_COMMITTER_DATE", date);
    environment.put("GIT_COMMITTER_NAME", "Max Keeper");
    environment.put("GIT_COMMITTER_EMAIL", "max@example.org");
    try {
      Process process = builder.redirectError(new File("/dev/null")).start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      if (status != 0) {
        throw new UncheckedIOException(new IOException(command + " ended with " + status));
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The commits of a range, the oldest first. */
  public List<PatchContent> patches(String range) {
    List<PatchContent> patches = new ArrayList<>();
    for (String id :
        git("rev-list", "--reverse", "--no-merges", "--date-order", range).lines().toList()) {
      byte[] shown = run("show", "--format=%an%x00%ae%x00%B%x00", id);
      List<byte[]> fields = fields(shown);
      patches.add(
          new PatchContent(
              new CommitId(id),
              new Person(text(fields.get(0)), text(fields.get(1))),
              Optional.empty(),
              text(fields.get(2)),
              fields.get(3)));
    }
    return patches;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<byte[]> fields(byte[] text) {
    List<byte[]> fields = new ArrayList<>();
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    for (byte b : text) {
      if (b == 0 && fields.size() < 3) {
        fields.add(field.toByteArray());
        field.reset();
      } else {
        field.write(b);
      }
    }
    fields.add(field.toByteArray());
    return fields;
  }
}
