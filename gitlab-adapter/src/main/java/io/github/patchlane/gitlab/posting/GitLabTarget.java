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
  private Optional<Connection> connection = Optional.empty();
  private Optional<BranchPush> branches = Optional.empty();

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
    Connection opened = connect(known);
    connection = Optional.of(opened);
    BranchPush pushing = new BranchPush(gitDirectory, opened.project().git(), known);
    branches = Optional.of(pushing);
    return new GitLabOutside(new ProjectCalls(opened), pushing, pause);
  }

  private Connection connect(AccessToken known) {
    try {
      return Connection.open(
          project, server -> around.apply(new GitLab4jWire(server, known)), pause);
    } catch (RequestFailedException e) {
      throw new UnreachableGitLabException(Refused.reason(e, project, Refused.Use.WRITING), e);
    }
  }

  private void disconnect() {
    branches.ifPresent(BranchPush::close);
    connection.ifPresent(Connection::close);
  }

  @Override
  public void close() {
    disconnect();
    repository.close();
  }
}
