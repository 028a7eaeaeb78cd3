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
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

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
  private final Transport transport;
  private final Pause pause;
  private Optional<BranchPush> branches = Optional.empty();

  GitLabTarget(
      ProjectAddress project,
      PostingOptions options,
      Path gitDirectory,
      Optional<AccessToken> token,
      Transport transport,
      Pause pause) {
    this.project = Objects.requireNonNull(project);
    this.options = Objects.requireNonNull(options);
    this.gitDirectory = Objects.requireNonNull(gitDirectory);
    this.token = token;
    this.transport = transport;
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
        project, options, gitDirectory, Optional.empty(), Transport.http(), Pause.REAL);
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
        project, options, gitDirectory, Optional.of(token), Transport.http(), pause);
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
    String secret =
        token
            .orElseThrow(
                () ->
                    new UnreachableGitLabException(
                        "posting to " + project + " takes a token: set GITLAB_TOKEN"))
            .secret();
    GitLabCalls calls = new GitLabCalls(project, secret, transport, pause);
    String path = calls.project().path("path_with_namespace").asText(project.path());
    branches.ifPresent(BranchPush::close);
    BranchPush opened =
        new BranchPush(gitDirectory, project.server() + "/" + path + ".git", secret);
    branches = Optional.of(opened);
    return new GitLabOutside(calls, opened, pause);
  }

  @Override
  public void close() {
    branches.ifPresent(BranchPush::close);
    repository.close();
  }
}
