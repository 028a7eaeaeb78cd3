package io.github.patchlane.gitlab.standin;

import java.nio.charset.StandardCharsets;

/** The body of a request or an answer; whoever makes or reads one leaves its bytes alone. */
final class Payload {
  static final Payload NONE = new Payload(new byte[0]);

  private final byte[] bytes;

  Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  static Payload of(String text) {
    return new Payload(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return bytes;
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }
}
