package io.github.patchlane.gitlab.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.gitlab.identity.User;
import io.github.patchlane.gitlab.json.JsonObject;
import io.github.patchlane.gitlab.json.MalformedRecordException;
import io.github.patchlane.gitlab.mergerequest.Approval;
import io.github.patchlane.gitlab.mergerequest.Check;
import io.github.patchlane.gitlab.mergerequest.DiffVersion;
import io.github.patchlane.gitlab.mergerequest.Discussion;
import io.github.patchlane.gitlab.mergerequest.Heading;
import io.github.patchlane.gitlab.mergerequest.MergeRequest;
import io.github.patchlane.gitlab.mergerequest.StateEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one project's merge requests: a page of the list for each hundred, and three requests for
 * each, discussions, versions and state events, plus their further pages. Any number of merge
 * requests may be read at once.
 */
public final class ProjectReader {
  private final Requests requests;
  private final String project;
  private boolean tellsAddresses;

  public ProjectReader(Connection connection) {
    this.requests = connection.requests();
    this.project = connection.project().root();
  }

  /** Takes what could not be read. */
  public interface Damage {
    void found(String what, String why);
  }

  /** The list, by creation: an order that nothing changes while pages are turned. */
  public List<Heading> headings(Optional<Instant> updatedAfter, Damage damage)
      throws RequestFailedException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("state", "all");
    query.put("scope", "all");
    query.put("order_by", "created_at");
    query.put("sort", "asc");
    updatedAfter.ifPresent(at -> query.put("updated_after", at.toString()));
    List<Heading> headings = new ArrayList<>();
    for (JsonNode node : requests.all(Call.get(project + "/merge_requests", query))) {
      try {
        headings.add(RestRecords.heading(node));
        tellsAddresses |= node.path("author").has("public_email");
      } catch (MalformedRecordException e) {
        damage.found("!" + node.path("iid").asText("?"), e.reason());
      }
    }
    return List.copyOf(headings);
  }

  private interface Reader<T> {
    Optional<T> read(JsonNode node) throws MalformedRecordException;
  }

  private <T> List<T> list(String path, String what, Reader<T> reader, Damage damage)
      throws RequestFailedException {
    List<T> read = new ArrayList<>();
    for (JsonNode node : requests.all(Call.get(path, Map.of()))) {
      try {
        reader.read(node).ifPresent(read::add);
      } catch (MalformedRecordException e) {
        damage.found(what + " " + node.path("id").asText("without id"), e.reason());
      }
    }
    return read;
  }

  /** One merge request; with everything, approvals, reviewers and checks too. */
  public MergeRequest request(Heading heading, boolean everything, Damage damage)
      throws RequestFailedException {
    String path = project + "/merge_requests/" + heading.iid();
    List<Discussion> discussions =
        list(
            path + "/discussions",
            "discussion",
            node ->
                Optional.of(
                    RestRecords.discussion(node, (what, why) -> damage.found(what, why.reason()))),
            damage);
    List<DiffVersion> versions =
        list(path + "/versions", "version", n -> Optional.of(RestRecords.version(n)), damage);
    List<StateEvent> events = stateEvents(path, damage);
    if (!everything) {
      return new MergeRequest(
          heading, versions, discussions, events, List.of(), List.of(), List.of());
    }
    return new MergeRequest(
        heading,
        versions,
        discussions,
        events,
        approvals(path, damage),
        list(path + "/reviewers", "reviewer", n -> Optional.of(RestRecords.reviewer(n)), damage),
        checks(path, versions, damage));
  }

  /**
   * Whether the records that were listed say of each account which address it shows, as those of
   * newer servers do: its profile would say no more.
   */
  public boolean tellsAddresses() {
    return tellsAddresses;
  }

  /** What an account shows of itself; empty where it is gone or not to be seen. */
  public Optional<User> user(long id) throws RequestFailedException {
    try {
      JsonObject json = JsonObject.of(requests.one(Call.get("users/" + id, Map.of())));
      return Optional.of(RestRecords.user(json));
    } catch (MalformedRecordException e) {
      return Optional.empty();
    } catch (RequestFailedException e) {
      if (e.status() == 403 || e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Servers before 13.2 have none, and write notes instead. */
  private List<StateEvent> stateEvents(String path, Damage damage) throws RequestFailedException {
    try {
      return list(path + "/resource_state_events", "state event", RestRecords::stateEvent, damage);
    } catch (RequestFailedException e) {
      if (e.status() == 404) {
        return List.of();
      }
      throw e;
    }
  }

  private List<Approval> approvals(String path, Damage damage) throws RequestFailedException {
    List<Approval> approvals = new ArrayList<>();
    try {
      JsonObject json = JsonObject.of(requests.one(Call.get(path + "/approvals", Map.of())));
      for (JsonNode node : json.elements("approved_by")) {
        RestRecords.approval(node).ifPresent(approvals::add);
      }
    } catch (MalformedRecordException e) {
      damage.found("the approvals", e.reason());
    }
    return approvals;
  }

  private List<Check> checks(String path, List<DiffVersion> versions, Damage damage)
      throws RequestFailedException {
    List<Check> checks =
        new ArrayList<>(
            list(path + "/pipelines", "pipeline", n -> RestRecords.check(n, "pipeline"), damage));
    Set<String> heads = new TreeSet<>();
    versions.forEach(v -> v.head().map(CommitId::value).ifPresent(heads::add));
    for (String head : heads) {
      try {
        checks.addAll(
            list(
                project + "/repository/commits/" + head + "/statuses",
                "status",
                n -> RestRecords.check(n, "status"),
                damage));
      } catch (RequestFailedException e) {
        // A head that a later push replaced may be gone from the repository.
        if (e.status() != 404) {
          throw e;
        }
      }
    }
    return checks;
  }
}
