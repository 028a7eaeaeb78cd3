package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;

/**
 * Hands out an inbox's mails in order while other threads inflate the next ones, which takes longer
 * than anything else done to a mail. Work goes out in runs of neighbouring mails, short ones, for
 * what lies about unread when the garbage collector comes is copied by it; a run stops early at a
 * big mail or at its share of memory, and the calling thread reads what it left.
 */
final class BlobStream {
  private static final int RUN = 64;
  private static final long BYTES_A_RUN = 4 << 20;
  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final InboxIndex index;
  private final List<Epoch> epochs;
  private final Places places;

  /** Open between runs: in an inbox's pack each mail is built from others read before it. */
  private final Queue<Readers> resting = new ConcurrentLinkedQueue<>();

  private volatile boolean stopped;

  BlobStream(InboxIndex index, List<Epoch> epochs, Places places) {
    this.index = index;
    this.epochs = epochs;
    this.places = places;
  }

  /** Mails {@code from} to {@code to}, of which the first {@code ready} ones have been read. */
  private record Run(int to, int readTo, List<Reading<RawMail>> ready) {}

  void forEach(Consumer<Reading<RawMail>> sink) {
    ExecutorService readers = Executors.newFixedThreadPool(THREADS, BlobStream::daemon);
    try {
      Deque<Future<Run>> ahead = new ArrayDeque<>();
      int next = 0;
      while (next < index.size() || !ahead.isEmpty()) {
        for (; next < index.size() && ahead.size() <= THREADS; next += RUN) {
          int from = next;
          ahead.add(readers.submit(() -> readAhead(from)));
        }
        handOut(ahead.remove().get(), sink);
      }
    } catch (ExecutionException e) {
      throw new UnreadableSourceException(
          "cannot read " + places.archive() + ": " + e.getCause() + "; try git fsck there", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableSourceException("reading " + places.archive() + " was interrupted", e);
    } finally {
      stop(readers);
    }
  }

  private Run readAhead(int from) {
    int to = Math.min(from + RUN, index.size());
    List<Reading<RawMail>> ready = new ArrayList<>();
    long bytes = 0;
    int mail = from;
    Readers readers = Optional.ofNullable(resting.poll()).orElseGet(Readers::new);
    try {
      for (; mail < to && !stopped; mail++) {
        if (index.isDeleted(mail)) {
          continue;
        }
        ObjectLoader blob = readers.open(mail);
        if (blob.getSize() > BYTES_A_RUN - bytes) {
          break;
        }
        byte[] content = blob.getCachedBytes();
        bytes += content.length;
        ready.add(new Reading.Parsed<>(new RawMail(content, position(mail))));
      }
    } catch (IOException | RuntimeException e) {
      // Left to the calling thread, which meets it again and reports it in its place.
    } finally {
      resting.add(readers);
    }
    return new Run(to, mail, ready);
  }

  private void handOut(Run run, Consumer<Reading<RawMail>> sink) {
    run.ready().forEach(sink);
    if (run.readTo() == run.to()) {
      return;
    }
    try (Readers readers = new Readers()) {
      for (int mail = run.readTo(); mail < run.to(); mail++) {
        if (!index.isDeleted(mail)) {
          handOut(readers, mail, sink);
        }
      }
    }
  }

  private void handOut(Readers readers, int mail, Consumer<Reading<RawMail>> sink) {
    BoundedMail content;
    try {
      content = BlobReader.read(readers.open(mail));
    } catch (IOException | RuntimeException e) {
      String reason =
          index
              .whyUnreadable(mail)
              .orElseGet(() -> "the mail's blob is unreadable: " + e.getMessage());
      sink.accept(Trouble.unreadable(position(mail), reason));
      return;
    }
    content.sendTo(sink, position(mail));
  }

  private Position position(int mail) {
    return places.at(index.place(mail));
  }

  /** One object reader at a time: neighbouring mails are in one epoch but where two meet. */
  private final class Readers implements AutoCloseable {
    private int epoch = -1;
    private List<EpochReader> open = List.of();

    ObjectLoader open(int mail) throws IOException {
      if (index.epoch(mail) != epoch) {
        close();
        epoch = index.epoch(mail);
        open = List.of(new EpochReader(epochs.get(epoch)));
      }
      return open.get(0).open(index.blob(mail), Constants.OBJ_BLOB);
    }

    @Override
    public void close() {
      open.forEach(EpochReader::close);
    }
  }

  /** Lets the running tasks end by themselves: an interrupt would close the pack under them. */
  private void stop(ExecutorService readers) {
    stopped = true;
    readers.shutdown();
    try {
      readers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    resting.forEach(Readers::close);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "patchlane-inflate");
    thread.setDaemon(true);
    return thread;
  }
}
