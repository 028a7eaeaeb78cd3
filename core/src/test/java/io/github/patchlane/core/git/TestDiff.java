package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.PatchContent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;

/** Diffs that replace whole files, as git prints them; ends of lines aside, any content will do. */
final class TestDiff {
  private static final String NO_BLOB = "0000000";

  private TestDiff() {}

  static String blob(String content) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8)).name();
    }
  }

  private static String id(String content) {
    return content.isEmpty() ? NO_BLOB : blob(content).substring(0, 7);
  }

  /** An empty content stands for no file. */
  static String of(String path, String before, String after) {
    String mode =
        before.isEmpty()
            ? "new file mode 100644\n"
            : after.isEmpty() ? "deleted file mode 100644\n" : "";
    return String.format("diff --git a/%s b/%s\n%s", path, path, mode)
        + String.format("index %s..%s%s\n", id(before), id(after), mode.isEmpty() ? " 100644" : "")
        + names(
            before.isEmpty() ? "/dev/null" : "a/" + path,
            after.isEmpty() ? "/dev/null" : "b/" + path)
        + hunk(before, after);
  }

  static String withoutIds(String path, String before, String after) {
    return names("a/" + path, "b/" + path) + hunk(before, after);
  }

  static String rename(String from, String to, String before, String after) {
    return String.format("diff --git a/%s b/%s\nsimilarity index 90%%\n", from, to)
        + String.format("rename from %s\nrename to %s\n", from, to)
        + String.format("index %s..%s 100644\n", id(before), id(after))
        + names("a/" + from, "b/" + to)
        + hunk(before, after);
  }

  private static String names(String before, String after) {
    return String.format("--- %s\n+++ %s\n", before, after);
  }

  private static String hunk(String before, String after) {
    StringBuilder hunk = new StringBuilder("@@ -");
    hunk.append(range(before)).append(" +").append(range(after)).append(" @@\n");
    before.lines().forEach(line -> hunk.append('-').append(line).append('\n'));
    after.lines().forEach(line -> hunk.append('+').append(line).append('\n'));
    return hunk.toString();
  }

  private static String range(String content) {
    long lines = content.lines().count();
    return (lines == 0 ? 0 : 1) + "," + lines;
  }

  static PatchContent patch(String id, String... diffs) {
    return new PatchContent(
        new MessageId(id),
        new Person("Ada Lowe", "ada@example.org"),
        Optional.empty(),
        id + "\n",
        String.join("", diffs).getBytes(StandardCharsets.UTF_8));
  }
}
