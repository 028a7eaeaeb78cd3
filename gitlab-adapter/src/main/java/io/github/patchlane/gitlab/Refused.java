package io.github.patchlane.gitlab;

import io.github.patchlane.gitlab.rest.RequestFailedException;

/** Says in a person's words why a project cannot be read, and what to do about it. */
final class Refused {
  private Refused() {}

  static String reason(RequestFailedException failure, ProjectAddress project) {
    String said = failure.getMessage();
    return project
        + ": "
        + switch (failure.status()) {
          case 401 ->
              "the server does not accept the token (401): it may have expired; make one with the"
                  + " scopes read_api and read_repository";
          case 403 ->
              "the token may not read this ("
                  + said
                  + "): it needs the scopes read_api and read_repository, its owner at least the"
                  + " role Reporter";
          case 404 ->
              "no such project, or none that the token's owner may see (404): check the path,"
                  + " GROUP/PROJECT";
          case 429 -> "the server goes on refusing (429): try again later";
          default -> said;
        };
  }
}
