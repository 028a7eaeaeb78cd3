package io.github.patchlane.gitlab.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.CommitStore;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.json.MalformedRecordException;
import io.github.patchlane.gitlab.mergerequest.DiffVersion;
import io.github.patchlane.gitlab.mergerequest.Translated;
import io.github.patchlane.gitlab.mergerequest.Translation;
import io.github.patchlane.gitlab.mergerequest.VersionPatches;
import io.github.patchlane.gitlab.repository.GitPatches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second way through an archive, when accounts and commits are known. Harvest it once. */
public final class ExportReading {
  private final ExportFile file;
  private final ProjectAddress project;
  private final Accounts accounts;
  private final @Nullable CommitStore store;
  private final VersionPatches git;
  private final List<Contribution> contributions = new ArrayList<>();
  private final List<Problem> problems;
  private final Set<Integer> seen = new HashSet<>();
  private int clockFixes;
  private @Nullable Instant newest;

  /**
   * @param problems that the first way through met with
   */
  public ExportReading(
      ExportFile file,
      ProjectAddress project,
      Accounts accounts,
      Optional<CommitStore> store,
      List<Problem> problems) {
    this.file = file;
    this.project = project;
    this.accounts = accounts;
    this.store = store.orElse(null);
    this.git = store.<VersionPatches>map(GitPatches::new).orElse(VersionPatches.NONE);
    this.problems = new ArrayList<>(problems);
  }

  /** Reads all requests. */
  public Harvest harvest() {
    Set<Position> damaged = new HashSet<>();
    problems.forEach(problem -> damaged.add(problem.position()));
    file.visit(
        new ExportFile.Visitor() {
          @Override
          public void request(JsonNode node, Position position) throws MalformedRecordException {
            add(ExportRecords.request(node, project.page()), position);
          }
        },
        // The first way through has met with the same.
        problem -> {
          if (!damaged.contains(problem.position())) {
            problems.add(problem);
          }
        });
    Map<Problem.Kind, Integer> unread = new HashMap<>();
    problems.forEach(p -> unread.merge(p.kind(), 1, Integer::sum));
    return new Harvest(
        contributions,
        problems,
        contributions.size()
            + unread.getOrDefault(Problem.Kind.UNREADABLE, 0)
            + unread.getOrDefault(Problem.Kind.DUPLICATE, 0),
        clockFixes,
        Optional.ofNullable(newest));
  }

  /** What one request's description and notes say; no request at all where no page has the name. */
  public Map<SourceId, MessageText> texts(SourceId message) {
    Map<SourceId, MessageText> found = new HashMap<>();
    file.visit(
        new ExportFile.Visitor() {
          @Override
          public void request(JsonNode node, Position position) throws MalformedRecordException {
            String page = project.page() + "/-/merge_requests/" + node.path("iid").asText("");
            String name = message.value();
            boolean meant =
                name.equals(page) || (name.startsWith(page) && name.charAt(page.length()) == '#');
            if (meant && found.isEmpty()) {
              ExportedRequest exported = ExportRecords.request(node, project.page());
              found.putAll(
                  new Translation(project, accounts, patches(exported)).texts(exported.request()));
            }
          }
        },
        problem -> {});
    return found;
  }

  private void add(ExportedRequest exported, Position position) {
    int iid = exported.request().heading().iid();
    String id = project.contribution(iid).value();
    String title = exported.request().heading().title();
    if (!seen.add(iid)) {
      problems.add(
          new Problem(
              Problem.Kind.DUPLICATE, position, id, title, "a line above has the same number"));
      return;
    }
    exported.damage().stream()
        .map(what -> what.replaceAll("\\s+", " "))
        .forEach(
            what ->
                problems.add(
                    new Problem(
                        Problem.Kind.DAMAGED, position, id, title, what + "; it was left out")));
    missingCommits(exported, position, id, title);
    Translated translated =
        new Translation(project, accounts, patches(exported))
            .translate(exported.request(), position);
    contributions.add(translated.contribution());
    problems.addAll(translated.problems());
    clockFixes += translated.clockFixes();
    if (newest == null || translated.newest().isAfter(newest)) {
      newest = translated.newest();
    }
  }

  private void missingCommits(
      ExportedRequest exported, Position position, String id, String title) {
    CommitStore commits = store;
    if (commits == null) {
      return;
    }
    for (DiffVersion version : exported.request().versions()) {
      Optional<CommitId> head = version.head();
      if (head.isPresent() && !commits.holds(head.get())) {
        problems.add(
            new Problem(
                Problem.Kind.DAMAGED,
                position,
                id,
                title,
                "the bundle does not hold commit "
                    + head.get()
                    + ", the head of a version pushed "
                    + version.createdAt()
                    + "; its patches are as far as known those of the record"));
      }
    }
  }

  /** What git does not have of the latest version, its list of commits names. */
  private VersionPatches patches(ExportedRequest exported) {
    List<DiffVersion> versions = exported.request().versions();
    if (exported.commits().isEmpty() || versions.isEmpty()) {
      return git;
    }
    DiffVersion latest = versions.get(versions.size() - 1);
    return new VersionPatches() {
      @Override
      public Optional<List<Patch>> patches(DiffVersion version) {
        return git.patches(version)
            .or(() -> version.equals(latest) ? Optional.of(exported.commits()) : Optional.empty());
      }

      @Override
      public Optional<byte[]> diff(SourceId patch) {
        return git.diff(patch);
      }
    };
  }
}
