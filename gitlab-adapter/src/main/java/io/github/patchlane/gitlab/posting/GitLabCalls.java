package io.github.patchlane.gitlab.posting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.gitlab.ProjectAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests to one project. Reads are repeated until there is an answer; writes are repeated only
 * where the server surely did nothing. Once the project's number is known it is asked for by that,
 * so that being moved does not matter. The token goes into one header of requests to one server.
 */
final class GitLabCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** Where a server says "later" and not when: its windows are minutes. */
  private static final Duration LATER = Duration.ofMinutes(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int READS = 6;
  private static final int REFUSALS = 30;
  private static final int PAGE = 100;

  private final ProjectAddress project;
  private final String token;
  private final Transport transport;
  private final Pause pause;
  private Optional<JsonNode> known = Optional.empty();

  GitLabCalls(ProjectAddress project, String token, Transport transport, Pause pause) {
    this.project = project;
    this.token = token;
    this.transport = transport;
    this.pause = pause;
  }

  /** The project as the server describes it, asked for once. */
  JsonNode project() {
    if (known.isEmpty()) {
      Answer answer = read(api("/projects/" + encoded(project.path())));
      for (int moved = 0; isMoved(answer) && moved < 5; moved++) {
        answer = read(elsewhere(answer));
      }
      known = Optional.of(success(answer, "the project").json());
    }
    return known.get();
  }

  /** A new address on the same server; another server is not told the token. */
  private URI elsewhere(Answer answer) {
    URI there = project.server().resolve(answer.header("Location").orElse("/"));
    if (!there.getAuthority().equals(project.server().getAuthority())) {
      throw new UnreachableGitLabException(
          project + " has moved to " + there.getAuthority() + "; name it by its address there");
    }
    return there;
  }

  private static boolean isMoved(Answer answer) {
    return answer.status() >= 301 && answer.status() <= 308 && answer.status() != 304;
  }

  /** Who the token belongs to. */
  long user() {
    return success(read(api("/user")), "the token's owner").json().path("id").asLong();
  }

  /** Reads one record below the project; empty where there is none. */
  Optional<JsonNode> one(String path) {
    Answer answer = read(below(path));
    return answer.status() == 404 ? Optional.empty() : Optional.of(success(answer, path).json());
  }

  /**
   * Reads a list below the project, every page of it. Records may slide from page to page while
   * others change; each is taken once, and the list is read again where one is missing.
   */
  List<JsonNode> all(String path) {
    List<JsonNode> found = List.of();
    for (int reading = 0; reading < READS; reading++) {
      Set<String> ids = new LinkedHashSet<>();
      found = new ArrayList<>();
      Optional<Long> total = Optional.empty();
      Optional<String> page = Optional.of("1");
      while (page.isPresent()) {
        String query =
            (path.contains("?") ? "&" : "?") + "per_page=" + PAGE + "&page=" + page.get();
        Answer answer = success(read(below(path + query)), path);
        for (JsonNode record : answer.json()) {
          if (ids.add(record.path("id").asText())) {
            found.add(record);
          }
        }
        total = answer.header("X-Total").filter(n -> !n.isBlank()).map(Long::valueOf);
        page = answer.header("X-Next-Page").filter(next -> !next.isBlank());
      }
      if (total.isEmpty() || total.get() <= found.size()) {
        return found;
      }
    }
    return found;
  }

  /**
   * Writes below the project.
   *
   * @return any answer that says what happened
   * @throws LostAnswerException where there is none that does
   */
  Answer write(String method, String path, JsonNode body) throws LostAnswerException {
    URI address = below(path);
    for (int tries = 0; tries < REFUSALS; tries++) {
      Answer answer;
      try {
        answer = send(method, address, Optional.of(body));
      } catch (IOException e) {
        throw new LostAnswerException(what(e));
      }
      if (answer.status() == 429) {
        pause.pass(later(answer));
      } else if (answer.status() >= 500) {
        throw new LostAnswerException(answer.reason());
      } else if (answer.status() == 401) {
        throw refused();
      } else {
        return answer;
      }
    }
    throw new UnreachableGitLabException(
        project + ": the server goes on asking to come later; run again when it has time");
  }

  private Answer read(URI address) {
    Duration wait = FIRST_PAUSE;
    String trouble = "";
    int failures = 0;
    for (int tries = 0; tries < REFUSALS && failures < READS; tries++) {
      try {
        Answer answer = send("GET", address, Optional.empty());
        if (answer.status() == 401) {
          throw refused();
        }
        if (answer.status() == 429) {
          trouble = answer.reason();
          pause.pass(later(answer));
          continue;
        }
        if (answer.status() < 500 && answer.status() != 408) {
          return answer;
        }
        trouble = answer.reason();
      } catch (IOException e) {
        trouble = what(e);
      }
      failures++;
      pause.pass(wait);
      wait = wait.multipliedBy(2);
    }
    throw new UnreachableGitLabException(
        project + " does not answer (" + trouble + "); run again when it does");
  }

  private UnreachableGitLabException refused() {
    return new UnreachableGitLabException(
        project + " does not accept the token: GITLAB_TOKEN must hold one with the scope \"api\"");
  }

  private Answer success(Answer answer, String what) {
    if (answer.ok()) {
      return answer;
    }
    throw new UnreachableGitLabException(
        project
            + ": cannot read "
            + what
            + " ("
            + answer.reason()
            + "); see that it is there and that the token may see it");
  }

  private static Duration later(Answer answer) {
    Duration asked =
        answer
            .header("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(LATER);
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private static String what(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  private Answer send(String method, URI address, Optional<JsonNode> body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("PRIVATE-TOKEN", token)
            .header("Accept", "application/json")
            .method(
                method,
                body.map(GitLabCalls::content).orElseGet(HttpRequest.BodyPublishers::noBody));
    body.ifPresent(json -> request.header("Content-Type", "application/json"));
    try {
      return Answer.of(transport.send(request.build()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableGitLabException("interrupted; run again to go on", e);
    }
  }

  private static HttpRequest.BodyPublisher content(JsonNode json) {
    try {
      return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(json));
    } catch (IOException e) {
      throw new IllegalStateException("a tree of texts can be written", e);
    }
  }

  private URI below(String path) {
    return api("/projects/" + project().path("id").asLong() + path);
  }

  private URI api(String path) {
    return URI.create(project.server() + "/api/v4" + path);
  }

  /** A value as it stands in a path or a query. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
