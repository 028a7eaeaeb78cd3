package io.github.patchlane.mailinglist.series;

import java.util.ArrayList;
import java.util.List;

/** The words of a posting that become no part of a commit. */
final class PatchNotes {
  private PatchNotes() {}

  static String of(PatchText text) {
    String own = text.text();
    if (text.diff().isEmpty()) {
      return withoutSignature(own).strip();
    }
    int start = own.indexOf("\n---\n");
    int end = diffStart(own);
    if (start < 0 || end < 0 || start + 5 > end) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    for (String line : own.substring(start + 5, end).lines().toList()) {
      if (!isStatistics(line)) {
        kept.add(line);
      }
    }
    return String.join("\n", kept).strip();
  }

  private static int diffStart(String text) {
    int git = text.indexOf("\ndiff --git ");
    int plain = text.indexOf("\n--- ");
    return git < 0 ? plain : plain < 0 ? git : Math.min(git, plain);
  }

  /** {@code path | 3 ++-}, {@code 1 file changed, …}, {@code create mode 100644 path}. */
  private static boolean isStatistics(String line) {
    if (!line.startsWith(" ")) {
      return false;
    }
    String words = line.strip();
    int bar = words.lastIndexOf(" | ");
    return (bar > 0 && words.substring(bar + 3).strip().chars().noneMatch(Character::isLowerCase))
        || (bar > 0 && words.startsWith("Bin ", bar + 3))
        || words.contains(" changed, ")
        || words.endsWith(" changed")
        || words.startsWith("create mode ")
        || words.startsWith("delete mode ")
        || words.startsWith("mode change ")
        || words.startsWith("rename ");
  }

  private static String withoutSignature(String text) {
    int signature = text.startsWith("-- \n") ? 0 : text.lastIndexOf("\n-- \n");
    return signature < 0 ? text : text.substring(0, signature);
  }
}
