package io.github.patchlane.mailinglist.archive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where the mails of an inbox are, oldest first: ids only, some sixty bytes a mail. All of it must
 * be known before the first mail is handed out, for the last commit may take that one back.
 */
final class InboxIndex {
  private final IdList commits = new IdList();
  private final IdList blobs = new IdList();
  private final IdList paths = new IdList();
  private final List<Integer> epochStarts = new ArrayList<>();
  private final Map<Integer, String> unreadable = new HashMap<>();
  private final BitSet deleted = new BitSet();
  private final Deletions byBlob = new Deletions();
  private final Deletions byPath = new Deletions();

  void startEpoch() {
    epochStarts.add(size());
  }

  /**
   * @param path the id that a v1 path spells; the zero id in v2
   */
  void add(AnyObjectId commit, AnyObjectId blob, AnyObjectId path) {
    commits.add(commit);
    blobs.add(blob);
    paths.add(path);
  }

  /** Notes a commit that can't be read, at its place among the mails. */
  void addUnreadable(AnyObjectId commit, String reason) {
    unreadable.put(size(), reason);
    add(commit, ObjectId.zeroId(), ObjectId.zeroId());
  }

  void deleteBlob(ObjectId blob) {
    byBlob.note(blob, size());
  }

  void deletePath(ObjectId path) {
    byPath.note(path, size());
  }

  /** Carries the deletions out; returns those by blob that no mail matches byte for byte. */
  List<Deletions.Deletion> matchDeletions() {
    byPath.match(paths, deleted);
    return byBlob.match(blobs, deleted);
  }

  void delete(int mail) {
    deleted.set(mail);
  }

  boolean isDeleted(int mail) {
    return deleted.get(mail);
  }

  int size() {
    return commits.size();
  }

  ObjectId blob(int mail) {
    return blobs.get(mail);
  }

  int epoch(int mail) {
    int epoch = epochStarts.size() - 1;
    while (epochStarts.get(epoch) > mail) {
      epoch--;
    }
    return epoch;
  }

  Optional<String> whyUnreadable(int mail) {
    return Optional.ofNullable(unreadable.get(mail));
  }

  /** {@code commit ID} in v2, where that names one mail; {@code commit ID, file PATH} in v1. */
  String place(int mail) {
    ObjectId path = paths.get(mail);
    String commit = "commit " + commits.get(mail).name();
    if (path.equals(ObjectId.zeroId())) {
      return commit;
    }
    String hex = path.name();
    return commit + ", file " + hex.substring(0, 2) + "/" + hex.substring(2);
  }
}
