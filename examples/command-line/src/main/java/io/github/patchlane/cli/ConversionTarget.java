package io.github.patchlane.cli;

import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.posting.GitLabTarget;
import io.github.patchlane.gitlab.posting.PostingOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --to} means.
 *
 * @param to as given
 * @param dryRun whether nothing will be written, so that no token is needed
 * @param targetBranch of merge requests, where one was named
 * @param archiveUrl of mails, where there is one
 * @param repo the canonical repository, as given
 * @param mail how mails are written
 */
record ConversionTarget(
    String to,
    boolean dryRun,
    @Nullable String targetBranch,
    @Nullable String archiveUrl,
    String repo,
    MailOptions mail) {
  private static final String GITLAB = "gitlab:";
  private static final String TOKEN = "GITLAB_TOKEN";

  /**
   * Opens it.
   *
   * @param commits a bare repository with the commits of what is carried
   * @param project the canonical repository's git directory, whose configuration tells how its mail
   *     is sent
   */
  ContributionTarget open(Path commits, Path project) {
    if (to.startsWith(GITLAB)) {
      return gitlab(commits);
    }
    if (MailOptions.isTarget(to)) {
      return mail.target(to, dryRun, project);
    }
    throw new UsageException(
        "--to "
            + to
            + ": no such target; expected gitlab:https://HOST/GROUP/PROJECT, mbox:FILE,"
            + " maildir:DIR or smtp:");
  }

  private ContributionTarget gitlab(Path commits) {
    ProjectAddress project =
        ProjectAddress.parse(to)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--to "
                            + to
                            + ": no project's address; expected"
                            + " gitlab:https://HOST/GROUP/PROJECT"));
    PostingOptions options = PostingOptions.into(branch());
    if (archiveUrl != null) {
      options = options.withArchive(archiveUrl);
    }
    return dryRun
        ? GitLabTarget.dry(project, options, commits)
        : GitLabTarget.open(project, options, commits, token(), Pause.REAL);
  }

  private String branch() {
    if (targetBranch != null) {
      return targetBranch;
    }
    try (GitRepository repository = GitRepository.open(repo)) {
      return repository
          .branchName()
          .orElseThrow(
              () ->
                  new UsageException(
                      "convert: --repo " + repo + " is at no branch; give --target-branch"));
    }
  }

  private static AccessToken token() {
    String secret = System.getenv(TOKEN);
    if (secret == null || secret.isBlank()) {
      throw new UsageException(
          TOKEN
              + " is not set: make a token with the scopes api and write_repository in your GitLab"
              + " preferences and put it there; --dry-run needs none");
    }
    try {
      return new AccessToken(secret);
    } catch (IllegalArgumentException e) {
      throw new UsageException(TOKEN + ": " + e.getMessage(), e);
    }
  }
}
