package io.github.patchlane.gitlab.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the server answered, whatever it was. */
public final class Answer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_REASON = 300;

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * Takes an answer as it came.
   *
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

  /** Whether the server did what it was asked; 202 is among these, though nothing is stored. */
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** A header that is there and not blank. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  boolean isJson() {
    return header("content-type").filter(type -> type.contains("json")).isPresent();
  }

  /** What it says; the array is not to be changed. */
  public byte[] body() {
    return body;
  }

  /** What it says, read; missing where it is no JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** Its status and what the server says is wrong, in one line of bounded length. */
  public String reason() {
    String words = words();
    return words.startsWith(Integer.toString(status)) ? words : (status + " " + words).strip();
  }

  private String words() {
    JsonNode json = json();
    JsonNode said =
        json.path("message").isMissingNode() ? json.path("error") : json.path("message");
    if (said.isMissingNode()) {
      return excerpt();
    }
    return oneLine(said.isTextual() ? said.asText() : said.toString());
  }

  /** The start of the body, in one line. */
  String excerpt() {
    return oneLine(
        new String(body, 0, Math.min(body.length, LONGEST_REASON), StandardCharsets.UTF_8));
  }

  private static String oneLine(String text) {
    int end = Math.min(text.length(), LONGEST_REASON);
    boolean half = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, half ? end - 1 : end).replaceAll("\\s+", " ").strip();
  }
}
