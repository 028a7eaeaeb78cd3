package io.github.patchlane.mailinglist.archive;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Reads objects of one epoch past damaged ones. JGit gives a whole pack up at the first damaged
 * object in it, so that every object after that is missing to it, until the repository is opened
 * anew.
 */
final class EpochReader implements AutoCloseable {
  private final Epoch epoch;
  private Repository repository;
  private ObjectReader reader;

  EpochReader(Epoch epoch) {
    this.epoch = epoch;
    this.repository = epoch.repository();
    this.reader = repository.newObjectReader();
  }

  ObjectLoader open(ObjectId id, int type) throws IOException {
    try {
      return reader.open(id, type);
    } catch (IOException | RuntimeException e) {
      // Damage shows as either: JGit's inflating runs past the end of an array here and there.
      reader.close();
      repository = epoch.renewed(repository);
      reader = repository.newObjectReader();
      return reader.open(id, type);
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
