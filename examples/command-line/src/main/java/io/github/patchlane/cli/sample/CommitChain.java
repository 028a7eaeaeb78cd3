package io.github.patchlane.cli.sample;

import java.io.IOException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/** One straight history, growing at its head. */
final class CommitChain {
  private final ObjectSink objects;
  private ObjectId head = ObjectId.zeroId();

  CommitChain(ObjectSink objects) {
    this.objects = objects;
  }

  ObjectSink objects() {
    return objects;
  }

  /** The newest commit; the zero id before the first. */
  ObjectId head() {
    return head;
  }

  ObjectId commit(ObjectId tree, PersonIdent author, PersonIdent committer, String message)
      throws IOException {
    head = commitOn(head, tree, author, committer, message);
    return head;
  }

  /** A commit beside the chain, whose head stays where it is. */
  ObjectId commitOn(
      ObjectId parent, ObjectId tree, PersonIdent author, PersonIdent committer, String message)
      throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    if (!parent.equals(ObjectId.zeroId())) {
      commit.setParentId(parent);
    }
    commit.setAuthor(author);
    commit.setCommitter(committer);
    commit.setMessage(message);
    return objects.insert(Constants.OBJ_COMMIT, commit.build());
  }
}
