package io.github.patchlane.mailinglist.message;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether a file of no known type starts like a patch. */
final class PatchLook {
  private static final int LOOKED_AT = 16 * 1024;

  private static final List<byte[]> STARTS =
      List.of(bytes("diff --git "), bytes("Index: "), bytes("--- a/"), bytes("@@ -"));

  private PatchLook() {}

  static boolean is(Slice file) {
    Slice head = file.to(Math.min(file.end, file.start + LOOKED_AT));
    for (int at = head.start; at < head.end; at = head.indexOf((byte) '\n', at) + 1) {
      for (byte[] start : STARTS) {
        if (head.hasAt(at, start)) {
          return true;
        }
      }
    }
    return isMarkedPatch(head);
  }

  private static boolean isMarkedPatch(Slice head) {
    return MailCharset.marked(head)
        .map(charset -> new String(head.array, head.start, head.length(), charset))
        .filter(text -> text.contains("\ndiff --git ") || text.contains("\n@@ -"))
        .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
