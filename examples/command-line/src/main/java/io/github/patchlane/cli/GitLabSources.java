package io.github.patchlane.cli;

import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.identity.Mailmap;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Corrections;
import io.github.patchlane.gitlab.GitLabExport;
import io.github.patchlane.gitlab.GitLabProject;
import io.github.patchlane.gitlab.GitLabReadOptions;
import io.github.patchlane.gitlab.LiveOptions;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.identity.UserMap;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code gitlab:} and {@code gitlab-export:} mean; open until the session has read them. */
final class GitLabSources implements AutoCloseable {
  private static final String LIVE = "gitlab:";
  private static final String EXPORT = "gitlab-export:";

  private final ReadingOptions options;
  private final Corrections corrections;
  private final Optional<GitRepository> canonical;
  private final Environment environment;
  private final List<ContributionSource> open = new ArrayList<>();

  GitLabSources(
      ReadingOptions options,
      Corrections corrections,
      Optional<GitRepository> canonical,
      Environment environment) {
    this.options = options;
    this.corrections = corrections;
    this.canonical = canonical;
    this.environment = environment;
  }

  static boolean isOne(String source) {
    return source.startsWith(LIVE) || source.startsWith(EXPORT);
  }

  ContributionSource open(String source) {
    ContributionSource opened =
        source.startsWith(LIVE)
            ? project(source)
            : export(source, source.substring(EXPORT.length()));
    open.add(opened);
    return opened;
  }

  private ContributionSource project(String source) {
    ProjectAddress address = address(source, source);
    return GitLabProject.open(
        address,
        environment.gitLabToken("read_api and read_repository"),
        readOptions(),
        liveOptions());
  }

  private static ProjectAddress address(String text, String shown) {
    return ProjectAddress.parse(text)
        .orElseThrow(
            () ->
                new UsageException(
                    shown + ": no project's address; expected https://HOST/GROUP/PROJECT"));
  }

  private ContributionSource export(String source, String file) {
    try {
      Path path = Path.of(file);
      return options.exportOf == null
          ? GitLabExport.open(path, readOptions())
          : GitLabExport.open(path, address(options.exportOf, "--export-of"), readOptions());
    } catch (InvalidPathException e) {
      throw new UsageException(source + ": no such path can exist; check its spelling", e);
    }
  }

  private GitLabReadOptions readOptions() {
    return GitLabReadOptions.DEFAULT
        .withUsers(
            Session.file(options.users, "--users")
                .map(text -> UserMap.parse(String.valueOf(options.users), text))
                .orElse(UserMap.EMPTY))
        .withMailmap(
            Session.file(options.mailmap, "--mailmap").map(Mailmap::parse).orElse(Mailmap.EMPTY))
        .withCorrections(corrections);
  }

  private LiveOptions liveOptions() {
    LiveOptions live = LiveOptions.DEFAULT.withEverything(options.gitlabDetails);
    if (options.gitCache != null) {
      live = live.withCache(options.gitCache);
    }
    return canonical.isPresent() ? live.withCanonical(canonical.get().gitDirectory()) : live;
  }

  /** The repository that an export carries; to be closed by the caller, before this. */
  Optional<GitRepository> exportedRepository() {
    return open.stream()
        .filter(GitLabExport.class::isInstance)
        .map(GitLabExport.class::cast)
        .flatMap(export -> export.repository().stream())
        .findFirst()
        .flatMap(GitLabSources::opened);
  }

  /** A bundle may lack the branch that requests aim at; then nothing is known to have landed. */
  private static Optional<GitRepository> opened(Path directory) {
    try {
      return Optional.of(GitRepository.open(directory.toString()));
    } catch (io.github.patchlane.core.git.UnreadableRepositoryException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    open.forEach(ContributionSource::close);
  }
}
