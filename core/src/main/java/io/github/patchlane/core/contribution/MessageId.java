package io.github.patchlane.core.contribution;

/**
 * A mail's Message-ID without its angle brackets, in the case it was given: the part before the
 * {@code @} is case-sensitive (RFC 5322).
 *
 * @param value never blank; no line break, no angle bracket at either end
 */
public record MessageId(String value) implements SourceId, Comparable<MessageId> {
  public MessageId {
    if (value.isBlank() || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("not a message-id: \"" + value + '"');
    }
    if (value.startsWith("<") || value.endsWith(">")) {
      throw new IllegalArgumentException("message-id with its angle brackets on: " + value);
    }
  }

  @Override
  public int compareTo(MessageId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
