package io.github.patchlane.core.contribution;

import java.util.List;

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

  /** A message-id as people write it, without blanks around it and its angle brackets. */
  public static String bare(String text) {
    String name = text.strip();
    return name.startsWith("<") && name.endsWith(">") && name.length() > 1
        ? name.substring(1, name.length() - 1).strip()
        : name;
  }

  /**
   * The mails that running text names, in order: by message-id, or by the address of a page in a
   * mail archive, such as {@code https://lore.kernel.org/r/ID}. Any part of a path or query with an
   * {@code @} in it is taken for one: no other page is named so. So is a mail address; give it text
   * that holds none.
   */
  public static List<MessageId> namedIn(String text) {
    return NamedMails.in(text);
  }

  // Spelled out, for these are asked for more than anything else in reading an archive, and what a
  // record makes of itself is several times slower until the optimising compiler gets to it.

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof MessageId that && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
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
