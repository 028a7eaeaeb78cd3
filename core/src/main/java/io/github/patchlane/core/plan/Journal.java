package io.github.patchlane.core.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was tried and what was done, for a later run to go on from: a file of JSON lines, one before
 * each write to the outside and one after it. Every line is on the disk before the run goes on.
 *
 * <p>A process may be killed between any two bytes: a line cut short at the file's end is taken off
 * when the journal is next opened. The file is locked while it is open; a second process is turned
 * away.
 *
 * <p>A person may read and mend it: a step whose lines are deleted is looked for and done again
 * where it is not found; blank lines and lines that begin with {@code #} are skipped. Any other
 * line that is none stops the reading, because work might be done twice without it.
 *
 * <p>Not thread-safe.
 */
public final class Journal implements AutoCloseable {
  private final String name;
  private final @Nullable FileChannel file;
  private final Map<String, Map<String, JournalEntry>> last = new HashMap<>();

  private Journal(String name, @Nullable FileChannel file) {
    this.name = name;
    this.file = file;
  }

  /** A journal that ends with the process; only looking outside keeps a later run from doubling. */
  public static Journal inMemory() {
    return new Journal("memory", null);
  }

  /**
   * Opens a journal, or begins one.
   *
   * @throws UnusableJournalException where another process has it open, where it is no journal, or
   *     where a line in it cannot be read
   */
  public static Journal open(Path path) {
    FileChannel file = null;
    try {
      file =
          FileChannel.open(
              path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      lock(path, file);
      Journal journal = new Journal(path.toString(), file);
      journal.load(file);
      syncDirectory(path);
      return journal;
    } catch (IOException | RuntimeException e) {
      close(file);
      if (e instanceof IOException broken) {
        throw new UnusableJournalException(
            "cannot open the journal "
                + path
                + " ("
                + broken
                + "); name a file that can be written",
            broken);
      }
      throw (RuntimeException) e;
    }
  }

  private static void lock(Path path, FileChannel file) throws IOException {
    try {
      if (file.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // the same process has it open already; told below
    }
    throw new UnusableJournalException(
        "the journal " + path + " is in use by another run; wait for it to end");
  }

  /** A new file's name is on the disk only when its directory is; not every system can do that. */
  private static void syncDirectory(Path path) {
    Path directory = path.toAbsolutePath().getParent();
    if (directory == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no directories; there the name is written with the file
    }
  }

  private void load(FileChannel channel) throws IOException {
    byte[] bytes = readAll(channel);
    int end = 0;
    int number = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        number++;
        line(new String(bytes, end, at - end, StandardCharsets.UTF_8), number);
        end = at + 1;
      }
    }
    tail(channel, new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8), end);
  }

  private static byte[] readAll(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, bytes.position()) < 0) {
        break;
      }
    }
    return java.util.Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void line(String text, int number) {
    if (number == 1 && !text.equals(JournalLine.HEADER)) {
      throw notAJournal();
    }
    if (number > 1 && !text.isBlank() && !text.startsWith("#")) {
      JournalEntry entry =
          JournalLine.read(text)
              .orElseThrow(
                  () ->
                      new UnusableJournalException(
                          name
                              + ", line "
                              + number
                              + ": not a line of a journal; mend it, or delete it if its step may"
                              + " be looked for and done again"));
      remember(entry);
    }
  }

  /** What follows the last line break: nothing, a line that only lacks its end, or a torn one. */
  private void tail(FileChannel channel, String text, int start) throws IOException {
    if (start == 0) {
      if (!JournalLine.HEADER.startsWith(text)) {
        throw notAJournal();
      }
      channel.truncate(0);
      append(channel, JournalLine.HEADER);
      return;
    }
    Optional<JournalEntry> whole = JournalLine.read(text);
    channel.truncate(start);
    channel.position(start);
    if (whole.isPresent()) {
      remember(whole.get());
      append(channel, text);
    }
  }

  private UnusableJournalException notAJournal() {
    return new UnusableJournalException(
        name + " is no journal of patchlane; name another file, it is left as it is");
  }

  private void remember(JournalEntry entry) {
    last.computeIfAbsent(entry.plan(), k -> new HashMap<>()).put(entry.step(), entry);
  }

  /** The newest line on a step. */
  Optional<JournalEntry> last(String plan, String step) {
    return Optional.ofNullable(last.getOrDefault(plan, Map.of()).get(step));
  }

  /** Writes a line; when this returns, the disk has it. */
  void write(JournalEntry entry) {
    if (file != null) {
      try {
        append(file, JournalLine.write(entry));
      } catch (IOException e) {
        throw new UnusableJournalException(
            "cannot write to the journal "
                + name
                + " ("
                + e
                + "); nothing more was done; run again when it can be written",
            e);
      }
    }
    remember(entry);
  }

  private static void append(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    long at = channel.size();
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    channel.force(true);
  }

  @Override
  public void close() {
    close(file);
  }

  private static void close(@Nullable FileChannel file) {
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      throw new UnusableJournalException("cannot close the journal (" + e + ")", e);
    }
  }
}
