package io.github.patchlane.core.rangediff;

import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.source.PatchContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a patch down as {@code git range-diff} does to compare it: each part under a heading of
 * its own, without line numbers and ids, which a mere rebase changes.
 */
final class RangePatchText {
  private static final String INDENT = "    ";
  private static final byte[] AT = {'@', '@'};

  private final PatchContent patch;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int diffLines;

  RangePatchText(PatchContent patch) {
    this.patch = patch;
  }

  RangePatch read() {
    line(" ## Metadata ##");
    line("Author: " + patch.author().name() + " <" + patch.author().email() + ">");
    line("");
    int messageStart = out.size();
    line(" ## Commit message ##");
    MessageLines message = MessageLines.of(patch.message());
    message.lines().forEach(this::messageLine);
    byte[] bytes = patch.diff();
    UnifiedDiff diff = UnifiedDiff.parse(bytes);
    int diffStart = out.size();
    for (FileDiff file : diff.files()) {
      line("");
      diffStart = diffLines == 0 ? out.size() : diffStart;
      file(file, bytes);
    }
    return new RangePatch(
        patch, message.title(), out.toByteArray(), messageStart, diffStart, diffLines);
  }

  private void messageLine(String line) {
    line(line.isEmpty() ? "" : INDENT + ExpandedTabs.of(line));
  }

  private void file(FileDiff file, byte[] bytes) {
    StringBuilder heading = new StringBuilder(" ## ");
    switch (file.change()) {
      case ADDED -> heading.append(file.path()).append(" (new)");
      case DELETED -> heading.append(file.path()).append(" (deleted)");
      case RENAMED ->
          heading.append(file.oldPath().orElseThrow()).append(" => ").append(file.path());
      default -> heading.append(file.path());
    }
    if (file.oldMode().isPresent()
        && file.newMode().isPresent()
        && file.oldMode().getAsInt() != file.newMode().getAsInt()) {
      heading.append(
          String.format(
              " (mode change %06o => %06o)", file.oldMode().getAsInt(), file.newMode().getAsInt()));
    }
    line(heading.append(" ##").toString());
    diffLines++;
    if (file.content() != FileDiff.Content.TEXT) {
      line(
          String.format(
              " Binary files %s and %s differ",
              file.oldPath().orElse("/dev/null"), file.newPath().orElse("/dev/null")));
      diffLines++;
    }
    file.hunks().forEach(hunk -> hunk(hunk, file.path(), bytes));
  }

  private void hunk(DiffHunk hunk, String path, byte[] bytes) {
    out.writeBytes(AT);
    int end = hunk.start();
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    int section = section(bytes, hunk.start(), end);
    int sectionEnd = end > section && bytes[end - 1] == '\r' ? end - 1 : end;
    if (section < sectionEnd) {
      text(" " + path + ":");
      out.write(bytes, section, sectionEnd - section);
    }
    line("");
    for (int i = 0; i < hunk.size(); i++) {
      boolean marker = hunk.kind(i) == LineKind.NO_NEWLINE;
      text(marker ? " \\" : String.valueOf(hunk.kind(i).marker()));
      out.writeBytes(hunk.content(i));
      line("");
    }
    diffLines += hunk.size() + 1;
  }

  /** Behind the second {@code @@} of a hunk's header. */
  private static int section(byte[] bytes, int start, int end) {
    for (int p = start + AT.length; p + 1 < end; p++) {
      if (bytes[p] == '@' && bytes[p + 1] == '@') {
        return p + AT.length;
      }
    }
    return end;
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void line(String line) {
    text(line);
    out.write('\n');
  }
}
