package io.github.patchlane.gitlab.standin;

/** Leaves a route early with the answer GitLab gives there. */
final class Refusal extends RuntimeException {
  private final transient Reply reply;

  Refusal(Reply reply) {
    super(reply.status() + " " + reply.text(), null, false, false);
    this.reply = reply;
  }

  static Refusal notFound(String what) {
    return new Refusal(Reply.message(404, "404 " + what + " Not Found"));
  }

  static Refusal forbidden() {
    return new Refusal(Reply.message(403, "403 Forbidden"));
  }

  static Refusal unauthorized() {
    return new Refusal(Reply.message(401, "401 Unauthorized"));
  }

  static Refusal badRequest(String text) {
    return new Refusal(Reply.message(400, "400 Bad request - " + text));
  }

  Reply reply() {
    return reply;
  }
}
