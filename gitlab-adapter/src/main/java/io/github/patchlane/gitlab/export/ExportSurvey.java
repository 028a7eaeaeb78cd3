package io.github.patchlane.gitlab.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.json.MalformedRecordException;
import io.github.patchlane.gitlab.mergerequest.MergeRequest;
import io.github.patchlane.gitlab.mergerequest.Note;
import io.github.patchlane.gitlab.repository.BundleRepository;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first way through an archive: who the accounts are, what the project is called, and its git
 * bundle unpacked.
 */
public final class ExportSurvey implements ExportFile.Visitor {
  private static final String LINK = "[Compare with previous version](";

  private final Accounts accounts;
  private final boolean unpack;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> targets = new HashMap<>();
  private @Nullable BundleRepository repository;
  private String link = "";
  private final String name;

  /**
   * @param unpack whether the bundle is wanted
   */
  public ExportSurvey(String name, Accounts accounts, boolean unpack) {
    this.name = name;
    this.accounts = accounts;
    this.unpack = unpack;
  }

  @Override
  public void member(JsonNode node) throws MalformedRecordException {
    ExportRecords.member(node).ifPresent(accounts::see);
  }

  @Override
  public void request(JsonNode node, Position position) throws MalformedRecordException {
    ExportedRequest exported = ExportRecords.request(node, "");
    MergeRequest request = exported.request();
    request.notes().map(Note::author).forEach(accounts::see);
    exported.commits().forEach(c -> accounts.see(c.author(), request.heading().author()));
    targets.merge(request.heading().targetBranch(), 1, Integer::sum);
    request.notes().filter(Note::system).forEach(this::findLink);
  }

  /** The longest, so that it does not matter in which order the requests come. */
  private void findLink(Note note) {
    int at = note.body().lastIndexOf(LINK);
    if (at >= 0) {
      String target = note.body().substring(at + LINK.length());
      int page = target.indexOf("/-/merge_requests/");
      String project = page < 0 ? "" : target.substring(0, page);
      if (project.length() > link.length()
          || (project.length() == link.length() && project.compareTo(link) < 0)) {
        link = project;
      }
    }
  }

  @Override
  public void bundle(InputStream bundle, long size) {
    if (!unpack || repository != null) {
      return;
    }
    try {
      repository = BundleRepository.unpack(bundle, size);
    } catch (IOException e) {
      problems.add(
          new Problem(
              Problem.Kind.UNREADABLE,
              new Position(name, "project.bundle"),
              "",
              "",
              String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                  + "; patches are unknown but for what the records say"));
    }
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The project as links in its notes have it: a path, or an address with a host; may be empty. */
  public String link() {
    return link;
  }

  /** The unpacked bundle, looked at through the branch that most requests aim at. */
  public Optional<BundleRepository> repository() {
    Optional<BundleRepository> unpacked = Optional.ofNullable(repository);
    List<String> byRequests =
        targets.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    for (String branch : byRequests) {
      if (unpacked.isPresent() && unpacked.get().lookAt(branch)) {
        break;
      }
    }
    return unpacked;
  }
}
