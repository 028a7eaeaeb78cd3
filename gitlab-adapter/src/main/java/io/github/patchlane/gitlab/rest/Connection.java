package io.github.patchlane.gitlab.rest;

import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.gitlab.ProjectAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** A project that was found, and the line to its server. */
public final class Connection implements AutoCloseable {
  private final Wire wire;
  private final Requests requests;
  private final KnownProject project;
  private final int spent;

  private Connection(Wire wire, Requests requests, KnownProject project, int spent) {
    this.wire = wire;
    this.requests = requests;
    this.project = project;
    this.spent = spent;
  }

  /**
   * Looks a project up. Where GitLab lies under a path of its host, an address does not tell where
   * that ends and the groups begin: what does not answer as GitLab does is asked for one step
   * further down.
   *
   * @param wires makes the line to a server
   * @throws RequestFailedException where there is no such project to be seen
   */
  public static Connection open(ProjectAddress address, Function<URI, Wire> wires, Pause pause)
      throws RequestFailedException {
    Optional<RequestFailedException> first = Optional.empty();
    int spent = 0;
    for (ProjectAddress reading : address.readings()) {
      Wire wire = wires.apply(reading.server());
      Requests requests = new Requests(wire, reading.server(), pause);
      try {
        return new Connection(wire, requests, KnownProject.find(requests, reading), spent);
      } catch (RequestFailedException e) {
        wire.close();
        if (!e.isForeign()) {
          throw e;
        }
        spent += requests.sent();
        first = first.or(() -> Optional.of(e));
      } catch (RuntimeException | Error e) {
        wire.close();
        throw e;
      }
    }
    throw first.orElseThrow();
  }

  public Requests requests() {
    return requests;
  }

  public KnownProject project() {
    return project;
  }

  /** How many requests were sent, those that found the project included. */
  public int sent() {
    return spent + requests.sent();
  }

  @Override
  public void close() {
    wire.close();
  }
}
