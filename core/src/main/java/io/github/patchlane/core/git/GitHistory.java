package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.StablePatchId;
import io.github.patchlane.core.git.landing.BranchCommit;
import io.github.patchlane.core.git.landing.Change;
import io.github.patchlane.core.git.landing.History;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The history that a repository tells, one branch after the other. To be closed after use. */
final class GitHistory implements History, AutoCloseable {
  private final Repository repository;
  private final Map<String, ObjectId> tips;
  private final ObjectReader reader;
  private final CommitDiff diffs;
  private final Set<ObjectId> edge;

  /**
   * @param tips by branch, the canonical one first
   */
  GitHistory(Repository repository, Map<String, ObjectId> tips) throws IOException {
    this.repository = repository;
    this.tips = new LinkedHashMap<>(tips);
    this.edge = Set.copyOf(repository.getObjectDatabase().getShallowCommits());
    this.reader = repository.newObjectReader();
    this.diffs = new CommitDiff(reader);
  }

  @Override
  public List<String> branches() {
    return List.copyOf(tips.keySet());
  }

  @Override
  public List<BranchCommit> commits(
      String branch, Instant from, Instant to, Predicate<List<String>> ofInterest) {
    List<ObjectId> before = new ArrayList<>();
    for (Map.Entry<String, ObjectId> tip : tips.entrySet()) {
      if (tip.getKey().equals(branch)) {
        try {
          return new BranchWalk(repository, branch, ofInterest)
              .read(tip.getValue(), before, from, to);
        } catch (IOException e) {
          throw GitRepository.unreadable(repository, e);
        }
      }
      before.add(tip.getValue());
    }
    throw new IllegalArgumentException("no branch " + branch);
  }

  @Override
  public Optional<BranchCommit> commit(CommitId id) {
    try {
      return new BranchWalk(repository, "", paths -> false).one(ObjectId.fromString(id.value()));
    } catch (IOException e) {
      throw GitRepository.unreadable(repository, e);
    }
  }

  @Override
  public List<Trailer> trailers(CommitId id) {
    try (RevWalk walk = new RevWalk(reader)) {
      return walk.parseCommit(ObjectId.fromString(id.value())).getFooterLines().stream()
          .filter(line -> line.getKey().toLowerCase(Locale.ROOT).endsWith("-by"))
          .map(line -> new Trailer(line.getKey(), line.getValue().strip()))
          .toList();
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return List.of();
    } catch (IOException e) {
      throw GitRepository.unreadable(repository, e);
    }
  }

  @Override
  public Optional<PatchId> patchId(CommitId id) {
    return diff(id).flatMap(StablePatchId::of);
  }

  @Override
  public Map<CommitId, Change> changes(Collection<CommitId> commits) {
    try {
      return new ChangeReader(repository, edge).read(List.copyOf(commits));
    } catch (IOException e) {
      throw GitRepository.unreadable(repository, e);
    }
  }

  private Optional<byte[]> diff(CommitId id) {
    try (RevWalk walk = new RevWalk(reader)) {
      RevCommit commit = walk.parseCommit(ObjectId.fromString(id.value()));
      if (edge.contains(commit)) {
        return Optional.empty();
      }
      if (commit.getParentCount() > 0) {
        walk.parseHeaders(commit.getParent(0));
      }
      return Optional.of(diffs.text(commit));
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw GitRepository.unreadable(repository, e);
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
