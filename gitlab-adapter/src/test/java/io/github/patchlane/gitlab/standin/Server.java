package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a request through faults, checks and routes to what becomes of it. */
final class Server {
  static final String API = "/api/v4";

  private final World world;
  private final Faults faults;
  private final Requests requests;
  private final OperationTable table = OperationTable.load();
  private final Optional<OpenApiCheck> openApi = OpenApiCheck.load();
  private final Map<String, Route> routes = new HashMap<>();
  private final Services services;
  private final GitHttp git;
  private final Pushes pushes;

  Server(World world, Faults faults, Requests requests) {
    this.world = world;
    this.faults = faults;
    this.requests = requests;
    this.services = new Services(world);
    this.pushes = new Pushes(world, services);
    this.git = new GitHttp(world, pushes);
    new ProjectRoutes(world, services).register(routes);
    new MergeRequestRoutes(world, services).register(routes);
    new VersionRoutes(world, services).register(routes);
    new DiscussionRoutes(world, services).register(routes);
    new ReviewRoutes(world, services).register(routes);
    new CheckRoutes(world, services).register(routes);
    new BranchRoutes(world, services, pushes).register(routes);
    new DraftRoutes(world, services).register(routes);
    for (Operation operation : table.all()) {
      if (!routes.containsKey(operation.name())) {
        throw new IllegalStateException("nothing answers " + operation.name());
      }
    }
  }

  Pushes pushes() {
    return pushes;
  }

  Outcome serve(Incoming request) {
    Optional<OperationTable.Found> found = operation(request);
    String kind =
        GitHttp.kind(request)
            .or(() -> found.map(f -> f.operation().name()))
            .orElse(Requests.UNKNOWN);
    if (faults.isCut()) {
      return Outcome.dropped();
    }
    requests.count(kind);
    world.clock.tick();
    String body = text(request);
    Optional<Fault> fault = faults.next(kind, furtherPage(request), body.contains("created_at"));
    return fault
        .map(struck -> struck(struck, request, kind, found))
        .orElseGet(() -> Outcome.of(perform(request, kind, found)));
  }

  /** A request without its faults: what a session within the process makes. */
  Reply perform(Incoming request) {
    Optional<OperationTable.Found> found = operation(request);
    return perform(request, found.map(f -> f.operation().name()).orElse(Requests.UNKNOWN), found);
  }

  private Optional<OperationTable.Found> operation(Incoming request) {
    return request.path().startsWith(API + "/")
        ? table.find(request.method(), request.path().substring(API.length()))
        : Optional.empty();
  }

  private static boolean furtherPage(Incoming request) {
    return Parameters.read(request.query(), "", "").number("page").filter(n -> n > 1).isPresent();
  }

  private Outcome struck(
      Fault fault, Incoming request, String kind, Optional<OperationTable.Found> found) {
    return switch (fault) {
      case THROTTLED -> Outcome.of(FaultReplies.throttled(world, faults));
      case LIMITED -> Outcome.of(FaultReplies.limited(faults));
      case SERVER_ERROR -> Outcome.of(FaultReplies.serverError());
      case UNAVAILABLE -> Outcome.of(FaultReplies.unavailable(faults));
      case ACCEPTED -> Outcome.of(FaultReplies.accepted());
      case DROPPED, CUT_BEFORE -> Outcome.dropped();
      case LOST_RESPONSE, CUT_AFTER -> {
        perform(request, kind, found);
        yield Outcome.dropped();
      }
      case BAD_GATEWAY -> {
        perform(request, kind, found);
        yield Outcome.of(FaultReplies.badGateway());
      }
      case SLOW -> new Outcome(Optional.of(perform(request, kind, found)), faults.delay());
      case DUPLICATE -> Outcome.of(FaultReplies.duplicate(perform(request, kind, found)));
      case UNPREPARED -> {
        synchronized (world) {
          int usual = world.unpreparedReads;
          world.unpreparedReads = faults.reads();
          Reply reply = perform(request, kind, found);
          world.unpreparedReads = usual;
          yield Outcome.of(reply);
        }
      }
      case CREATED_AT_DROPPED -> {
        synchronized (world) {
          world.dropsTimes = true;
          Reply reply = perform(request, kind, found);
          world.dropsTimes = false;
          yield Outcome.of(reply);
        }
      }
      case PAGE_DRIFT -> {
        synchronized (world) {
          found.ifPresent(f -> drift(request, f));
        }
        yield Outcome.of(perform(request, kind, found));
      }
      case MOVED -> {
        synchronized (world) {
          found
              .map(f -> f.variables().get("id"))
              .flatMap(world::project)
              .ifPresent(project -> project.moveTo(project.path + "-moved"));
        }
        yield Outcome.of(perform(request, kind, found));
      }
    };
  }

  /** Somebody touches the first of the list while it is being read. */
  private void drift(Incoming request, OperationTable.Found found) {
    world
        .project(found.variables().getOrDefault("id", ""))
        .flatMap(
            project ->
                MergeRequestRoutes.listed(project, Parameters.read(request.query(), "", ""))
                    .stream()
                    .findFirst())
        .ifPresent(first -> first.updatedAt = world.now());
  }

  private Reply perform(Incoming request, String kind, Optional<OperationTable.Found> found) {
    try {
      Optional<StandInUser> user = user(request);
      if (Requests.isGit(kind)) {
        return git.answer(request, kind, user);
      }
      if (found.isEmpty()) {
        violation(request, "no such request in the table");
        return Reply.error(404, "404 Not Found");
      }
      Parameters parameters =
          Parameters.read(
              request.query(), request.header("Content-Type").orElse(""), text(request));
      Call call =
          new Call(
              found.get().operation(),
              request.path().substring(API.length()),
              request.query(),
              found.get().variables(),
              parameters,
              user);
      return checked(request, call);
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  private Reply checked(Incoming request, Call call) {
    Operation operation = call.operation();
    List<String> wrong = table.faults(operation, call.parameters());
    wrong.forEach(what -> violation(request, what));
    openApi.ifPresent(api -> api.request(call).forEach(what -> violation(request, what)));
    Optional<Reply> missing = table.missing(operation, call.parameters());
    Reply reply = missing.orElseGet(() -> answer(call));
    table.faults(operation, reply).forEach(what -> violation(request, what));
    openApi.ifPresent(api -> api.answer(call, reply).forEach(what -> violation(request, what)));
    return reply;
  }

  private Reply answer(Call call) {
    Route route = routes.get(call.operation().name());
    if (route == null) {
      throw new IllegalStateException(call.operation().name());
    }
    synchronized (world) {
      try {
        return route.answer(call);
      } catch (Refusal refusal) {
        return refusal.reply();
      }
    }
  }

  private void violation(Incoming request, String what) {
    synchronized (world) {
      world.records.violations.add(request.method() + " " + request.path() + ": " + what);
    }
  }

  /** Whoever's token the request carries: in GitLab's own header, as a bearer, as a password. */
  private Optional<StandInUser> user(Incoming request) {
    Optional<String> authorization = request.header("Authorization");
    Optional<String> token =
        request
            .header("PRIVATE-TOKEN")
            .or(() -> authorization.filter(a -> a.startsWith("Bearer ")).map(a -> a.substring(7)))
            .or(() -> authorization.filter(a -> a.startsWith("Basic ")).map(Server::password));
    if (token.isEmpty()) {
      return Optional.empty();
    }
    synchronized (world) {
      StandInUser user = world.usersByToken.get(token.get());
      if (user == null) {
        throw new Refusal(
            Requests.isGit(GitHttp.kind(request).orElse(""))
                ? Reply.text(401, "HTTP Basic: Access denied\n")
                    .with("WWW-Authenticate", "Basic realm=\"GitLab\"")
                : Reply.message(401, "401 Unauthorized"));
      }
      return Optional.of(user);
    }
  }

  private static String password(String basic) {
    String pair =
        new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
    return pair.substring(pair.indexOf(':') + 1);
  }

  private static String text(Incoming request) {
    return GitHttp.kind(request).isPresent() ? "" : request.body().text();
  }

  /** A JSON request from within the process. */
  static Incoming json(String method, String path, StandInUser user, ObjectNode body) {
    int query = path.indexOf('?');
    return new Incoming(
        method,
        API + (query < 0 ? path : path.substring(0, query)),
        query < 0 ? "" : path.substring(query + 1),
        Map.of("PRIVATE-TOKEN", user.token(), "Content-Type", Reply.JSON),
        Payload.of(body.toString()));
  }
}
