package io.github.patchlane.gitlab.standin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An embedded GitLab on a local port: the REST API that Patchlane uses and git's smart HTTP, under
 * one address.
 *
 * <pre>{@code
 * try (GitLabStandIn gitlab = GitLabStandIn.start()) {
 *   StandInUser bot = gitlab.user("bridge", "Bridge", "bridge@example.org");
 *   StandInProject project =
 *       gitlab.project("group/project", bareRepository).member(bot, AccessLevel.MAINTAINER);
 *   // API at gitlab.url(), pages at project.webUrl(), git at project.gitUrl(), all by bot.token()
 *   gitlab.as(bot).post("/projects/" + project.id() + "/merge_requests", Map.of(...));
 *   gitlab.faults().at(3, "create note", Fault.LOST_RESPONSE);
 * }
 * }</pre>
 *
 * <p><b>What it holds.</b> Users with tokens; projects, each over a bare repository that is really
 * pushed to; merge requests with versions, threads, notes, approvals, labels, reviewers, drafts,
 * statuses, pipelines and events, all in memory. Ids are given out in order, the {@linkplain #clock
 * clock} starts at a fixed moment and gains a second with every request over the wire: one client
 * that does the same twice sees the same twice.
 *
 * <p><b>Rights.</b> Reporters read and comment, Developers push, open, change and resolve, approve
 * and set statuses, Maintainers write protected branches (the default one always is) and hooks;
 * authors may change and resolve their own. Only Owners and administrators may say when a note was
 * written; anybody else's {@code created_at} is dropped without a word. A private project looks
 * missing to others.
 *
 * <p><b>Versions</b> are worked out from the branches: base is where source and target parted,
 * start the target's head, head the source's. A push to the source makes the next one and a note; a
 * push to the target that contains the head marks the merge request merged; a source removed closes
 * it; a target rewritten, or one that takes over some of the commits, makes a new version too.
 * {@code refs/merge-requests/N/head} follows, and any commit ever shown can be fetched by its id. A
 * new version may stay unfinished for some reads ({@link Fault#UNPREPARED}, {@link
 * #unpreparedReads}): no {@code diff_refs}, not in the list of versions. The answer to a creation
 * never has {@code diff_refs}.
 *
 * <p><b>Positions</b> must name one version's three ids, a file it touches and a line in its hunks
 * with three lines of context: an added line by its new number only, a removed one by its old
 * number only, context by both. With a new version a thread whose line is untouched moves along;
 * any other stays and is told that its line changed.
 *
 * <p><b>Texts</b> take effect as on GitLab: {@linkplain QuickActions quick actions} run and leave
 * the text, {@linkplain References mentions} notify, references leave notes, closing keywords close
 * issues when their merge request or commit reaches the default branch. All of it is recorded, so
 * that a test sees a leak: {@link #quickActionsRun}, {@link #pings}, {@link #references}, {@link
 * #closedIssues}.
 *
 * <p><b>Checks.</b> Every exchange is held against the table of requests in {@code operations.txt}
 * (parameters, types, statuses, keys) and, where the system property {@code patchlane.contract}
 * names the directory that has it, against GitLab's own OpenAPI document. What doesn't fit, and any
 * request the table lacks, is a {@linkplain #violations violation}, and {@link #close} fails for
 * it.
 *
 * <p><b>Not there</b>: milestones, approval rules, GraphQL, suggestions, delivery of webhooks, rate
 * limits other than by script, conflicts shown before a merge is tried.
 *
 * <p>Safe for use by several clients at once; requests are performed one at a time.
 */
public final class GitLabStandIn implements AutoCloseable {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final World world = new World(new ServerClock(START));
  private final Faults faults = new Faults();
  private final Requests requests = new Requests();
  private final Server server = new Server(world, faults, requests);
  private final Wire wire;

  private GitLabStandIn(String root) {
    this.wire = new Wire(server, root);
  }

  /** Listens on a free local port. It must be closed: its threads keep the process alive. */
  public static GitLabStandIn start() {
    return startUnder("");
  }

  /**
   * The same under a path of its host, as GitLab may be installed; above it something else answers.
   *
   * @param root with a slash before it and none behind
   */
  public static GitLabStandIn startUnder(String root) {
    GitLabStandIn standIn = new GitLabStandIn(root);
    standIn.world.url = standIn.wire.listen() + root;
    return standIn;
  }

  /** The root of everything, without a slash at its end. */
  public String url() {
    return world.url;
  }

  /** An account whose token is made from its name; its e-mail address is not public. */
  public StandInUser user(String username, String name, String email) {
    return add(username, name, email, Optional.empty(), false);
  }

  /** An account that shows its e-mail address. */
  public StandInUser publicUser(String username, String name, String email) {
    return add(username, name, email, Optional.of(email), false);
  }

  /** An account that is said to be a machine. */
  public StandInUser bot(String username, String name, String email) {
    return add(username, name, email, Optional.empty(), true);
  }

  /** The same account as an administrator. */
  public StandInUser admin(StandInUser user) {
    synchronized (world) {
      StandInUser admin = user.withAdmin();
      world.usersByToken.put(admin.token(), admin);
      return admin;
    }
  }

  private StandInUser add(
      String username, String name, String email, Optional<String> publicEmail, boolean bot) {
    synchronized (world) {
      String token = "glpat-" + username.toLowerCase(Locale.ROOT) + "-" + Sha1.of(username);
      StandInUser user =
          new StandInUser(world.nextUser(), username, name, email, publicEmail, token, false, bot);
      world.usersByToken.put(token, user);
      return user;
    }
  }

  /**
   * A project over a bare repository, which is made, empty and with the default branch {@code
   * main}, where the path has none.
   */
  public StandInProject project(String path, Path repository) {
    synchronized (world) {
      Project project =
          new Project(world.nextProject(), path, Repository.at(repository), world.now());
      world.projects.put(project.id, project);
      return new StandInProject(world, project);
    }
  }

  /**
   * A fork of a project: its branches as they are now, in a new bare repository. Merge requests may
   * go from it to the project by {@code target_project_id}.
   */
  public StandInProject fork(StandInProject parent, String path, Path repository) {
    synchronized (world) {
      Project of = world.project(String.valueOf(parent.id())).orElseThrow();
      Project project =
          new Project(
              world.nextProject(), path, Repository.fork(of.repository, repository), world.now());
      project.forkOf = Optional.of(of);
      world.projects.put(project.id, project);
      return new StandInProject(world, project);
    }
  }

  /** A user at the console, for arranging what happened before. */
  public StandInSession as(StandInUser user) {
    return new StandInSession(world, server, user);
  }

  public ServerClock clock() {
    return world.clock;
  }

  public Faults faults() {
    return faults;
  }

  /** How many reads see every new version unfinished; none unless set. */
  public void unpreparedReads(int reads) {
    synchronized (world) {
      world.unpreparedReads = reads;
    }
  }

  /** How many comments a merge request takes; 5,000 unless set. */
  public void commentLimit(int limit) {
    synchronized (world) {
      world.commentLimit = limit;
    }
  }

  /**
   * How many requests came over the wire, by kind: the names of {@code operations.txt}, and {@code
   * fetch refs}, {@code fetch}, {@code push refs}, {@code push}.
   */
  public SortedMap<String, Integer> requests() {
    return requests.counts();
  }

  /** All but git's. */
  public int apiRequests() {
    return requests.counts().entrySet().stream()
        .filter(entry -> !Requests.isGit(entry.getKey()))
        .mapToInt(entry -> entry.getValue())
        .sum();
  }

  public void resetRequests() {
    requests.reset();
  }

  /** Every quick action that a text set off, with its place. */
  public List<String> quickActionsRun() {
    synchronized (world) {
      return List.copyOf(world.records.quickActionsRun);
    }
  }

  /** Every notification that a text set off: a user that exists, a group, or everybody. */
  public List<String> pings() {
    synchronized (world) {
      return List.copyOf(world.records.pings);
    }
  }

  /** Every other reference that a text makes, whether or not its object exists. */
  public List<String> references() {
    synchronized (world) {
      return List.copyOf(world.records.references);
    }
  }

  /** Every issue that a text closed, existing or not. */
  public List<String> closedIssues() {
    synchronized (world) {
      return List.copyOf(world.records.closedIssues);
    }
  }

  /** Every exchange that the table or the contract does not allow. */
  public List<String> violations() {
    synchronized (world) {
      return List.copyOf(world.records.violations);
    }
  }

  /** Forgets the violations so far: for a test that provokes them. */
  public void forgive() {
    synchronized (world) {
      world.records.violations.clear();
    }
  }

  /**
   * All that a visitor could see, as text, without ids and the server's own times: equal for two
   * runs that brought about the same.
   */
  public String state() {
    synchronized (world) {
      return new StateText(world).write();
    }
  }

  /** Stops listening, then fails if there were violations. */
  @Override
  public void close() {
    wire.hangUp();
    world.projects.values().forEach(project -> project.repository.close());
    if (!world.records.violations.isEmpty()) {
      throw new AssertionError(
          "outside the contract:\n" + String.join("\n", world.records.violations));
    }
  }
}
