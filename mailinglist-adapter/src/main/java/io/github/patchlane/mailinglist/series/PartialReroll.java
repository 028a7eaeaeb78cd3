package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.mailinglist.thread.MailThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A new version of some patches of a series, sent into its thread; the others stay as they were.
 * The new ones may take the old places, or, where one patch was split or two were joined, announce
 * a new length: then the patches that were not replaced keep their order in the places left over.
 *
 * @param patches the whole series as it now stands
 */
record PartialReroll(NavigableMap<Integer, Patch> patches) {
  /** Nobody amends a round so many rounds ago. */
  private static final int ROUNDS_LOOKED_AT = 50;

  /**
   * Completes a posting that stands for a part only.
   *
   * @param earlier the postings of the effort before this one, by time
   * @param revisions what they became
   * @return empty where the posting stands for itself
   */
  static Optional<PartialReroll> of(
      Posting posting, List<Posting> earlier, List<Revision> revisions, MailThreads threads) {
    if (posting.cover().isPresent()
        || posting.patches().isEmpty()
        || (posting.missing().isEmpty() && isNumbered(posting))) {
      return Optional.empty();
    }
    int oldest = Math.max(0, earlier.size() - ROUNDS_LOOKED_AT);
    for (int i = earlier.size() - 1; i >= oldest; i--) {
      Revision before = revisions.get(i);
      if (before.patches().size() + before.missing().size() > 1
          && isUnder(posting, earlier.get(i), threads)) {
        // the thread names the round it was sent into; what it amends is the newest state of that
        Revision amended = revisions.get(revisions.size() - 1);
        Revision whole = amended.patches().size() >= before.patches().size() ? amended : before;
        List<Posting> near = earlier.subList(oldest, earlier.size());
        return new Merge(posting, whole, near, threads).merge();
      }
    }
    return Optional.empty();
  }

  private static boolean isNumbered(Posting posting) {
    return posting.patches().values().stream().allMatch(m -> m.subject().index().isPresent());
  }

  private static boolean isUnder(Posting posting, Posting before, MailThreads threads) {
    Set<MessageId> own = before.mails().map(PatchMail::id).collect(Collectors.toSet());
    return posting
        .mails()
        .anyMatch(mail -> threads.ancestors(mail.id()).stream().anyMatch(own::contains));
  }

  private record Merge(
      Posting posting, Revision whole, List<Posting> earlier, MailThreads threads) {

    Optional<PartialReroll> merge() {
      return isNumbered(posting) ? byNumber() : byTarget();
    }

    private Optional<PartialReroll> byNumber() {
      int oldLength = length(whole);
      int newLength = posting.total();
      if (newLength == oldLength) {
        NavigableMap<Integer, Patch> patches = old();
        put(patches, OptionalInt.of(newLength));
        return Optional.of(new PartialReroll(patches));
      }
      // another length: the replaced patches are those that the new ones answer or resemble
      TreeSet<Integer> replaced = new TreeSet<>();
      posting.patches().values().forEach(mail -> target(mail).ifPresent(replaced::add));
      List<Patch> kept =
          whole.patches().stream().filter(patch -> !replaced.contains(patch.index())).toList();
      List<Integer> free = posting.missing();
      if (kept.size() != free.size()) {
        return Optional.empty();
      }
      NavigableMap<Integer, Patch> patches = new TreeMap<>();
      for (int i = 0; i < free.size(); i++) {
        patches.put(free.get(i), moved(kept.get(i), free.get(i), OptionalInt.of(newLength)));
      }
      put(patches, OptionalInt.of(newLength));
      return Optional.of(new PartialReroll(patches));
    }

    /** Patches without numbers: each takes the place of the one it answers. */
    private Optional<PartialReroll> byTarget() {
      NavigableMap<Integer, Patch> patches = old();
      OptionalInt total = OptionalInt.of(length(whole));
      List<Integer> taken = new ArrayList<>();
      for (PatchMail mail : posting.patches().values()) {
        Optional<Integer> place = target(mail);
        if (place.isEmpty() || taken.contains(place.get())) {
          return Optional.empty();
        }
        taken.add(place.get());
        patches.put(place.get(), Rounds.patch(mail, place.get(), total));
      }
      return Optional.of(new PartialReroll(patches));
    }

    private NavigableMap<Integer, Patch> old() {
      NavigableMap<Integer, Patch> patches = new TreeMap<>();
      whole.patches().forEach(patch -> patches.put(patch.index(), patch));
      return patches;
    }

    private void put(NavigableMap<Integer, Patch> patches, OptionalInt total) {
      for (Map.Entry<Integer, PatchMail> e : posting.patches().entrySet()) {
        patches.put(e.getKey(), Rounds.patch(e.getValue(), e.getKey(), total));
      }
    }

    /** The place of the old patch that this one replaces: the one it answers, else its like. */
    private Optional<Integer> target(PatchMail mail) {
      List<MessageId> above = threads.ancestors(mail.id());
      Optional<Patch> answered =
          above.stream()
              .flatMap(id -> whole.patches().stream().filter(patch -> patch.id().equals(id)))
              .findFirst();
      if (answered.isPresent()) {
        return answered.map(Patch::index);
      }
      Optional<Patch> sameTitle =
          whole.patches().stream()
              .filter(patch -> Titles.plain(patch.subject()).equals(mail.plainTitle()))
              .findFirst();
      return sameTitle.map(Patch::index).or(() -> mostAlike(mail));
    }

    private Optional<Integer> mostAlike(PatchMail mail) {
      Optional<Integer> best = Optional.empty();
      double enough = 0.3;
      for (Posting before : earlier) {
        for (PatchMail old : before.patches().values()) {
          double alike =
              mail.diff().isPresent() && old.diff().isPresent()
                  ? DiffIndex.similarity(mail.diff().get(), old.diff().get())
                  : 0;
          Optional<Integer> place =
              whole.patches().stream()
                  .filter(patch -> patch.id().equals(old.id()))
                  .map(Patch::index)
                  .findFirst();
          if (alike > enough && place.isPresent()) {
            enough = alike;
            best = place;
          }
        }
      }
      return best;
    }

    private static int length(Revision revision) {
      return revision.patches().size() + revision.missing().size();
    }

    private static Patch moved(Patch patch, int index, OptionalInt total) {
      return new Patch(
          index,
          total,
          patch.id(),
          patch.subject(),
          patch.author(),
          patch.patchId(),
          patch.netChange(),
          patch.stat());
    }
  }
}
