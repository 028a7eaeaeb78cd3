package io.github.patchlane.gitlab;

import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.CommitStore;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.UnreadableSourceException;
import io.github.patchlane.gitlab.export.ExportFile;
import io.github.patchlane.gitlab.export.ExportReading;
import io.github.patchlane.gitlab.export.ExportSurvey;
import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.repository.BundleRepository;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project read from the archive that GitLab's "export project" makes, without a single request:
 * the second door to this module. Open it, {@link #read()} it, ask it for the {@link #content} of
 * patches, close it.
 *
 * <p>Both kinds of archive in the wild are understood, those of GitLab 13 and those since. The
 * archive is gone through twice and never held: memory grows with contributions. Its git bundle is
 * unpacked into a directory for temporary files until the source is closed. An archive does not
 * know its server; where no link in it tells, contributions are named under {@code gitlab.invalid},
 * or as the caller says.
 *
 * <p>Not thread-safe.
 */
public final class GitLabExport implements ContributionSource {
  private static final URI NO_SERVER = URI.create("https://gitlab.invalid");

  private final Path path;
  private final Optional<ProjectAddress> project;
  private final GitLabReadOptions options;
  private @Nullable BundleRepository repository;
  private @Nullable CommitStore store;
  private @Nullable ExportReading reading;
  private Map<SourceId, MessageText> texts = Map.of();

  private GitLabExport(Path path, Optional<ProjectAddress> project, GitLabReadOptions options) {
    this.path = path;
    this.project = project;
    this.options = options;
  }

  /** Opens an archive; that it is none is found when it is read. */
  public static GitLabExport open(Path archive, GitLabReadOptions options) {
    return new GitLabExport(archive, Optional.empty(), options);
  }

  /** Opens an archive of a project whose address is known. */
  public static GitLabExport open(Path archive, ProjectAddress project, GitLabReadOptions options) {
    return new GitLabExport(archive, Optional.of(project), options);
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Lane lane() {
    return Lane.MERGE_REQUEST;
  }

  /**
   * Reads everything.
   *
   * @throws UnreadableSourceException where the file is missing or no export of a project with
   *     merge requests
   */
  @Override
  public Harvest read() {
    Accounts accounts = options.accounts();
    ExportFile file = new ExportFile(path, name());
    ExportSurvey survey = new ExportSurvey(name(), accounts, repository == null);
    List<Problem> problems = new ArrayList<>();
    try {
      file.visit(survey, problems::add);
    } finally {
      if (repository == null) {
        repository = survey.repository().orElse(null);
      }
    }
    if (store == null && repository != null) {
      store = repository.commits();
    }
    problems.addAll(survey.problems());
    ExportReading present =
        new ExportReading(
            file, address(survey.link()), accounts, Optional.ofNullable(store), problems);
    reading = present;
    return present.harvest();
  }

  private ProjectAddress address(String link) {
    return project
        .or(() -> ProjectAddress.parse(link))
        .or(() -> named(link))
        .orElseGet(() -> new ProjectAddress(NO_SERVER, "unknown/" + fileName()));
  }

  private static Optional<ProjectAddress> named(String link) {
    return ProjectAddress.parse(NO_SERVER + link);
  }

  private String fileName() {
    Path last = path.getFileName();
    String name =
        last == null ? "export" : last.toString().replaceAll("\\.(tar\\.gz|tgz|tar)$", "");
    return name.isBlank() ? "export" : name;
  }

  /**
   * The project's repository, bare, at the branch that most requests aim at: what landed can be
   * looked up in it. Empty before {@link #read()}, and where the archive holds none. It is gone
   * when the source is closed.
   */
  public Optional<Path> repository() {
    return Optional.ofNullable(repository).map(BundleRepository::gitDirectory);
  }

  /** Fetches a patch from the bundle; reads first where nothing was. */
  @Override
  public Optional<PatchContent> content(SourceId patch) {
    if (store == null) {
      read();
    }
    return Optional.ofNullable(store).flatMap(commits -> commits.content(patch));
  }

  /**
   * The description or a note of a merge request; reads first where nothing was. The archive is
   * gone through once more for every request that is asked about: ask about one after the other.
   */
  @Override
  public Optional<MessageText> text(SourceId message) {
    if (reading == null) {
      read();
    }
    if (!texts.containsKey(message) && reading != null) {
      texts = reading.texts(message);
    }
    return Optional.ofNullable(texts.get(message));
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
      store = null;
    }
    if (repository != null) {
      repository.close();
      repository = null;
    }
  }
}
