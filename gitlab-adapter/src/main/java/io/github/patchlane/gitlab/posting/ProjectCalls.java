package io.github.patchlane.gitlab.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.gitlab.UnreachableGitLabException;
import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.Call;
import io.github.patchlane.gitlab.rest.Connection;
import io.github.patchlane.gitlab.rest.LostAnswerException;
import io.github.patchlane.gitlab.rest.Refused;
import io.github.patchlane.gitlab.rest.RequestFailedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests about the project that is written to. What no patience helps ends the run. */
final class ProjectCalls {
  private final Connection connection;

  ProjectCalls(Connection connection) {
    this.connection = connection;
  }

  private interface Request<T> {
    T make() throws RequestFailedException;
  }

  private <T> T made(Request<T> request) {
    try {
      return request.make();
    } catch (RequestFailedException e) {
      throw unreachable(e);
    }
  }

  private UnreachableGitLabException unreachable(RequestFailedException failure) {
    return new UnreachableGitLabException(
        Refused.reason(failure, connection.project().address(), Refused.Use.WRITING), failure);
  }

  /** The project's number. */
  long id() {
    return connection.project().id();
  }

  /** Who the token belongs to. */
  long user() {
    return made(() -> connection.requests().one(Call.get("user", Map.of()))).path("id").asLong();
  }

  /** Reads one record below the project; empty where there is none. */
  Optional<JsonNode> one(String path) {
    return made(() -> connection.requests().find(Call.get(below(path), Map.of())));
  }

  /** Reads a list below the project, every page of it. */
  List<JsonNode> all(String path, Map<String, String> query) {
    return made(() -> connection.requests().all(Call.get(below(path), query)));
  }

  /**
   * Makes something new below the project.
   *
   * @return any answer that says what happened
   * @throws LostAnswerException where there is none that does
   */
  Answer create(String path, JsonNode body) throws LostAnswerException {
    return write(Call.post(below(path), body));
  }

  /** Changes what is there; otherwise as {@link #create}. */
  Answer change(String path, JsonNode body) throws LostAnswerException {
    return write(Call.put(below(path), body));
  }

  private Answer write(Call call) throws LostAnswerException {
    try {
      return connection.requests().write(call);
    } catch (RequestFailedException e) {
      throw unreachable(e);
    }
  }

  private String below(String path) {
    return connection.project().root() + path;
  }
}
