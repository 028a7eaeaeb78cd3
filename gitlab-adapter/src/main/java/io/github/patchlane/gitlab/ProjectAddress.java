package io.github.patchlane.gitlab;

import io.github.patchlane.core.contribution.ContributionId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A project on a GitLab server.
 *
 * @param server scheme, host and port, and the path under which GitLab itself lies, without a last
 *     slash
 * @param path groups and project: {@code xen-project/xen}
 */
public record ProjectAddress(URI server, String path) {
  private static final String SCHEME = "gitlab:";

  public ProjectAddress {
    Objects.requireNonNull(server);
    if (path.isBlank() || path.startsWith("/") || path.endsWith("/") || path.indexOf('/') < 0) {
      throw new IllegalArgumentException("a project's path is GROUP/PROJECT: \"" + path + '"');
    }
  }

  /**
   * Reads {@code gitlab:https://HOST/GROUP/PROJECT}, with or without the first word, as copied from
   * a browser: a page below the project, {@code .git} and a last slash are taken off.
   *
   * @return empty where it is no such address
   */
  public static Optional<ProjectAddress> parse(String text) {
    String address = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
    try {
      URI uri = new URI(address.strip());
      if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("https?")) {
        return Optional.empty();
      }
      String path = projectPath(uri.getPath());
      if (path.indexOf('/') < 1) {
        return Optional.empty();
      }
      URI server =
          new URI(
              uri.getScheme(),
              null,
              uri.getHost().toLowerCase(Locale.ROOT),
              uri.getPort(),
              null,
              null,
              null);
      return Optional.of(new ProjectAddress(server, path));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String projectPath(String path) {
    int page = path.indexOf("/-/");
    String project = page < 0 ? path : path.substring(0, page);
    project = project.replaceAll("^/+|/+$", "");
    return project.endsWith(".git") ? project.substring(0, project.length() - 4) : project;
  }

  /**
   * The name of one of its merge requests as a contribution: {@code gitlab:host/group/project!7}.
   */
  public ContributionId contribution(int iid) {
    if (iid < 1) {
      throw new IllegalArgumentException("merge requests are counted from 1: " + iid);
    }
    return new ContributionId(
        SCHEME + server.getAuthority() + server.getPath() + "/" + path + "!" + iid);
  }

  /**
   * This, and what else it may mean where GitLab lies under a path of its host: {@code
   * https://host/gitlab/group/project} may be a project in a nested group, or one of a GitLab at
   * {@code https://host/gitlab}.
   */
  public List<ProjectAddress> readings() {
    List<ProjectAddress> readings = new ArrayList<>();
    String above = server.toString();
    String below = path;
    readings.add(this);
    for (int slash = below.indexOf('/');
        below.indexOf('/', slash + 1) > 0;
        slash = below.indexOf('/')) {
      above += "/" + below.substring(0, slash);
      below = below.substring(slash + 1);
      readings.add(new ProjectAddress(URI.create(above), below));
    }
    return readings;
  }

  /** Whether both lie on one host. */
  public boolean isBeside(ProjectAddress other) {
    return Objects.equals(server.getScheme(), other.server.getScheme())
        && Objects.equals(server.getAuthority(), other.server.getAuthority());
  }

  /** The project's page on the web. */
  public String page() {
    return server + "/" + path;
  }

  @Override
  public String toString() {
    return SCHEME + server + "/" + path;
  }
}
