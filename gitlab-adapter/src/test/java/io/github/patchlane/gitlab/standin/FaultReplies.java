package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The answers of a server in trouble. */
final class FaultReplies {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FaultReplies() {}

  static Reply throttled(World world, Faults faults) {
    Instant reset = world.now().plusSeconds(faults.retryAfter());
    return Reply.text(429, "Retry later\n")
        .with("RateLimit-Limit", "60")
        .with("RateLimit-Name", "throttle_authenticated_api")
        .with("RateLimit-Observed", "67")
        .with("RateLimit-Remaining", "0")
        .with("RateLimit-Reset", String.valueOf(reset.getEpochSecond()))
        .with(
            "RateLimit-ResetTime",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(reset.atOffset(ZoneOffset.UTC)))
        .with("Retry-After", String.valueOf(faults.retryAfter()));
  }

  /** The headers speak of the other limiter, which has plenty left. */
  static Reply limited(Faults faults) {
    ObjectNode body = Entities.object();
    body.putObject("message")
        .put("error", "This endpoint has been requested too many times. Try again later.");
    return Reply.json(429, body)
        .with("RateLimit-Limit", "2000")
        .with("RateLimit-Remaining", "1998")
        .with("Retry-After", String.valueOf(faults.retryAfter()));
  }

  static Reply serverError() {
    return Reply.message(500, "500 Internal Server Error");
  }

  static Reply unavailable(Faults faults) {
    return Reply.text(503, "GitLab is not responding\n")
        .with("Retry-After", String.valueOf(faults.retryAfter()));
  }

  static Reply badGateway() {
    return Reply.text(502, "GitLab: 502 Bad Gateway\n");
  }

  static Reply accepted() {
    ObjectNode body = Entities.object();
    body.putObject("commands_changes");
    body.putArray("summary");
    return Reply.json(202, body);
  }

  /** A refusal is passed on; a success becomes the conflict with what was just made. */
  static Reply duplicate(Reply made) {
    if (made.status() != 201) {
      return made;
    }
    try {
      int iid = MAPPER.readTree(made.body().bytes()).path("iid").asInt();
      return Reply.messages(
          409, "Another open merge request already exists for this source branch: !" + iid);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
