package io.github.patchlane.gitlab.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.Merger;

/** Merges as GitLab's merge button does: always with a merge commit, squashed first where asked. */
final class Merging {
  /**
   * @param commit the merge commit
   * @param squashed the one commit it merged, where the source was squashed
   */
  record Merged(String commit, Optional<String> squashed) {}

  private final World world;

  Merging(World world) {
    this.world = world;
  }

  /** Nothing where the two conflict. No branch is moved. */
  Optional<Merged> merge(
      Project project, MergeRequest request, StandInUser user, Parameters parameters) {
    Repository repository = project.repository;
    String target = repository.branch(request.targetBranch).orElseThrow();
    String source = request.sourceHead().orElseThrow();
    try (ObjectInserter inserter = repository.git().newObjectInserter()) {
      Merger merger = MergeStrategy.RECURSIVE.newMerger(repository.git(), true);
      if (!merger.merge(ObjectId.fromString(target), ObjectId.fromString(source))) {
        return Optional.empty();
      }
      ObjectId tree = merger.getResultTreeId();
      boolean squash = parameters.has("squash") ? parameters.flag("squash") : request.squash;
      Optional<String> squashed = Optional.empty();
      if (squash) {
        String message = parameters.text("squash_commit_message", request.title);
        squashed = Optional.of(commit(inserter, tree, user, message, List.of(target)));
      }
      String message =
          parameters.text(
              "merge_commit_message",
              "Merge branch '"
                  + request.sourceBranch
                  + "' into '"
                  + request.targetBranch
                  + "'\n\n"
                  + request.title
                  + "\n\nSee merge request "
                  + project.path
                  + "!"
                  + request.iid);
      String merge =
          commit(inserter, tree, user, message, List.of(target, squashed.orElse(source)));
      inserter.flush();
      return Optional.of(new Merged(merge, squashed));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String commit(
      ObjectInserter inserter,
      ObjectId tree,
      StandInUser user,
      String message,
      List<String> parents)
      throws IOException {
    PersonIdent person = new PersonIdent(user.name(), user.email(), world.now(), ZoneOffset.UTC);
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setAuthor(person);
    builder.setCommitter(person);
    builder.setMessage(message);
    builder.setParentIds(parents.stream().map(ObjectId::fromString).toList());
    return inserter.insert(builder).name();
  }
}
