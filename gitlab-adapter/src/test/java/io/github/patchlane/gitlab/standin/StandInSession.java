package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * One user at the server's own console: the same requests as over the wire, but neither counted nor
 * struck by faults, and the clock stands still. For telling the past of a project.
 */
public final class StandInSession {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final World world;
  private final Server server;
  private final StandInUser user;

  StandInSession(World world, Server server, StandInUser user) {
    this.world = world;
    this.server = server;
    this.user = user;
  }

  /**
   * Reads.
   *
   * @param path below {@code /api/v4}, encoded, with its query
   * @throws IllegalStateException for any answer that is no success
   */
  public JsonNode get(String path) {
    return call("GET", path, Map.of());
  }

  /** As {@link #get}; the parameters go as JSON. */
  public JsonNode post(String path, Map<String, ?> parameters) {
    return call("POST", path, parameters);
  }

  /** As {@link #get}; the parameters go as JSON. */
  public JsonNode put(String path, Map<String, ?> parameters) {
    return call("PUT", path, parameters);
  }

  /** As {@link #get}. */
  public void delete(String path) {
    call("DELETE", path, Map.of());
  }

  /**
   * Sets a branch to a commit that the project's repository already holds, with all that a push of
   * it brings about.
   */
  public void push(StandInProject project, String branch, String commit) {
    move(project, branch, Optional.of(commit));
  }

  /** Removes a branch, with all that brings about. */
  public void deleteBranch(StandInProject project, String branch) {
    move(project, branch, Optional.empty());
  }

  private void move(StandInProject handle, String branch, Optional<String> commit) {
    synchronized (world) {
      Project project = world.project(String.valueOf(handle.id())).orElseThrow();
      Optional<String> before = project.repository.branch(branch);
      commit.ifPresentOrElse(
          id -> project.repository.set(Repository.HEADS + branch, id),
          () -> project.repository.delete(Repository.HEADS + branch));
      server.pushes().updated(project, user, branch, before, commit);
    }
  }

  private JsonNode call(String method, String path, Map<String, ?> parameters) {
    ObjectNode body = MAPPER.valueToTree(parameters);
    Reply reply = server.perform(Server.json(method, path, user, body));
    if (reply.status() >= 300) {
      throw new IllegalStateException(
          method + " " + path + ": " + reply.status() + " " + reply.text());
    }
    try {
      return reply.isJson() ? MAPPER.readTree(reply.body().bytes()) : MAPPER.nullNode();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
