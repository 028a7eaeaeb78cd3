package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A public-inbox, v1 or v2, of one repository or of several epochs. */
final class GitInbox implements Archive {
  private static final Pattern PLACE =
      Pattern.compile("commit ([0-9a-f]{40})(?:, file ([0-9a-f]{2}/[0-9a-f]{38}))?");

  private final Places places;
  private final List<Epoch> epochs;
  private final KeptReaders kept = new KeptReaders();

  private GitInbox(String name, List<Epoch> epochs) {
    this.places = Places.of(name);
    this.epochs = List.copyOf(epochs);
  }

  /**
   * @param epochs oldest first, at least one
   */
  static GitInbox open(String name, List<Epoch> epochs) {
    GitInbox inbox = new GitInbox(name, epochs);
    try {
      inbox.mustHoldMail();
      return inbox;
    } catch (UnreadableSourceException e) {
      inbox.close();
      throw e;
    }
  }

  private void mustHoldMail() {
    boolean empty = true;
    for (Epoch epoch : epochs) {
      Optional<ObjectId> head = epoch.head();
      empty &= head.isEmpty();
      if (head.isPresent()) {
        epoch.mustBeInbox(head.get());
      }
    }
    if (empty) {
      throw new UnreadableSourceException(
          "the git repository "
              + epochs.get(0).path()
              + " has no commit to read; check that the clone finished and that HEAD names a"
              + " branch");
    }
  }

  @Override
  public String name() {
    return places.archive();
  }

  @Override
  public void forEach(Consumer<Reading<RawMail>> sink) {
    InboxIndex index = new InboxIndex();
    epochs.forEach(epoch -> epoch.index(index));
    deleteByMessageId(index, index.matchDeletions());
    new BlobStream(index, epochs, places).forEach(sink);
  }

  /**
   * Old tools wrote {@code d} with other bytes than the mail had: such a deletion means the newest
   * earlier mail of its Message-ID. One whose mail lies in an epoch that is not here means nothing.
   */
  private void deleteByMessageId(InboxIndex index, List<Deletions.Deletion> unmatched) {
    Map<String, Integer> before = new HashMap<>();
    int newest = 0;
    for (Deletions.Deletion deletion : unmatched) {
      String id = Headers.messageId(anywhere(deletion.key()));
      if (!id.isEmpty()) {
        before.put(id, deletion.before());
        newest = Math.max(newest, deletion.before());
      }
    }
    for (int mail = newest - 1; mail >= 0 && !before.isEmpty(); mail--) {
      if (index.isDeleted(mail) || index.whyUnreadable(mail).isPresent()) {
        continue;
      }
      String id = Headers.messageId(anywhere(index.blob(mail)));
      if (mail < before.getOrDefault(id, 0)) {
        index.delete(mail);
        before.remove(id);
      }
    }
  }

  /** The blob from whichever epoch has it; nothing if none does. */
  private byte[] anywhere(ObjectId blob) {
    for (Epoch epoch : epochs) {
      try (ObjectReader reader = epoch.repository().newObjectReader()) {
        return BlobReader.read(BlobReader.open(reader, blob)).bytes();
      } catch (IOException | RuntimeException e) {
        // Not in this epoch, or damaged, which reading the mails reports.
      }
    }
    return new byte[0];
  }

  @Override
  public Optional<byte[]> read(Position position) {
    return places
        .placeOf(position)
        .map(PLACE::matcher)
        .filter(Matcher::matches)
        .flatMap(
            place ->
                read(
                    ObjectId.fromString(place.group(1)),
                    Optional.ofNullable(place.group(2)).orElse("m")));
  }

  private Optional<byte[]> read(ObjectId commit, String path) {
    for (Epoch epoch : epochs) {
      ObjectReader reader = kept.of(epoch);
      try {
        if (!reader.has(commit)) {
          continue;
        }
        // Closing a walk over a reader that was given to it would leave that open, and do nothing.
        RevWalk walk = new RevWalk(reader);
        TreeWalk found = TreeWalk.forPath(reader, path, walk.parseCommit(commit).getTree());
        if (found != null) {
          return Optional.of(
              BlobReader.read(BlobReader.open(reader, found.getObjectId(0))).bytes());
        }
      } catch (IOException | RuntimeException e) {
        // Damaged, which forEach reports with its reason.
        kept.close();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    kept.close();
    epochs.forEach(Epoch::close);
  }
}
