package io.github.patchlane.gitlab;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.UnreadableSourceException;
import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.identity.User;
import io.github.patchlane.gitlab.internal.gitlab4j.GitLab4jWire;
import io.github.patchlane.gitlab.mergerequest.DiffVersion;
import io.github.patchlane.gitlab.mergerequest.MergeRequest;
import io.github.patchlane.gitlab.mergerequest.Note;
import io.github.patchlane.gitlab.mergerequest.Translated;
import io.github.patchlane.gitlab.mergerequest.Translation;
import io.github.patchlane.gitlab.mergerequest.VersionPatches;
import io.github.patchlane.gitlab.repository.GitPatches;
import io.github.patchlane.gitlab.rest.Connection;
import io.github.patchlane.gitlab.rest.KnownProject;
import io.github.patchlane.gitlab.rest.ProjectReader;
import io.github.patchlane.gitlab.rest.Refused;
import io.github.patchlane.gitlab.rest.RequestFailedException;
import io.github.patchlane.gitlab.rest.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A project on a GitLab server, read over its REST interface, its commits by git: the first door to
 * this module. Open it, {@link #read()} it, ask it for the {@link #content} of patches, close it.
 *
 * <p>Reading N merge requests takes 3 N + N/100 + 2 requests at most, and one for each further page
 * of a long discussion. A second {@link #read()} asks only for what changed since the first; that a
 * merge request was deleted is seen by a new source only. What was read is held in memory until the
 * source is let go.
 *
 * <p>Not thread-safe, though it reads in parallel.
 */
public final class GitLabProject implements ContributionSource {
  private final ProjectAddress address;
  private final AccessToken token;
  private final GitLabReadOptions options;
  private final LiveOptions live;
  private final UnaryOperator<Wire> around;
  private final KnownRequests known;
  private final Profiles profiles = new Profiles();
  private @Nullable Connection connection;
  private @Nullable ProjectReader reader;
  private @Nullable FetchedCommits commits;
  private @Nullable Translation translation;

  private GitLabProject(
      ProjectAddress address,
      AccessToken token,
      GitLabReadOptions options,
      LiveOptions live,
      UnaryOperator<Wire> around) {
    this.address = address;
    this.token = token;
    this.options = options;
    this.live = live;
    this.around = around;
    this.known = new KnownRequests(live);
  }

  /** Opens a project; the first request is made when it is read. */
  public static GitLabProject open(
      ProjectAddress address, AccessToken token, GitLabReadOptions options, LiveOptions live) {
    return open(address, token, options, live, UnaryOperator.identity());
  }

  static GitLabProject open(
      ProjectAddress address,
      AccessToken token,
      GitLabReadOptions options,
      LiveOptions live,
      UnaryOperator<Wire> around) {
    return new GitLabProject(address, token, options, live, around);
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public Lane lane() {
    return Lane.MERGE_REQUEST;
  }

  /** How many requests were made so far, repeated ones included; git's own are not among them. */
  public int requestsMade() {
    Connection open = connection;
    return open == null ? 0 : open.sent();
  }

  /**
   * Reads everything, or what changed since it was last read, and gives all of it.
   *
   * @throws UnreadableSourceException where the server cannot be reached, does not know the project
   *     or does not accept the token
   */
  @Override
  public Harvest read() {
    KnownProject found;
    VersionPatches patches;
    Accounts accounts;
    List<Problem> problems = new ArrayList<>();
    try {
      found = connection().project();
      ProjectReader reading = reader();
      known.update(reading, name());
      problems.addAll(known.problems());
      patches = patches(found, problems);
      accounts = accounts(patches);
      if (live.everything() && !reading.tellsAddresses()) {
        profiles.complete(accounts, reading);
      }
    } catch (RequestFailedException e) {
      throw new UnreadableSourceException(Refused.reason(e, address, Refused.Use.READING), e);
    }
    Translation present = new Translation(found.address(), accounts, patches);
    translation = present;
    List<Contribution> contributions = new ArrayList<>();
    Optional<Instant> newest = Optional.empty();
    int clockFixes = 0;
    for (MergeRequest request : known.requests()) {
      Position position = new Position(name(), "!" + request.heading().iid());
      Translated translated = present.translate(request, position);
      contributions.add(translated.contribution());
      problems.addAll(translated.problems());
      clockFixes += translated.clockFixes();
      if (newest.isEmpty() || translated.newest().isAfter(newest.get())) {
        newest = Optional.of(translated.newest());
      }
    }
    return new Harvest(
        contributions, problems, contributions.size() + known.unread(), clockFixes, newest);
  }

  private Connection connection() throws RequestFailedException {
    Connection open = connection;
    if (open == null) {
      open =
          Connection.open(
              address, server -> around.apply(new GitLab4jWire(server, token)), live.pause());
      connection = open;
    }
    return open;
  }

  private ProjectReader reader() throws RequestFailedException {
    ProjectReader reading = reader;
    if (reading == null) {
      reading = new ProjectReader(connection());
      reader = reading;
    }
    return reading;
  }

  private VersionPatches patches(KnownProject found, List<Problem> problems) {
    if (live.canonical().isEmpty() && live.cache().isEmpty()) {
      return VersionPatches.NONE;
    }
    FetchedCommits fetched = commits;
    if (fetched == null) {
      fetched = new FetchedCommits(live, address, token);
      commits = fetched;
    }
    problems.addAll(fetched.update(known.requests(), found.git()));
    return new GitPatches(fetched.store());
  }

  private Accounts accounts(VersionPatches patches) {
    Accounts accounts = options.accounts();
    for (MergeRequest request : known.requests()) {
      User author = request.heading().author();
      accounts.see(author);
      request.notes().map(Note::author).forEach(accounts::see);
      List<DiffVersion> versions = request.versions();
      if (!versions.isEmpty()) {
        patches.patches(versions.get(versions.size() - 1)).orElse(List.of()).stream()
            .map(Patch::author)
            .forEach(commitAuthor -> accounts.see(commitAuthor, author));
      }
    }
    return accounts;
  }

  /** Fetches a patch by git; reads first where nothing was. Empty without a repository. */
  @Override
  public Optional<PatchContent> content(SourceId patch) {
    if (connection == null) {
      read();
    }
    return Optional.ofNullable(commits).flatMap(fetched -> fetched.store().content(patch));
  }

  /** The description or a note of a merge request that was read; reads first where none was. */
  @Override
  public Optional<MessageText> text(SourceId message) {
    if (connection == null) {
      read();
    }
    Translation present = translation;
    return present == null
        ? Optional.empty()
        : known.requests().stream()
            .filter(r -> RequestPage.isOf(r.heading(), message))
            .findFirst()
            .flatMap(r -> Optional.ofNullable(present.texts(r).get(message)));
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
    if (commits != null) {
      commits.close();
      commits = null;
    }
  }
}
