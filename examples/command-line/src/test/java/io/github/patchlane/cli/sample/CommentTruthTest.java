package io.github.patchlane.cli.sample;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.review.LineAnchor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds each anchored line again by counting in the patch mail, and its quote in the reply. */
class CommentTruthTest {
  @TempDir Path directory;

  @Test
  void theAnchoredLineStandsQuotedRightAboveTheRemark() throws Exception {
    SampleTruth truth =
        SampleProject.write(
            directory, new SampleOptions(6, 40, LocalDate.of(2025, 1, 6), 100, false));
    Map<String, String> mails =
        Archive.mails(directory.resolve(SampleProject.LIST)).stream()
            .collect(Collectors.toMap(Archive::id, Function.identity(), (one, copy) -> one));
    int checked = 0;
    for (SampleTruth.Contribution contribution : truth.contributions()) {
      for (SampleTruth.Comment comment : contribution.comments()) {
        String patch = mails.getOrDefault(comment.anchor().patch().toString(), "");
        String reply = mails.getOrDefault(comment.mail().value(), "");
        if (!plain(patch) || !plain(reply)) {
          continue;
        }
        String line = line(patch.lines().toList(), comment.anchor()).orElseThrow();
        assertTrue(
            standsAboveARemark(reply.lines().toList(), line, comment.depth()),
            line + "\nis not quoted above a remark in\n" + reply);
        checked++;
      }
    }
    assertTrue(checked > 100, checked + " comments checked");
  }

  private static boolean plain(String mail) {
    return mail.contains("Content-Transfer-Encoding: 7bit")
        || mail.contains("Content-Transfer-Encoding: 8bit");
  }

  private static boolean standsAboveARemark(List<String> reply, String line, int depth) {
    for (int i = 0; i + 1 < reply.size(); i++) {
      String quoted = ">".repeat(depth) + " " + line;
      String next = reply.get(i + 1);
      if (reply.get(i).equals(quoted) && depthOf(next) == depth - 1) {
        return true;
      }
    }
    return false;
  }

  private static int depthOf(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  private static Optional<String> line(List<String> mail, LineAnchor anchor) {
    String path = "";
    int oldLine = 0;
    int newLine = 0;
    for (String text : mail) {
      if (text.startsWith("diff --git ")) {
        path = text.substring(text.indexOf(" b/") + 3);
        oldLine = 0;
        newLine = 0;
      } else if (text.startsWith("@@ -")) {
        String[] ranges = text.split("[ ,]", -1);
        oldLine = Integer.parseInt(ranges[1].substring(1));
        newLine = Integer.parseInt(text.substring(text.indexOf('+') + 1).split("[ ,]", 2)[0]);
      } else if (path.equals(anchor.path()) && newLine + oldLine > 0) {
        boolean onNew = !text.startsWith("-");
        boolean onOld = !text.startsWith("+");
        if ((onNew && anchor.side() == LineAnchor.Side.NEW && newLine == anchor.line())
            || (!onNew && anchor.side() == LineAnchor.Side.OLD && oldLine == anchor.line())) {
          return Optional.of(text);
        }
        newLine += onNew ? 1 : 0;
        oldLine += onOld ? 1 : 0;
      }
    }
    return Optional.empty();
  }
}
