package io.github.patchlane.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.plan.JournalEntry.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final JournalEntry INTENT =
      new JournalEntry("p", "open", State.INTENT, "12ab", "open it: é \" \n \u2028", Map.of());
  private static final JournalEntry DONE =
      new JournalEntry("p", "open", State.DONE, "12ab", "", Map.of("iid", "7", "url", "x"));

  @TempDir Path directory;

  private Path written() throws IOException {
    Path file = directory.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      journal.write(INTENT);
      journal.write(DONE);
    }
    return file;
  }

  @Test
  void givesBackTheNewestLineOnEachStep() throws IOException {
    try (Journal journal = Journal.open(written())) {
      assertEquals(Optional.of(DONE), journal.last("p", "open"));
      assertEquals(Optional.empty(), journal.last("p", "close"));
      assertEquals(Optional.empty(), journal.last("q", "open"));
    }
  }

  @Test
  void isReadableAndInTheOrderOfEvents() throws IOException {
    assertEquals(
        """
        {"schema":"patchlane.journal/1"}
        {"plan":"p","step":"open","state":"intent","fingerprint":"12ab","note":"open it: é \\" \\n LS"}
        {"plan":"p","step":"open","state":"done","fingerprint":"12ab","result":{"iid":"7","url":"x"}}
        """
            .replace("LS", "\u2028"),
        Files.readString(written()));
  }

  @Test
  void cutAfterAnyByteItHoldsTheLinesBeforeAndGoesOn() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    int header = JournalLine.HEADER.length();
    int intentEnd = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n', header + 1);
    for (int length = 0; length <= whole.length; length++) {
      Path file = directory.resolve("cut");
      Files.write(file, Arrays.copyOf(whole, length));
      Optional<JournalEntry> expected =
          length >= whole.length - 1
              ? Optional.of(DONE)
              : length >= intentEnd ? Optional.of(INTENT) : Optional.empty();
      try (Journal journal = Journal.open(file)) {
        assertEquals(expected, journal.last("p", "open"), "cut after byte " + length);
        journal.write(DONE);
      }
      try (Journal journal = Journal.open(file)) {
        assertEquals(Optional.of(DONE), journal.last("p", "open"), "cut after byte " + length);
      }
    }
  }

  @Test
  void blocksThatNeverReachedTheDiskAreTakenOff() throws IOException {
    Path file = written();
    Files.write(file, new byte[512], java.nio.file.StandardOpenOption.APPEND);
    try (Journal journal = Journal.open(file)) {
      assertEquals(Optional.of(DONE), journal.last("p", "open"));
    }
    assertTrue(Files.readString(file).endsWith("}}\n"));
  }

  @Test
  void aPersonMayDeleteLinesAndWriteRemarks() throws IOException {
    Path file = written();
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), "# looked it up myself", "", lines.get(1)));
    try (Journal journal = Journal.open(file)) {
      assertEquals(Optional.of(INTENT), journal.last("p", "open"));
    }
  }

  @Test
  void aLineThatIsNoneStopsTheReadingAndIsNamed() throws IOException {
    Path file = written();
    Files.writeString(file, Files.readString(file).replace("\"intent\"", "\"intend\""));
    UnusableJournalException told =
        assertThrows(UnusableJournalException.class, () -> Journal.open(file));
    assertEquals(
        file
            + ", line 2: not a line of a journal; mend it, or delete it if its step may be looked"
            + " for and done again",
        told.getMessage());
  }

  @Test
  void somethingElseIsLeftAsItIs() throws IOException {
    Path file = directory.resolve("mail.mbox");
    Files.writeString(file, "From somebody");
    assertThrows(UnusableJournalException.class, () -> Journal.open(file));
    assertEquals("From somebody", Files.readString(file));
  }

  @Test
  void aSecondOneInTheSameProcessIsTurnedAway() throws IOException {
    Path file = written();
    try (Journal first = Journal.open(file)) {
      assertThrows(UnusableJournalException.class, () -> Journal.open(file));
      first.write(INTENT);
    }
    Journal.open(file).close();
  }

  @Test
  void aSecondProcessIsTurnedAwayWhileTheFirstRuns() throws Exception {
    Path file = written();
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JournalHolder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertEquals('!', other.getInputStream().read(), "the other process has it open");
      UnusableJournalException told =
          assertThrows(UnusableJournalException.class, () -> Journal.open(file));
      assertEquals(
          "the journal " + file + " is in use by another run; wait for it to end",
          told.getMessage());
    } finally {
      // no chance to unlock: the lock ends with the process
      other.destroyForcibly().waitFor();
    }
    Journal.open(file).close();
  }
}
