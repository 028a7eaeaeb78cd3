package io.github.patchlane.gitlab.standin;

import java.util.Map;
import java.util.Optional;

/**
 * One request to the API, recognised.
 *
 * @param variables the path's variables, decoded: {@code :iid} under {@code iid}
 * @param user whose token it carries; nobody for an anonymous request
 */
record Call(
    Operation operation,
    String path,
    String query,
    Map<String, String> variables,
    Parameters parameters,
    Optional<StandInUser> user) {

  String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException(operation.name() + " has no :" + name);
    }
    return value;
  }

  StandInUser signedIn() {
    return user.orElseThrow(Refusal::unauthorized);
  }
}
