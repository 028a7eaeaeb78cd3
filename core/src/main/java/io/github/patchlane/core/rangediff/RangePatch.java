package io.github.patchlane.core.rangediff;

import io.github.patchlane.core.source.PatchContent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A patch as the text that two revisions of it are compared by: author, message and diff. */
final class RangePatch {
  private final PatchContent patch;
  private final String title;
  private final byte[] text;
  private final int messageStart;
  private final int diffStart;
  private final int diffLines;

  /**
   * @param messageStart where in the text the message starts
   * @param diffStart where in the text the diff starts; its end where there is none
   * @param diffLines the size of the diff
   */
  RangePatch(
      PatchContent patch,
      String title,
      byte[] text,
      int messageStart,
      int diffStart,
      int diffLines) {
    this.patch = patch;
    this.title = title;
    this.text = text;
    this.messageStart = messageStart;
    this.diffStart = diffStart;
    this.diffLines = diffLines;
  }

  static RangePatch of(PatchContent patch) {
    return new RangePatchText(patch).read();
  }

  PatchContent patch() {
    return patch;
  }

  String title() {
    return title;
  }

  /** Not a copy. */
  byte[] text() {
    return text;
  }

  int diffLines() {
    return diffLines;
  }

  /** What is compared to find the patch's other revision: without a diff, all of it. */
  byte[] compared() {
    return hasDiff() ? Arrays.copyOfRange(text, diffStart, text.length) : text;
  }

  private boolean hasDiff() {
    return diffStart < text.length;
  }

  Set<PatchPair.Aspect> changesTo(RangePatch other) {
    Set<PatchPair.Aspect> changes = EnumSet.noneOf(PatchPair.Aspect.class);
    if (differs(0, messageStart, other, 0, other.messageStart)) {
      changes.add(PatchPair.Aspect.AUTHOR);
    }
    if (differs(messageStart, diffStart, other, other.messageStart, other.diffStart)) {
      changes.add(PatchPair.Aspect.MESSAGE);
    }
    if (differs(diffStart, text.length, other, other.diffStart, other.text.length)) {
      changes.add(PatchPair.Aspect.DIFF);
    }
    return changes;
  }

  private boolean differs(int from, int to, RangePatch other, int otherFrom, int otherTo) {
    return !Arrays.equals(text, from, to, other.text, otherFrom, otherTo);
  }
}
