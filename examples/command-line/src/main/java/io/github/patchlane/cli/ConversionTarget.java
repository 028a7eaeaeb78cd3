package io.github.patchlane.cli;

import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.posting.GitLabTarget;
import io.github.patchlane.gitlab.posting.PostingOptions;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --to} means.
 *
 * @param to as given
 * @param dryRun whether nothing will be written, so that no token is needed
 * @param targetBranch of merge requests, where one was named
 * @param archiveUrl of mails, where there is one
 * @param fork that branches are pushed to, where one was named
 * @param repo the canonical repository, as given
 * @param mail how mails are written
 * @param environment that secrets come from
 */
record ConversionTarget(
    String to,
    boolean dryRun,
    @Nullable String targetBranch,
    @Nullable String archiveUrl,
    @Nullable String fork,
    String repo,
    MailOptions mail,
    Environment environment) {
  private static final String GITLAB = "gitlab:";

  /**
   * Reads it, before anything else is: what opens it, given a bare repository with the commits of
   * what is carried, and the canonical repository's git directory, whose configuration tells how
   * its mail is sent.
   *
   * @throws UsageException where it is no target, or lacks what it needs
   */
  BiFunction<Path, Path, ContributionTarget> read() {
    if (to.startsWith(GITLAB)) {
      return gitlab();
    }
    if (fork != null) {
      throw new UsageException("--fork " + fork + ": only a GitLab project has forks");
    }
    if (MailOptions.isTarget(to)) {
      return (commits, canonical) -> mail.target(to, dryRun, canonical, environment);
    }
    throw new UsageException(
        "--to "
            + to
            + ": no such target; expected gitlab:https://HOST/GROUP/PROJECT, mbox:FILE,"
            + " maildir:DIR or smtp:");
  }

  private BiFunction<Path, Path, ContributionTarget> gitlab() {
    ProjectAddress project = address("--to", to);
    PostingOptions options = options(project);
    if (dryRun) {
      return (commits, canonical) -> GitLabTarget.dry(project, options, commits);
    }
    AccessToken token = environment.gitLabToken("api and write_repository");
    return (commits, canonical) -> GitLabTarget.open(project, options, commits, token, Pause.REAL);
  }

  private PostingOptions options(ProjectAddress project) {
    PostingOptions options = PostingOptions.into(branch());
    if (archiveUrl != null) {
      options = options.withArchive(archiveUrl);
    }
    if (fork == null) {
      return options;
    }
    ProjectAddress source = address("--fork", fork);
    if (!source.isBeside(project)) {
      throw new UsageException(
          "--fork " + fork + ": a fork lies on the server of its project, " + project.server());
    }
    return options.withFork(source);
  }

  private static ProjectAddress address(String option, String text) {
    return ProjectAddress.parse(text)
        .orElseThrow(
            () ->
                new UsageException(
                    option
                        + " "
                        + text
                        + ": no project's address; expected gitlab:https://HOST/GROUP/PROJECT"));
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
}
