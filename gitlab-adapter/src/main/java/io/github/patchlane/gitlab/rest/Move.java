package io.github.patchlane.gitlab.rest;

import java.net.URI;
import java.util.Locale;

/** A project that was renamed answers with the address it has now. */
final class Move {
  private Move() {}

  static boolean isOne(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  /** The same call at the new address, where that is on the same server; the query is kept. */
  static Call follow(Call call, Answer answer, URI server) throws RequestFailedException {
    String location = answer.header("location").orElse("");
    URI target;
    try {
      target = server.resolve(location);
    } catch (IllegalArgumentException e) {
      throw RequestFailedException.elsewhere(answer, "moved to no address: " + location);
    }
    String api = server.getRawPath() + "/api/v4/";
    String path = String.valueOf(target.getRawPath());
    String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
    if (!host.equals(server.getHost())
        || target.getPort() != server.getPort()
        || !path.startsWith(api)) {
      throw RequestFailedException.elsewhere(
          answer,
          "moved to " + location + ", where the token was not sent; name the project there");
    }
    if (!String.valueOf(target.getScheme()).equals(server.getScheme())) {
      throw RequestFailedException.elsewhere(
          answer, "moved to " + target.getScheme() + ": name the project so");
    }
    return call.at(path.substring(api.length()));
  }
}
