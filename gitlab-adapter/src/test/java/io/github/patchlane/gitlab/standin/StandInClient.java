package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A bare HTTP client for the stand-in's own tests. */
final class StandInClient {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final GitLabStandIn gitlab;
  private final String token;

  StandInClient(GitLabStandIn gitlab, StandInUser user) {
    this.gitlab = gitlab;
    this.token = user.token();
  }

  HttpResponse<String> send(String method, String path, Map<String, ?> json) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gitlab.url() + "/api/v4" + path))
            .header("PRIVATE-TOKEN", token)
            .header("Content-Type", "application/json")
            .method(
                method,
                json.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(json)));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    return send("GET", path, Map.of());
  }

  HttpResponse<String> post(String path, Map<String, ?> json) throws IOException {
    return send("POST", path, json);
  }

  HttpResponse<String> put(String path, Map<String, ?> json) throws IOException {
    return send("PUT", path, json);
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException malformed) {
      throw new UncheckedIOException(response.body(), malformed);
    }
  }

  JsonNode read(String path) throws IOException {
    return json(get(path));
  }
}
