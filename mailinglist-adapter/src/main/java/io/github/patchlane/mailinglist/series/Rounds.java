package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.mailinglist.thread.MailThreads;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns the postings of one effort into its revisions: numbers them, tells refreshes from new
 * rounds, and completes partial rerolls with the patches they leave as they were.
 */
final class Rounds {
  private final MailThreads threads;
  private final List<Revision> revisions = new ArrayList<>();
  private final List<Posting> postings = new ArrayList<>();
  private final Map<List<Object>, Integer> newestLike = new HashMap<>();
  private final Map<Revision.Kind, Integer> highest = new EnumMap<>(Revision.Kind.class);

  private Rounds(MailThreads threads) {
    this.threads = threads;
  }

  /** One revision for each posting, in the effort's order. */
  static List<Revision> of(Effort effort, MailThreads threads) {
    Rounds rounds = new Rounds(threads);
    effort.rounds().forEach(rounds::add);
    return rounds.revisions;
  }

  private void add(Effort.Round round) {
    Posting posting = round.posting();
    Optional<Integer> refreshed = refreshed(posting);
    Revision.Kind kind = refreshed.isPresent() ? Revision.Kind.REFRESH : kind(posting);
    int number = number(posting, refreshed, kind);
    SubjectLine subject = posting.subject();
    String label =
        subject.version().isPresent() && subject.version().getAsInt() == number
            ? subject.label()
            : "v" + number;
    Optional<PartialReroll> reroll =
        kind == Revision.Kind.PROPOSAL || kind == Revision.Kind.RFC
            ? PartialReroll.of(posting, postings, revisions, threads)
            : Optional.empty();
    NavigableMap<Integer, Patch> patches =
        reroll.map(PartialReroll::patches).orElseGet(() -> patches(posting));
    int total = reroll.map(r -> patches.lastKey()).orElse(posting.total());
    List<Integer> missing = new ArrayList<>();
    for (int i = 1; i <= total; i++) {
      if (!patches.containsKey(i)) {
        missing.add(i);
      }
    }
    revisions.add(
        new Revision(
            number,
            label,
            kind,
            posting.postedAt(),
            posting.cover().map(PatchMail::id),
            base(posting),
            List.copyOf(patches.values()),
            missing,
            round.evidence()));
    remember(posting, postings.size());
    postings.add(posting);
    highest.merge(kind, number, Math::max);
  }

  private static Revision.Kind kind(Posting posting) {
    if (posting.isPull()) {
      return Revision.Kind.PULL;
    }
    if (posting.isCommitted()) {
      return Revision.Kind.COMMITTED;
    }
    return posting.isRfc() ? Revision.Kind.RFC : Revision.Kind.PROPOSAL;
  }

  /** The place of the newest posting that this one only sends again. */
  private Optional<Integer> refreshed(Posting posting) {
    SubjectLine subject = posting.subject();
    Stream<List<Object>> asked = samePatches(posting).stream();
    if (posting.isResend()) {
      asked =
          Stream.concat(
              asked,
              Stream.of(
                  subject.version().isEmpty()
                      ? sameTitle(posting)
                      : sameVersion(posting, subject)));
    }
    return asked.map(newestLike::get).filter(Objects::nonNull).max(Integer::compareTo);
  }

  /** Remembers by what a later posting would be known for the same as this one. */
  private void remember(Posting posting, int place) {
    samePatches(posting).ifPresent(key -> newestLike.put(key, place));
    newestLike.put(sameTitle(posting), place);
    newestLike.put(sameVersion(posting, posting.subject()), place);
  }

  private static Optional<List<Object>> samePatches(Posting posting) {
    List<Optional<PatchId>> ids =
        posting.patches().values().stream().map(PatchMail::patchId).toList();
    return ids.isEmpty() || !ids.stream().allMatch(Optional::isPresent)
        ? Optional.empty()
        : Optional.of(List.of(kind(posting), List.copyOf(posting.patches().keySet()), ids));
  }

  private static List<Object> sameTitle(Posting posting) {
    return List.of(kind(posting), posting.lead().plainTitle());
  }

  private static List<Object> sameVersion(Posting posting, SubjectLine subject) {
    return List.of(kind(posting), posting.lead().plainTitle(), subject.label());
  }

  private int number(Posting posting, Optional<Integer> refreshed, Revision.Kind kind) {
    OptionalInt given = posting.subject().version();
    if (given.isPresent()) {
      return given.getAsInt();
    }
    if (refreshed.isPresent()) {
      return revisions.get(refreshed.get()).number();
    }
    // a proposal that follows an RFC begins its own count, as its sender does
    int before =
        kind == Revision.Kind.COMMITTED
            ? highest.values().stream().max(Integer::compareTo).orElse(0)
            : highest.getOrDefault(kind, 0);
    return before + 1;
  }

  private static Optional<CommitId> base(Posting posting) {
    return posting.mails().flatMap(mail -> mail.declared().base().stream()).findFirst();
  }

  static NavigableMap<Integer, Patch> patches(Posting posting) {
    NavigableMap<Integer, Patch> patches = new TreeMap<>();
    OptionalInt total = announced(posting);
    for (Map.Entry<Integer, PatchMail> entry : posting.patches().entrySet()) {
      patches.put(entry.getKey(), patch(entry.getValue(), entry.getKey(), total));
    }
    return patches;
  }

  private static OptionalInt announced(Posting posting) {
    boolean open =
        posting.patches().values().stream()
            .anyMatch(
                mail -> mail.subject().index().isPresent() && mail.subject().total().isEmpty());
    return open ? OptionalInt.empty() : OptionalInt.of(Math.max(1, posting.total()));
  }

  static Patch patch(PatchMail mail, int index, OptionalInt total) {
    SourceId id = mail.id();
    return new Patch(
        index,
        total,
        id,
        mail.title(),
        mail.author(),
        mail.patchId(),
        mail.netChange(),
        mail.stat());
  }
}
