package io.github.patchlane.core.diff;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.patchlane.core.contribution.CommitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the installed git, over all commits and all raw mails of a project. */
@Tag("real-data")
class PatchIdRealDataTest {
  @TempDir private Path scratch;

  private static Path repository(String name) {
    String data = System.getProperty("patchlane.data", "");
    Path repository = Path.of(data, name);
    Assumptions.assumeTrue(
        !data.isEmpty() && Files.isDirectory(repository),
        "needs the unpacked repository " + name + " in the directory -Dpatchlane.data");
    return repository;
  }

  /** What a shell command writes. */
  private Path shell(String name, Path directory, String command) {
    Path out = scratch.resolve(name);
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(out.toFile())
              .start();
      assertEquals(0, process.waitFor(), command);
    } catch (IOException e) {
      throw new UncheckedIOException(command, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(command, e);
    }
    return out;
  }

  private static List<String> ours(byte[] text) {
    return StablePatchId.all(text).stream()
        .map(i -> i.id() + " " + i.commit().map(CommitId::value).orElse("0".repeat(40)))
        .toList();
  }

  @Test
  void equalsGitOnEveryCommit() throws IOException {
    Path log = shell("log", repository("ltp.git"), "git log -p");
    Path ids = shell("ids", scratch, "git patch-id --stable < log");

    assertFalse(Files.readAllLines(ids).isEmpty());
    assertEquals(Files.readAllLines(ids), ours(Files.readAllBytes(log)));
  }

  /** The lines of {@code cat-file} between the mails start with an id, which sets them apart. */
  @Test
  void equalsGitOnEveryRawMail() throws IOException {
    Path mails =
        shell(
            "mails",
            repository("ltp-list.git"),
            "git rev-list HEAD | sed 's/$/:m/' | git cat-file --batch");
    Path ids = shell("ids", scratch, "git patch-id --stable < mails");

    assertFalse(Files.readAllLines(ids).isEmpty());
    assertEquals(Files.readAllLines(ids), ours(Files.readAllBytes(mails)));
  }

  @Test
  void readsEveryCommitWholeAndWritesItAlike() throws IOException {
    Bytes log = new Bytes(Files.readAllBytes(shell("log", repository("ltp.git"), "git log -p")));
    byte[] commit = "commit ".getBytes(US_ASCII);
    List<Integer> starts = new ArrayList<>();
    for (int at = 0; at < log.length(); at = log.nextLine(at)) {
      if (log.startsWith(at, commit)) {
        starts.add(at);
      }
    }
    starts.add(log.length());
    for (int i = 0; i + 1 < starts.size(); i++) {
      byte[] text = Arrays.copyOfRange(log.text(), starts.get(i), starts.get(i + 1));
      UnifiedDiff diff = UnifiedDiff.parse(text);

      assertFalse(diff.damaged());
      assertArrayEquals(Arrays.copyOfRange(text, diff.start(), diff.end()), diff.toGitFormat());
      assertEquals(StablePatchId.of(text), diff.patchId());
    }
  }
}
