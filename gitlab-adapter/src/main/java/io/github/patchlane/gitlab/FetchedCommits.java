package io.github.patchlane.gitlab;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.git.CommitStore;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.UnreadableSourceException;
import io.github.patchlane.gitlab.mergerequest.DiffVersion;
import io.github.patchlane.gitlab.mergerequest.MergeRequest;
import io.github.patchlane.gitlab.repository.FetchedRepository;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The commits behind a live project's merge requests. */
final class FetchedCommits implements AutoCloseable {
  private final ProjectAddress project;
  private final AccessToken token;
  private final FetchedRepository repository;
  private final Set<CommitId> gone = new HashSet<>();
  private @Nullable CommitStore store;

  FetchedCommits(LiveOptions options, ProjectAddress project, AccessToken token) {
    this.project = project;
    this.token = token;
    try {
      this.repository = FetchedRepository.open(options.cache(), options.canonical());
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "no repository to fetch commits into ("
              + e.getMessage()
              + "): check the cache and the clone to borrow from",
          e);
    }
  }

  /** What is there; to be asked after {@link #update}. */
  CommitStore store() {
    if (store == null) {
      store = repository.commits();
    }
    return store;
  }

  /** Fetches what versions name and is not here, once; gives what cannot be had as problems. */
  List<Problem> update(List<MergeRequest> requests, URI git) {
    Set<Integer> iids = new TreeSet<>();
    Set<CommitId> wanted = new HashSet<>();
    for (MergeRequest request : requests) {
      for (DiffVersion version : request.versions()) {
        Optional<CommitId> head = version.head();
        if (head.isPresent() && !gone.contains(head.get()) && !store().holds(head.get())) {
          iids.add(request.heading().iid());
          wanted.add(head.get());
        }
      }
    }
    if (!wanted.isEmpty()) {
      close(store());
      try {
        List<CommitId> inOrder =
            wanted.stream().sorted(Comparator.comparing(CommitId::value)).toList();
        gone.addAll(repository.fetch(git, token, iids, inOrder));
      } catch (IOException e) {
        return List.of(
            new Problem(
                Problem.Kind.UNREADABLE,
                new Position(project.toString(), "its git repository"),
                "",
                "",
                ("cannot fetch (" + e.getMessage()).replaceAll("\\s+", " ")
                    + "); patches are known as far as they were here before"));
      }
    }
    return problems(requests);
  }

  private void close(CommitStore open) {
    open.close();
    store = null;
  }

  private List<Problem> problems(List<MergeRequest> requests) {
    List<Problem> problems = new ArrayList<>();
    for (MergeRequest request : requests) {
      for (DiffVersion version : request.versions()) {
        version
            .head()
            .filter(gone::contains)
            .ifPresent(head -> problems.add(problem(request, version, head)));
      }
    }
    return problems;
  }

  private Problem problem(MergeRequest request, DiffVersion version, CommitId head) {
    return new Problem(
        Problem.Kind.DAMAGED,
        new Position(project.toString(), "!" + request.heading().iid()),
        request.heading().page(),
        request.heading().title(),
        "the repository no longer gives commit "
            + head
            + ", the head of the version pushed "
            + version.createdAt()
            + "; the patches of that version are unknown");
  }

  @Override
  public void close() {
    if (store != null) {
      close(store);
    }
    repository.close();
  }
}
