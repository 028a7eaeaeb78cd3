package io.github.patchlane.core.rangediff;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.source.PatchContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What became of each patch between two revisions of a series, as {@code git range-diff} tells it:
 * patches are paired so that the least is left to tell, and of each changed pair the difference of
 * the two patches is shown. Immutable.
 *
 * @param pairs in the order of the new revision, dropped patches where they were
 */
public record RangeDiff(List<PatchPair> pairs) {
  public RangeDiff {
    pairs = List.copyOf(pairs);
  }

  /**
   * Compares two revisions. Their patches may come from mails, from commits, or one from each: only
   * what they say counts.
   */
  public static RangeDiff between(
      List<PatchContent> before, List<PatchContent> after, RangeDiffOptions options) {
    List<RangePatch> old = before.stream().map(RangePatch::of).toList();
    List<RangePatch> now = after.stream().map(RangePatch::of).toList();
    int[] oldOf = new Correspondence(old, now, options.creationFactor()).oldOf();
    boolean[] kept = new boolean[old.size()];
    for (int i : oldOf) {
      if (i >= 0) {
        kept[i] = true;
      }
    }
    boolean[] shown = new boolean[old.size()];
    List<PatchPair> pairs = new ArrayList<>();
    int next = 0;
    for (int j = 0; j < now.size(); j++) {
      next = dropped(old, kept, shown, next, pairs);
      Optional<PatchPair.Side> side = side(now, j);
      if (oldOf[j] < 0) {
        pairs.add(new PatchPair(Optional.empty(), side, Set.of(), ""));
      } else {
        shown[oldOf[j]] = true;
        pairs.add(pair(side(old, oldOf[j]), side, old.get(oldOf[j]), now.get(j), options));
      }
    }
    dropped(old, kept, shown, next, pairs);
    return new RangeDiff(pairs);
  }

  /** Adds the dropped patches whose predecessors were all shown; where the next one is. */
  private static int dropped(
      List<RangePatch> old, boolean[] kept, boolean[] shown, int from, List<PatchPair> pairs) {
    int next = from;
    while (next < old.size() && (shown[next] || !kept[next])) {
      if (!kept[next]) {
        pairs.add(new PatchPair(side(old, next), Optional.empty(), Set.of(), ""));
      }
      next++;
    }
    return next;
  }

  private static Optional<PatchPair.Side> side(List<RangePatch> patches, int i) {
    return Optional.of(
        new PatchPair.Side(i + 1, patches.get(i).patch().id(), patches.get(i).title()));
  }

  private static PatchPair pair(
      Optional<PatchPair.Side> before,
      Optional<PatchPair.Side> after,
      RangePatch old,
      RangePatch now,
      RangeDiffOptions options) {
    return new PatchPair(
        before,
        after,
        old.changesTo(now),
        Difference.between(old.text(), now.text(), options.context()));
  }

  /** Whether nothing changed, but perhaps the order. */
  public boolean isSame() {
    return pairs.stream().allMatch(pair -> pair.status() == PatchPair.Status.SAME);
  }

  /** How many patches fared so. */
  public int count(PatchPair.Status status) {
    return (int) pairs.stream().filter(pair -> pair.status() == status).count();
  }

  /** As git prints it, ids abbreviated to what tells them apart. */
  public String text() {
    return text(ShortNames.of(pairs));
  }

  /**
   * As git prints it.
   *
   * @param names what patches are called; best all of one length
   */
  public String text(Function<SourceId, String> names) {
    return new RangeDiffText(this, names).write();
  }
}
