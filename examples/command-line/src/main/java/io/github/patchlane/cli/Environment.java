package io.github.patchlane.cli;

import io.github.patchlane.gitlab.AccessToken;
import java.util.Map;
import java.util.Optional;

/** The variables around the command: where secrets come from, so that none is on a command line. */
final class Environment {
  private static final String TOKEN = "GITLAB_TOKEN";
  private static final String PASSWORD = "PATCHLANE_SMTP_PASSWORD";

  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  private Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * The token for GitLab.
   *
   * @param scopes that it needs, as a person is told who has none
   * @throws UsageException where there is none, or none that can be one
   */
  AccessToken gitLabToken(String scopes) {
    String secret =
        get(TOKEN)
            .orElseThrow(
                () ->
                    new UsageException(
                        TOKEN
                            + " is not set: make a token with the scopes "
                            + scopes
                            + " in your GitLab preferences and put it there"));
    try {
      return new AccessToken(secret);
    } catch (IllegalArgumentException e) {
      throw new UsageException(TOKEN + ": " + e.getMessage(), e);
    }
  }

  /** The password for the mail server, where one is set. */
  Optional<String> mailPassword() {
    return get(PASSWORD);
  }
}
