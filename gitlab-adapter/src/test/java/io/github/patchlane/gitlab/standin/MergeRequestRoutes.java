package io.github.patchlane.gitlab.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Merge requests: list, read, open, change. */
final class MergeRequestRoutes {
  private static final int TITLE_LIMIT = 255;
  private static final int DESCRIPTION_LIMIT = 1_048_576;

  private final World world;
  private final Services services;

  MergeRequestRoutes(World world, Services services) {
    this.world = world;
    this.services = services;
  }

  void register(Map<String, Route> routes) {
    routes.put("list", this::list);
    routes.put("one", this::one);
    routes.put("create", this::create);
    routes.put("update", this::update);
  }

  private Reply list(Call call) {
    Project project = services.access.code(call);
    Parameters parameters = call.parameters();
    if (parameters.text("pagination").filter("keyset"::equals).isPresent()) {
      return Reply.error(405, "Keyset pagination is not yet available for this type of request");
    }
    List<MergeRequest> found = listed(project, parameters);
    return Paging.page(world, call, found, request -> services.requests.brief(project, request));
  }

  /** The list's whole content in its order, before it is cut into pages. */
  static List<MergeRequest> listed(Project project, Parameters parameters) {
    List<Predicate<MergeRequest>> filters = new ArrayList<>();
    parameters
        .text("state")
        .filter(state -> !state.equals("all"))
        .ifPresent(state -> filters.add(m -> m.state.equals(state)));
    parameters.time("updated_after").ifPresent(t -> filters.add(m -> !m.updatedAt.isBefore(t)));
    parameters.time("updated_before").ifPresent(t -> filters.add(m -> !m.updatedAt.isAfter(t)));
    parameters.time("created_after").ifPresent(t -> filters.add(m -> !m.createdAt.isBefore(t)));
    parameters.time("created_before").ifPresent(t -> filters.add(m -> !m.createdAt.isAfter(t)));
    parameters.text("source_branch").ifPresent(b -> filters.add(m -> m.sourceBranch.equals(b)));
    parameters.text("target_branch").ifPresent(b -> filters.add(m -> m.targetBranch.equals(b)));
    parameters.number("author_id").ifPresent(id -> filters.add(m -> m.author.id() == id));
    parameters
        .text("author_username")
        .ifPresent(name -> filters.add(m -> m.author.username().equals(name)));
    if (parameters.has("iids")) {
      List<String> iids = parameters.list("iids");
      filters.add(m -> iids.contains(String.valueOf(m.iid)));
    }
    if (parameters.has("labels")) {
      filters.add(m -> m.labels.containsAll(parameters.list("labels")));
    }
    parameters
        .text("search")
        .map(text -> text.toLowerCase(Locale.ROOT))
        .ifPresent(
            text ->
                filters.add(
                    m -> (m.title + "\n" + m.description).toLowerCase(Locale.ROOT).contains(text)));
    return project.mergeRequests.values().stream()
        .filter(m -> filters.stream().allMatch(filter -> filter.test(m)))
        .sorted(order(parameters))
        .toList();
  }

  private static Comparator<MergeRequest> order(Parameters parameters) {
    Comparator<MergeRequest> order =
        switch (parameters.text("order_by", "created_at")) {
          case "updated_at" -> Comparator.comparing(m -> m.updatedAt);
          case "merged_at" -> Comparator.comparing(m -> m.mergedAt.orElse(Instant.MAX));
          case "title" -> Comparator.comparing(m -> m.title);
          default -> Comparator.comparing(m -> m.createdAt);
        };
    Comparator<MergeRequest> whole = order.thenComparing(m -> m.id);
    return parameters.text("sort", "desc").equals("asc") ? whole : whole.reversed();
  }

  private Reply one(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    services.prepare(request);
    return Reply.ok(services.requests.whole(project, request, call.user()));
  }

  private Reply create(Call call) {
    Project from = services.access.writable(call, AccessLevel.DEVELOPER);
    StandInUser author = call.signedIn();
    Parameters parameters = call.parameters();
    Project project = target(from, call);
    String source = parameters.text("source_branch", "");
    String target = parameters.text("target_branch", "");
    checkBranches(from, project, source, target);
    String title = checkedTitle(parameters.text("title", ""));
    String description = checkedDescription(parameters.text("description", ""));
    Optional<MergeRequest> twin = Lifecycle.twin(project, from, source, target);
    if (twin.isPresent()) {
      throw Lifecycle.twinRefusal(twin.get().iid);
    }
    int iid = project.mergeRequests.size() + 1;
    QuickActions.Extracted extracted =
        services.texts.extract(project, "!" + iid + " description", author, description);
    MergeRequest request =
        new MergeRequest(
            world.nextMergeRequest(),
            iid,
            author,
            from,
            source,
            target,
            title,
            extracted.text(),
            world.now());
    project.mergeRequests.put(iid, request);
    request.removeSourceBranch = parameters.flag("remove_source_branch");
    request.squash = parameters.flag("squash");
    services.lifecycle.version(project, request);
    people(request, author, parameters);
    if (parameters.has("labels")) {
      services.lifecycle.labels(project, request, author, new TreeSet<>(parameters.list("labels")));
    }
    services.texts.announce(project, request, "!" + iid + " title", author, title);
    services.texts.announce(
        project, request, "!" + iid + " description", author, request.description);
    services.actions.run(project, request, author, extracted.commands());
    Reply fresh = fresh(project, request, call);
    services.settle(request);
    return fresh;
  }

  /** A merge request just made is shown before its diff is worked out. */
  private Reply fresh(Project project, MergeRequest request, Call call) {
    int reads = request.unpreparedReads;
    request.unpreparedReads = Math.max(1, reads);
    Reply reply = Reply.created(services.requests.whole(project, request, call.user()));
    request.unpreparedReads = reads;
    return reply;
  }

  /** The project itself, or the one it was forked from, where the caller may read that. */
  private static Project target(Project from, Call call) {
    long wanted =
        call.parameters().number("target_project_id").map(Integer::longValue).orElse(from.id);
    if (wanted == from.id) {
      return from;
    }
    return from.forkOf
        .filter(parent -> parent.id == wanted && parent.readable(call.user()))
        .orElseThrow(
            () ->
                new Refusal(
                    Reply.messages(422, "Source project is not a fork of the target project")));
  }

  private static void checkBranches(Project from, Project project, String source, String target) {
    if (source.isEmpty() || target.isEmpty()) {
      throw new Refusal(
          Reply.attribute(source.isEmpty() ? "source_branch" : "target_branch", "can't be blank"));
    }
    if (from == project && source.equals(target)) {
      throw new Refusal(
          Reply.messages(422, "You can't use same project/branch for source and target"));
    }
    checkBranch("Source", from, source);
    checkBranch("Target", project, target);
  }

  private static void checkBranch(String role, Project project, String branch) {
    if (project.repository.branch(branch).isEmpty()) {
      throw new Refusal(Reply.messages(422, role + " branch \"" + branch + "\" does not exist"));
    }
  }

  private static String checkedTitle(String title) {
    if (title.isBlank()) {
      throw new Refusal(Reply.attribute("title", "can't be blank"));
    }
    if (title.length() > TITLE_LIMIT) {
      throw new Refusal(
          Reply.attribute("title", "is too long (maximum is " + TITLE_LIMIT + " characters)"));
    }
    return title.strip();
  }

  private static String checkedDescription(String description) {
    if (description.length() > DESCRIPTION_LIMIT) {
      throw new Refusal(
          Reply.attribute(
              "description", "is too long (maximum is " + DESCRIPTION_LIMIT + " characters)"));
    }
    return description;
  }

  private void people(MergeRequest request, StandInUser by, Parameters parameters) {
    if (parameters.has("reviewer_ids")) {
      services.lifecycle.reviewers(request, by, users(parameters.list("reviewer_ids")));
    }
    if (parameters.has("assignee_ids") || parameters.has("assignee_id")) {
      List<String> ids = new ArrayList<>(parameters.list("assignee_ids"));
      ids.addAll(parameters.list("assignee_id"));
      services.lifecycle.assignees(request, by, users(ids));
    }
  }

  private List<StandInUser> users(List<String> ids) {
    return ids.stream()
        .flatMap(id -> Access.number(id).stream())
        .flatMap(id -> world.user(id).stream())
        .toList();
  }

  private Reply update(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    StandInUser user = call.signedIn();
    if (!request.author.equals(user) && !project.allows(call.user(), AccessLevel.DEVELOPER)) {
      throw Refusal.forbidden();
    }
    Parameters parameters = call.parameters();
    if (parameters.fields().isEmpty()) {
      return Reply.error(400, "at least one parameter must be provided");
    }
    Optional<String> title = parameters.text("title").map(MergeRequestRoutes::checkedTitle);
    Optional<String> description =
        parameters.text("description").map(MergeRequestRoutes::checkedDescription);
    Optional<String> target = parameters.text("target_branch");
    target.ifPresent(
        branch -> {
          if (project.repository.branch(branch).isEmpty()) {
            throw new Refusal(
                Reply.messages(422, "Target branch \"" + branch + "\" does not exist"));
          }
          services.lifecycle.noTwin(project, request, branch);
        });
    switch (parameters.text("state_event", "")) {
      case "close" -> services.lifecycle.close(project, request, user);
      case "reopen" -> services.lifecycle.reopen(project, request, user);
      default -> {}
    }
    title.ifPresent(text -> retitle(project, request, user, text));
    description.ifPresent(text -> redescribe(project, request, user, text));
    target.ifPresent(branch -> services.lifecycle.target(project, request, user, branch));
    relabel(project, request, user, parameters);
    people(request, user, parameters);
    if (parameters.has("discussion_locked")) {
      request.locked = parameters.flag("discussion_locked");
    }
    request.updatedAt = world.now();
    return Reply.ok(services.requests.whole(project, request, call.user()));
  }

  private void retitle(Project project, MergeRequest request, StandInUser user, String title) {
    if (!title.equals(request.title)) {
      services.lifecycle.title(request, user, title);
      services.texts.announce(project, request, "!" + request.iid + " title", user, title);
    }
  }

  /** Commands in an edited description run; only what the edit adds is announced anew. */
  private void redescribe(Project project, MergeRequest request, StandInUser user, String text) {
    String place = "!" + request.iid + " description";
    QuickActions.Extracted extracted = services.texts.extract(project, place, user, text);
    if (!extracted.text().equals(request.description)) {
      services.lifecycle.description(request, user, extracted.text());
      services.texts.announce(project, request, place, user, extracted.text());
    }
    services.actions.run(project, request, user, extracted.commands());
  }

  private void relabel(
      Project project, MergeRequest request, StandInUser user, Parameters parameters) {
    TreeSet<String> wanted = new TreeSet<>(request.labels);
    if (parameters.fields().has("labels")) {
      wanted = new TreeSet<>(parameters.list("labels"));
    }
    wanted.addAll(parameters.list("add_labels"));
    wanted.removeAll(parameters.list("remove_labels"));
    services.lifecycle.labels(project, request, user, wanted);
  }
}
