package io.github.patchlane.gitlab.rest;

import io.github.patchlane.gitlab.ProjectAddress;

/** Says in a person's words why a project cannot be used, and what to do about it. */
public final class Refused {
  private Refused() {}

  /** What a token is for, and what it must be allowed. */
  public enum Use {
    READING("read_api and read_repository", "Reporter"),
    WRITING("api and write_repository", "Developer");

    private final String scopes;
    private final String role;

    Use(String scopes, String role) {
      this.scopes = scopes;
      this.role = role;
    }
  }

  /** One line, without the token. */
  public static String reason(RequestFailedException failure, ProjectAddress project, Use use) {
    String said = failure.getMessage();
    return project
        + ": "
        + switch (failure.status()) {
          case 401 ->
              "the server does not accept the token (401): it may have expired; make one with the"
                  + " scopes "
                  + use.scopes;
          case 403 ->
              "the token does not allow this ("
                  + said
                  + "): it needs the scopes "
                  + use.scopes
                  + ", its owner at least the role "
                  + use.role;
          case 404 ->
              "no such project, or none that the token's owner may see (404): check the path,"
                  + " GROUP/PROJECT";
          case 429 -> "the server goes on refusing (429): try again later";
          default -> said;
        };
  }
}
