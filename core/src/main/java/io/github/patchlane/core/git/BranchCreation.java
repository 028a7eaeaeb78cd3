package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import java.io.IOException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Makes branches and never moves one. */
final class BranchCreation {
  private final Repository repository;

  BranchCreation(Repository repository) {
    this.repository = repository;
  }

  void create(String name, CommitId commit) {
    String ref = Constants.R_HEADS + name;
    if (!Repository.isValidRefName(ref) || name.startsWith("-") || name.equals(Constants.HEAD)) {
      throw new BranchNotCreatedException("git allows no branch of the name \"" + name + '"');
    }
    ObjectId wanted = ObjectId.fromString(commit.value());
    try {
      check(wanted, name);
      Ref before = repository.exactRef(ref);
      if (before != null && before.getObjectId() != null) {
        if (!wanted.equals(before.getObjectId())) {
          throw new BranchNotCreatedException(
              "the branch "
                  + name
                  + " is there already, at "
                  + before.getObjectId().name()
                  + " and not at "
                  + commit
                  + "; choose another name or delete it first");
        }
        return;
      }
      RefUpdate update = repository.updateRef(ref);
      update.setExpectedOldObjectId(ObjectId.zeroId());
      update.setNewObjectId(wanted);
      update.setRefLogMessage("branch: created from " + commit, false);
      RefUpdate.Result result = update.update();
      if (result != RefUpdate.Result.NEW) {
        throw new BranchNotCreatedException(
            "cannot create the branch " + name + ": git's references said " + result);
      }
    } catch (IOException e) {
      throw new BranchNotCreatedException(
          "cannot create the branch " + name + ": " + e.getMessage(), e);
    }
  }

  private void check(ObjectId commit, String name) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.parseCommit(commit);
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      throw new BranchNotCreatedException(
          "cannot create the branch " + name + ": no commit " + commit.name() + " is there", e);
    }
  }
}
