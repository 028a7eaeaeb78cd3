package io.github.patchlane.mailinglist.message;

/**
 * One node of a mail's MIME tree: what its header says of its content, and the content as it was
 * sent.
 */
record Entity(ContentField type, ContentField disposition, String encoding, Slice content) {
  static Entity of(HeaderBlock header, String fallbackType) {
    return new Entity(
        ContentField.type(header.folded("content-type"), fallbackType),
        ContentField.disposition(header.folded("content-disposition")),
        header.folded("content-transfer-encoding"),
        header.body());
  }

  boolean isMultipart() {
    return type.value().startsWith("multipart/");
  }

  boolean isAttachment() {
    return disposition.value().equals("attachment");
  }

  /** As the mail names it; empty where it does not. */
  String fileName() {
    String name = disposition.parameter("filename");
    return EncodedWords.decode(name.isEmpty() ? type.parameter("name") : name);
  }
}
