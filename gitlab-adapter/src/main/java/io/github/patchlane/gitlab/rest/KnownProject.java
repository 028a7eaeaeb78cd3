package io.github.patchlane.gitlab.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.gitlab.ProjectAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A project as the server knows it.
 *
 * @param id which no move changes; what is asked of the project goes by it
 * @param address as it is called now, whatever it was asked for by
 * @param git where git fetches from and pushes to, on the host that the token is for
 */
public record KnownProject(long id, ProjectAddress address, URI git) {
  static KnownProject find(Requests requests, ProjectAddress asked) throws RequestFailedException {
    String encoded = URLEncoder.encode(asked.path(), StandardCharsets.UTF_8).replace("+", "%20");
    JsonNode node = requests.one(Call.get("projects/" + encoded, Map.of()));
    long id = node.path("id").asLong(0);
    if (id < 1) {
      throw RequestFailedException.foreign("the answer describes no project: is this GitLab?");
    }
    String path = node.path("path_with_namespace").asText("");
    ProjectAddress now = path.indexOf('/') > 0 ? new ProjectAddress(asked.server(), path) : asked;
    return new KnownProject(id, now, git(now, node.path("http_url_to_repo").asText("")));
  }

  /** The server's word for it, where that is on the host that the token is for. */
  private static URI git(ProjectAddress project, String said) {
    URI own = URI.create(project.page() + ".git");
    try {
      URI uri = URI.create(said);
      boolean same =
          own.getHost().equals(uri.getHost())
              && own.getPort() == uri.getPort()
              && own.getScheme().equals(uri.getScheme())
              && uri.getUserInfo() == null;
      return same ? uri : own;
    } catch (IllegalArgumentException e) {
      return own;
    }
  }

  /** The path that requests about it begin with. */
  public String root() {
    return "projects/" + id;
  }
}
