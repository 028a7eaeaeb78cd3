package io.github.patchlane.gitlab.posting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.core.plan.Results;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.gitlab.UnreachableGitLabException;
import io.github.patchlane.gitlab.repository.BranchPush;
import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.LostAnswerException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Carries out the steps of merge request plans. Everything that was done can be found again. */
final class GitLabOutside implements Outside {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** From 0; four minutes after the first. One look takes several requests, and each may fail. */
  private static final int LAST_TRY = 8;

  private final ProjectCalls calls;
  private final ProjectCalls source;
  private final BranchPush branches;
  private final Pause pause;
  private final Map<String, RequestPage> pages = new HashMap<>();
  private OptionalLong own = OptionalLong.empty();

  /**
   * Where plans are carried out.
   *
   * @param calls to the project that merge requests are made in
   * @param source to the project that holds their branches: the same, or a fork of it
   * @param branches of the source
   */
  GitLabOutside(ProjectCalls calls, ProjectCalls source, BranchPush branches, Pause pause) {
    this.calls = calls;
    this.source = source;
    this.branches = branches;
    this.pause = pause;
  }

  @Override
  public Optional<Map<String, String>> look(Step step, Results earlier) {
    return switch (step.action()) {
      case Actions.PUSH -> lookForPush(step, earlier);
      case Actions.OPEN -> request(step);
      case Actions.STATUS -> lookForStatus(step);
      case Actions.RESOLVE ->
          page(earlier).isResolved(earlier.get(step.field(Fields.THREAD), Fields.DISCUSSION))
              ? Optional.of(Map.of())
              : Optional.empty();
      case Actions.LABEL, Actions.RETITLE, Actions.CLOSE, Actions.REOPEN ->
          isSo(step, one(earlier)) ? Optional.of(Map.of()) : Optional.empty();
      default -> page(earlier).find(new Marker(step.field(Fields.MARKER)));
    };
  }

  @Override
  public Attempt act(Step step, Results earlier) {
    try {
      return switch (step.action()) {
        case Actions.PUSH -> push(step, earlier);
        case Actions.OPEN -> open(step);
        case Actions.STATUS -> status(step);
        case Actions.RESOLVE -> resolve(step, earlier);
        case Actions.LABEL -> update(step, earlier, "add_labels", step.field(Fields.LABELS));
        case Actions.RETITLE -> update(step, earlier, "title", step.field(Fields.TITLE));
        case Actions.CLOSE -> update(step, earlier, "state_event", "close");
        case Actions.REOPEN -> update(step, earlier, "state_event", "reopen");
        default -> new TextWriter(calls, page(earlier)).write(step, earlier);
      };
    } catch (LostAnswerException e) {
      pages.values().forEach(RequestPage::forget);
      return new Attempt.Unclear(e.getMessage());
    }
  }

  private RequestPage page(Results earlier) {
    return page(earlier.get(PlanDraft.OPEN, Fields.IID));
  }

  private RequestPage page(String iid) {
    return pages.computeIfAbsent(iid, number -> new RequestPage(calls, pause, number, own()));
  }

  private long own() {
    if (own.isEmpty()) {
      own = OptionalLong.of(calls.user());
    }
    return own.getAsLong();
  }

  private JsonNode one(Results earlier) {
    String iid = earlier.get(PlanDraft.OPEN, Fields.IID);
    return calls
        .one("/merge_requests/" + iid)
        .orElseThrow(
            () ->
                new UnreachableGitLabException(
                    "merge request !" + iid + " is gone; somebody deleted it"));
  }

  // ---- the branch

  private Optional<Map<String, String>> lookForPush(Step step, Results earlier) {
    String head = step.field(Fields.HEAD);
    Optional<String> now = head(step.field(Fields.BRANCH));
    if (now.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> result = Map.of(Fields.HEAD, head);
    if (now.get().equals(head)) {
      return Optional.of(result);
    }
    if (now.get().equals(step.field(Fields.LEASE))) {
      return Optional.empty();
    }
    // the branch may have moved on since
    Optional<String> iid =
        earlier
            .find(PlanDraft.OPEN, Fields.IID)
            .or(() -> request(step).map(found -> found.get(Fields.IID)));
    if (iid.isEmpty()) {
      return Optional.empty();
    }
    RequestPage page = page(iid.get());
    page.version(now.get());
    return page.hasVersion(head) ? Optional.of(result) : Optional.empty();
  }

  private Optional<String> head(String branch) {
    for (int tries = 0; ; tries++) {
      try {
        return branches.head(branch);
      } catch (LostAnswerException e) {
        if (tries == LAST_TRY) {
          throw new UnreachableGitLabException(
              "the project's git repository does not answer (" + e.getMessage() + ")", e);
        }
        boolean throttled = e.getMessage().contains("429");
        pause.pass(Duration.ofSeconds(throttled ? 60 : 1L << tries));
      }
    }
  }

  private Attempt push(Step step, Results earlier) throws LostAnswerException {
    String head = step.field(Fields.HEAD);
    String lease = step.field(Fields.LEASE);
    Optional<RequestPage> page = earlier.find(PlanDraft.OPEN, Fields.IID).map(this::page);
    // pushed over before it was worked out, the version before would never be one
    page.ifPresent(p -> p.version(lease));
    Optional<String> refused = branches.push(step.field(Fields.BRANCH), head, lease);
    if (refused.isPresent()) {
      return new Attempt.Refused(refused.get());
    }
    boolean late = page.isPresent() && page.get().version(head).isEmpty();
    return new Attempt.Done(
        Map.of(Fields.HEAD, head),
        late ? List.of("the server has not made a version of it yet") : List.of());
  }

  // ---- the merge request

  /** The one of this branch, whatever became of it since: a branch's name is never used twice. */
  private Optional<Map<String, String>> request(Step step) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("state", "all");
    query.put("order_by", "created_at");
    query.put("sort", "asc");
    query.put("source_branch", step.field(Fields.BRANCH));
    query.put("target_branch", step.field(Fields.TARGET));
    return calls.all("/merge_requests", query).stream()
        .filter(r -> r.path("source_project_id").asLong(source.id()) == source.id())
        .findFirst()
        .map(GitLabOutside::result);
  }

  private static Map<String, String> result(JsonNode request) {
    return Map.of(
        Fields.IID, request.path("iid").asText(), Fields.URL, request.path("web_url").asText());
  }

  private Attempt open(Step step) throws LostAnswerException {
    ObjectNode body = JSON.createObjectNode();
    body.put("source_branch", step.field(Fields.BRANCH));
    body.put("target_branch", step.field(Fields.TARGET));
    if (source.id() != calls.id()) {
      body.put("target_project_id", calls.id());
    }
    body.put("title", step.field(Fields.TITLE));
    body.put("description", step.field(Fields.DESCRIPTION));
    body.put("labels", step.field(Fields.LABELS));
    Answer answer = source.create("/merge_requests", body);
    if (answer.status() == 409) {
      return new Attempt.Unclear(answer.reason());
    }
    if (!answer.ok()) {
      return new Attempt.Refused(answer.reason());
    }
    boolean same = Echo.same(step.field(Fields.DESCRIPTION), answer.json().path("description"));
    return new Attempt.Done(
        result(answer.json()),
        same ? List.of() : List.of("the server stored another description than was sent"));
  }

  private boolean isSo(Step step, JsonNode request) {
    return switch (step.action()) {
      case Actions.LABEL -> {
        boolean found = false;
        for (JsonNode label : request.path("labels")) {
          found |= label.asText().equals(step.field(Fields.LABELS));
        }
        yield found;
      }
      case Actions.RETITLE -> request.path("title").asText().equals(step.field(Fields.TITLE));
      case Actions.REOPEN -> request.path("state").asText().equals("opened");
      default -> !request.path("state").asText().equals("opened");
    };
  }

  private Attempt update(Step step, Results earlier, String field, String value)
      throws LostAnswerException {
    ObjectNode body = JSON.createObjectNode().put(field, value);
    Answer answer = calls.change(page(earlier).path(), body);
    if (!answer.ok()) {
      return new Attempt.Refused(answer.reason());
    }
    return isSo(step, answer.json())
        ? new Attempt.Done(Map.of())
        : new Attempt.Unclear("the server answered, but it is not so");
  }

  private Attempt resolve(Step step, Results earlier) throws LostAnswerException {
    String discussion = earlier.get(step.field(Fields.THREAD), Fields.DISCUSSION);
    RequestPage page = page(earlier);
    Answer answer =
        calls.change(
            page.path() + "/discussions/" + discussion,
            JSON.createObjectNode().put("resolved", true));
    if (!answer.ok()) {
      return new Attempt.Refused(answer.reason());
    }
    page.resolved(discussion);
    return new Attempt.Done(Map.of());
  }

  // ---- checks

  private Optional<Map<String, String>> lookForStatus(Step step) {
    Map<String, String> query = Map.of("all", "true", "name", step.field(Fields.NAME));
    String path = "/repository/commits/" + step.field(Fields.HEAD) + "/statuses";
    return source.all(path, query).stream()
        .filter(s -> s.path("name").asText().equals(step.field(Fields.NAME)))
        .filter(s -> s.path("status").asText().equals(step.field(Fields.STATE)))
        .filter(s -> s.path("description").asText().equals(step.field(Fields.TEXT)))
        .findFirst()
        .map(s -> Map.of());
  }

  private Attempt status(Step step) throws LostAnswerException {
    ObjectNode body = JSON.createObjectNode();
    body.put("state", step.field(Fields.STATE));
    body.put("name", step.field(Fields.NAME));
    body.put("description", step.field(Fields.TEXT));
    Optional.ofNullable(step.payload().get(Fields.URL)).ifPresent(u -> body.put("target_url", u));
    Answer answer = source.create("/statuses/" + step.field(Fields.HEAD), body);
    if (answer.status() == 409) {
      return new Attempt.Unclear(answer.reason());
    }
    return answer.ok() ? new Attempt.Done(Map.of()) : new Attempt.Refused(answer.reason());
  }
}
