package io.github.patchlane.gitlab.rest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the server answered, whatever it was. */
public final class Answer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * @param headers names in lower case
   */
  public Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  public int status() {
    return status;
  }

  /** A header that is there and not blank. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  public boolean isJson() {
    return header("content-type").filter(type -> type.contains("json")).isPresent();
  }

  /** What it says; the array is not to be changed. */
  public byte[] body() {
    return body;
  }

  /** The start of what it says, in one line. */
  String excerpt() {
    String text = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
    return text.replaceAll("\\s+", " ").strip();
  }
}
