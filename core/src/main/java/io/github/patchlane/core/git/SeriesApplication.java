package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.git.AppliedPatch.How;
import io.github.patchlane.core.git.ApplyOptions.Committer;
import io.github.patchlane.core.git.apply.Refused;
import io.github.patchlane.core.git.apply.Series;
import io.github.patchlane.core.git.apply.Series.Signature;
import io.github.patchlane.core.source.PatchContent;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Applies one series to one base. */
final class SeriesApplication {
  private final Repository repository;
  private final CommitId base;
  private final ApplyOptions options;

  SeriesApplication(Repository repository, CommitId base, ApplyOptions options) {
    this.repository = repository;
    this.base = base;
    this.options = options;
  }

  ApplyOutcome run(List<PatchContent> patches) throws IOException {
    if (patches.isEmpty()) {
      return new ApplyOutcome.NoPatch("no patch was given");
    }
    for (PatchContent patch : patches) {
      if (patch.isEmpty()) {
        return new ApplyOutcome.NoPatch(patch.id().value() + " holds no diff");
      }
    }
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit;
      try {
        commit = walk.parseCommit(ObjectId.fromString(base.value()));
      } catch (MissingObjectException | IncorrectObjectTypeException e) {
        return new ApplyOutcome.BaseUnknown("commit " + base + " is not in the repository");
      }
      return apply(patches, commit, walk.getObjectReader());
    }
  }

  private ApplyOutcome apply(List<PatchContent> patches, RevCommit commit, ObjectReader reader)
      throws IOException {
    Series series = new Series(reader, commit.getTree(), GitDiff::editsForMerge);
    ObjectId head = commit.copy();
    List<AppliedPatch> applied = new ArrayList<>();
    for (PatchContent patch : patches) {
      How how;
      try {
        how = how(series.apply(patch.diff(), options.threeWay()));
      } catch (Refused refused) {
        return refused.why() == Refused.Why.EMPTY
            ? new ApplyOutcome.NoPatch(patch.id().value() + " holds no diff")
            : new ApplyOutcome.Conflicted(base, options.baseEvidence(), obstacle(patch, refused));
      }
      if (how != How.ALREADY_THERE) {
        head = commit(series, head, patch, commit.getCommitTime());
      }
      applied.add(new AppliedPatch(patch.id(), new CommitId(head.name()), tree(series), how));
    }
    if (options.keep()) {
      try (ObjectInserter inserter = repository.newObjectInserter()) {
        series.keep(inserter);
      }
    }
    AppliedBranch branch =
        new AppliedBranch(
            base, options.baseEvidence(), new CommitId(head.name()), tree(series), applied);
    return applied.stream().allMatch(p -> p.how() == How.CLEAN)
        ? new ApplyOutcome.Applied(branch)
        : new ApplyOutcome.AppliedThreeWay(branch);
  }

  private static How how(Series.How how) {
    return switch (how) {
      case CLEAN -> How.CLEAN;
      case MERGED -> How.THREE_WAY;
      case ALREADY_THERE -> How.ALREADY_THERE;
    };
  }

  private static TreeId tree(Series series) {
    return new TreeId(series.tree().name());
  }

  private static ApplyObstacle obstacle(PatchContent patch, Refused refused) {
    ApplyObstacle.Kind kind =
        switch (refused.why()) {
          case CORRUPT, EMPTY -> ApplyObstacle.Kind.CORRUPT;
          case MISSING_FILE -> ApplyObstacle.Kind.MISSING_FILE;
          case FILE_EXISTS -> ApplyObstacle.Kind.FILE_EXISTS;
          case WRONG_FILE -> ApplyObstacle.Kind.WRONG_FILE;
          case HUNK -> ApplyObstacle.Kind.HUNK;
          case MERGE -> ApplyObstacle.Kind.MERGE;
          case UNSAFE_PATH -> ApplyObstacle.Kind.UNSAFE_PATH;
        };
    return new ApplyObstacle(patch.id(), kind, refused.path(), refused.hunk(), refused.detail());
  }

  /** Where nobody says when a patch was written, it is as old as its commit, else as its base. */
  private ObjectId commit(Series series, ObjectId parent, PatchContent patch, int baseSeconds) {
    OffsetDateTime otherwise =
        options
            .committer()
            .map(Committer::at)
            .orElse(Instant.ofEpochSecond(baseSeconds).atOffset(ZoneOffset.UTC));
    OffsetDateTime authoredAt =
        patch.authoredAt().map(at -> at.atOffset(patch.authorZone())).orElse(otherwise);
    Signature author = signature(patch.author(), authoredAt);
    Optional<Signature> committer = options.committer().map(c -> signature(c.person(), c.at()));
    return series.commit(parent, author, committer.orElse(author), patch.message());
  }

  private static Signature signature(Person person, OffsetDateTime at) {
    return new Signature(
        person.name().isBlank() ? person.email() : person.name(), person.email(), at);
  }
}
