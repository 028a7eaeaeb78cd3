package io.github.patchlane.mailinglist;

import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.mailinglist.archive.Archive;
import io.github.patchlane.mailinglist.archive.RawMail;
import io.github.patchlane.mailinglist.message.MessageParser;
import io.github.patchlane.mailinglist.message.ParsedMail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Reads one archive into a store. One thread unpacks while others parse; the store is filled in the
 * archive's order all the same. Only so many mails are in flight, so that memory does not grow with
 * the archive.
 */
final class ArchiveReading {
  private static final int BATCH = 32;
  private static final int BATCHES_IN_FLIGHT = 8;
  private static final long BYTES_IN_BATCH = 1 << 20;

  /** Beyond the batches' number: a giant is read alone, for it takes ten times its size. */
  private static final long BYTES_IN_FLIGHT = 16 << 20;

  private final Archive archive;
  private final MailStore store;
  private final IntConsumer progress;
  private final Deque<Batch> inFlight = new ArrayDeque<>();
  private long bytesInFlight;
  private List<Reading<RawMail>> batch = new ArrayList<>();
  private long bytes;

  private record Item(Optional<Mail> mail, List<Problem> problems) {}

  private record Batch(long bytes, Future<List<Item>> items) {}

  /**
   * @param progress is told how many mails the store has been given so far, now and then
   */
  ArchiveReading(Archive archive, MailStore store, IntConsumer progress) {
    this.archive = archive;
    this.store = store;
    this.progress = progress;
  }

  void run() {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService parsers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "patchlane-mail-parser");
              thread.setDaemon(true);
              return thread;
            });
    try {
      archive.forEach(reading -> add(reading, parsers));
      submit(parsers);
      while (!inFlight.isEmpty()) {
        collect();
      }
    } finally {
      parsers.shutdownNow();
    }
  }

  private void add(Reading<RawMail> reading, ExecutorService parsers) {
    batch.add(reading);
    if (reading instanceof Reading.Parsed<RawMail> mail) {
      bytes += mail.value().bytes().length;
    }
    if (batch.size() >= BATCH || bytes >= BYTES_IN_BATCH) {
      submit(parsers);
    }
  }

  private void submit(ExecutorService parsers) {
    List<Reading<RawMail>> full = batch;
    while (!inFlight.isEmpty() && bytesInFlight + bytes > BYTES_IN_FLIGHT) {
      collect();
    }
    inFlight.add(new Batch(bytes, parsers.submit(() -> full.stream().map(this::parse).toList())));
    bytesInFlight += bytes;
    batch = new ArrayList<>();
    bytes = 0;
    while (inFlight.size() > BATCHES_IN_FLIGHT) {
      collect();
    }
  }

  private void collect() {
    try {
      Batch oldest = inFlight.remove();
      bytesInFlight -= oldest.bytes();
      for (Item item : oldest.items().get()) {
        store.add(item.mail(), item.problems());
      }
      progress.accept(store.items());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + archive.name(), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a mail broke its parser in " + archive.name(), e);
    }
  }

  private Item parse(Reading<RawMail> reading) {
    if (reading instanceof Reading.Rejected<RawMail> rejected) {
      return new Item(Optional.empty(), List.of(rejected.problem()));
    }
    RawMail raw = ((Reading.Parsed<RawMail>) reading).value();
    try {
      return digest(raw);
    } catch (RuntimeException | StackOverflowError e) {
      // a fault of the reader costs the one mail that shows it, never the list
      return new Item(
          Optional.empty(),
          List.of(
              new Problem(
                  Problem.Kind.UNREADABLE,
                  raw.position(),
                  "",
                  "",
                  "reading it failed (" + e + "): a fault of patchlane, please report it")));
    }
  }

  private Item digest(RawMail raw) {
    ParsedMail parsed = MessageParser.parse(raw.bytes(), raw.position());
    return new Item(
        parsed
            .message()
            .map(store.ids()::in)
            .map(message -> MailDigest.of(message, store.identities())),
        parsed.problems());
  }
}
