package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.UnreachableGitLabException;
import io.github.patchlane.gitlab.internal.gitlab4j.GitLab4jWire;
import io.github.patchlane.gitlab.repository.BranchPush;
import io.github.patchlane.gitlab.rest.Connection;
import io.github.patchlane.gitlab.rest.Refused;
import io.github.patchlane.gitlab.rest.RequestFailedException;
import io.github.patchlane.gitlab.rest.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A GitLab project to post to. Planning asks the server nothing and needs no token.
 *
 * <p>Not thread-safe.
 */
public final class GitLabTarget implements ContributionTarget {
  private final ProjectAddress project;
  private final PostingOptions options;
  private final Path gitDirectory;
  private final GitRepository repository;
  private final Optional<AccessToken> token;
  private final UnaryOperator<Wire> around;
  private final Pause pause;
  private final List<Runnable> hangUps = new ArrayList<>();

  GitLabTarget(
      ProjectAddress project,
      PostingOptions options,
      Path gitDirectory,
      Optional<AccessToken> token,
      UnaryOperator<Wire> around,
      Pause pause) {
    this.project = Objects.requireNonNull(project);
    this.options = Objects.requireNonNull(options);
    this.gitDirectory = Objects.requireNonNull(gitDirectory);
    options
        .fork()
        .filter(fork -> !fork.isBeside(project))
        .ifPresent(
            fork -> {
              throw new IllegalArgumentException(
                  "a fork lies on the server of its project, unlike " + fork);
            });
    this.token = token;
    this.around = around;
    this.pause = pause;
    this.repository = GitRepository.open(gitDirectory.toString());
  }

  /**
   * To plan only.
   *
   * @param gitDirectory a bare repository with the commits of what is posted
   */
  public static GitLabTarget dry(
      ProjectAddress project, PostingOptions options, Path gitDirectory) {
    return new GitLabTarget(
        project, options, gitDirectory, Optional.empty(), UnaryOperator.identity(), Pause.REAL);
  }

  /**
   * To plan and to post.
   *
   * @param gitDirectory a bare repository with the commits of what is posted
   * @param token with the scopes {@code api} and {@code write_repository}; dates are kept where it
   *     is an owner's
   */
  public static GitLabTarget open(
      ProjectAddress project,
      PostingOptions options,
      Path gitDirectory,
      AccessToken token,
      Pause pause) {
    return new GitLabTarget(
        project, options, gitDirectory, Optional.of(token), UnaryOperator.identity(), pause);
  }

  @Override
  public String name() {
    return project.toString();
  }

  @Override
  public Lane lane() {
    return Lane.MERGE_REQUEST;
  }

  @Override
  public Plan plan(Posting posting) {
    return MergeRequestPlan.of(posting, options, repository, name());
  }

  /**
   * Where its plans are carried out.
   *
   * @throws UnreachableGitLabException where it was opened to plan only, or the project cannot be
   *     read
   */
  @Override
  public Outside outside() {
    AccessToken known =
        token.orElseThrow(
            () ->
                new UnreachableGitLabException(
                    "posting to " + project + " takes a token: set GITLAB_TOKEN"));
    disconnect();
    Connection target = connect(project, known);
    Connection source = options.fork().map(fork -> connect(fork, known)).orElse(target);
    BranchPush branches = new BranchPush(gitDirectory, source.project().git(), known);
    hangUps.add(branches::close);
    return new GitLabOutside(new ProjectCalls(target), new ProjectCalls(source), branches, pause);
  }

  private Connection connect(ProjectAddress address, AccessToken known) {
    try {
      Connection opened =
          Connection.open(address, server -> around.apply(new GitLab4jWire(server, known)), pause);
      hangUps.add(opened::close);
      return opened;
    } catch (RequestFailedException e) {
      throw new UnreachableGitLabException(Refused.reason(e, address, Refused.Use.WRITING), e);
    }
  }

  private void disconnect() {
    hangUps.forEach(Runnable::run);
    hangUps.clear();
  }

  @Override
  public void close() {
    disconnect();
    repository.close();
  }
}
