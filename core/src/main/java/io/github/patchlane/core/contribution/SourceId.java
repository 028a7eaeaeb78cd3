package io.github.patchlane.core.contribution;

/**
 * The public name of one thing that can be looked up where it came from: a mail by its message-id,
 * a commit by its hash, anything on the web by its address.
 */
public sealed interface SourceId permits MessageId, CommitId, WebAddress {
  /** The name as it is printed and compared. */
  String value();

  /**
   * Reads a name back by its shape: an address has {@code ://}, a commit is 40 or 64 hex digits,
   * all else is a message-id.
   *
   * @throws IllegalArgumentException when the text is blank
   */
  static SourceId parse(String text) {
    if (text.contains("://")) {
      return new WebAddress(text);
    }
    return CommitId.isValid(text) ? new CommitId(text) : new MessageId(text);
  }
}
