package io.github.patchlane.gitlab.rest;

import java.io.IOException;

/** Carries requests to one server and answers back. Thread-safe. */
public interface Wire extends AutoCloseable {
  /**
   * Sends once and follows no redirect.
   *
   * @throws IOException where no answer came; its message never holds a token
   */
  Answer send(Call call) throws IOException;

  @Override
  void close();
}
