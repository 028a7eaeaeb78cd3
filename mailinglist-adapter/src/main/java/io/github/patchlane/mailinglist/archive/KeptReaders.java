package io.github.patchlane.mailinglist.archive;

import java.util.IdentityHashMap;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Readers for mails fetched one by one. In an inbox's pack a mail is the last of a long chain of
 * deltas, and only a reader that stays open remembers what other mails of that chain were made of.
 * Not thread-safe.
 */
final class KeptReaders implements AutoCloseable {
  private final IdentityHashMap<Repository, ObjectReader> open = new IdentityHashMap<>();

  /** The reader of the epoch's repository as it is open now. */
  ObjectReader of(Epoch epoch) {
    return open.computeIfAbsent(epoch.repository(), Repository::newObjectReader);
  }

  /** Forgets all; the next mail is read with a new reader. */
  @Override
  public void close() {
    open.values().forEach(ObjectReader::close);
    open.clear();
  }
}
