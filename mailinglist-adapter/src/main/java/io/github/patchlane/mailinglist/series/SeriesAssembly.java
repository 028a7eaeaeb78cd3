package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.mailinglist.thread.MailThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts the mails of each series together, for one sender at a time. Mails are joined when one call
 * of a sending program made them, when one answers the other, or when they lie side by side in time
 * and announce the same length; then whatever claims a place twice is taken apart again, so that
 * several series in one thread, a resend or a single new patch stay postings of their own.
 *
 * <p>The outcome is a function of the set of mails: every step works on sorted mails.
 */
final class SeriesAssembly {
  /**
   * Mails without threading that announce one series of the same length lie this close together.
   */
  private static final Duration ONE_SITTING = Duration.ofHours(1);

  /** Patches of a partial reroll come one by one, as the answers do. */
  private static final Duration ONE_REROLL = Duration.ofDays(45);

  private final List<PatchMail> mails;
  private final MailThreads threads;
  private final UnionFind joined;
  private final Map<MessageId, Integer> places = new HashMap<>();

  private SeriesAssembly(List<PatchMail> mails, MailThreads threads) {
    this.mails = mails;
    this.threads = threads;
    this.joined = new UnionFind(mails.size());
    for (int i = 0; i < mails.size(); i++) {
      places.put(mails.get(i).id(), i);
    }
  }

  /**
   * Assembles every series.
   *
   * @param mails of all senders
   * @param senderOf tells whether two mails come from one person
   * @return by time
   */
  static List<Posting> assemble(
      Collection<PatchMail> mails, MailThreads threads, Function<PatchMail, String> senderOf) {
    Map<String, List<PatchMail>> bySender = new TreeMap<>();
    mails.parallelStream()
        .sorted(PatchMail.BY_TIME)
        .forEachOrdered(
            mail ->
                bySender.computeIfAbsent(senderOf.apply(mail), k -> new ArrayList<>()).add(mail));
    // one sender's mails are no other's business: on all processors
    List<List<PatchMail>> groups =
        bySender.values().parallelStream()
            .flatMap(own -> new SeriesAssembly(own, threads).groups().stream())
            .toList();
    return BorrowedPatches.join(groups, threads).parallelStream()
        .map(group -> new Dated(posting(group)))
        .sorted()
        .map(Dated::posting)
        .toList();
  }

  /** A posting with the time of its first mail, so that it is worked out once for all sorting. */
  private record Dated(Posting posting, Instant at) implements Comparable<Dated> {
    Dated(Posting posting) {
      this(posting, posting.postedAt());
    }

    @Override
    public int compareTo(Dated other) {
      int order = at.compareTo(other.at);
      return order != 0 ? order : posting.lead().id().compareTo(other.posting.lead().id());
    }
  }

  private List<List<PatchMail>> groups() {
    joinRuns();
    joinAnswers();
    joinSiblings();
    joinSittings();
    joinRerolls();
    Map<Integer, List<PatchMail>> components = new TreeMap<>();
    for (int i = 0; i < mails.size(); i++) {
      components.computeIfAbsent(joined.find(i), k -> new ArrayList<>()).add(mails.get(i));
    }
    List<List<PatchMail>> groups = new ArrayList<>();
    for (List<PatchMail> component : components.values()) {
      groups.addAll(new DoubleClaims(component).resolve());
    }
    return groups;
  }

  /** One run of a sending program, whatever was mistyped in the subjects. */
  private void joinRuns() {
    Map<String, List<Integer>> runs = new HashMap<>();
    for (int i = 0; i < mails.size(); i++) {
      int place = i;
      SendRun.of(mails.get(i).id())
          .ifPresent(run -> runs.computeIfAbsent(run.key(), k -> new ArrayList<>()).add(place));
    }
    for (List<Integer> run : runs.values()) {
      for (int i = 1; i < run.size(); i++) {
        int first = run.get(0);
        int other = run.get(i);
        if (bothNumbered(first, other) || inOneThread(first, other)) {
          joined.union(first, other);
        }
      }
    }
  }

  private boolean bothNumbered(int a, int b) {
    return mails.get(a).subject().index().isPresent() && mails.get(b).subject().index().isPresent();
  }

  private boolean inOneThread(int a, int b) {
    return threads.root(mails.get(a).id()).equals(threads.root(mails.get(b).id()));
  }

  /** A patch answers its cover, or the patch before it. */
  private void joinAnswers() {
    for (int i = 0; i < mails.size(); i++) {
      for (MessageId reference : mails.get(i).references()) {
        Integer other = places.get(reference);
        if (other != null && other != i && continues(mails.get(other), mails.get(i))) {
          joined.union(other, i);
          break;
        }
      }
    }
  }

  /** Patches that answer the same mail, whether or not that is at hand: its cover may be lost. */
  private void joinSiblings() {
    Map<String, Integer> firstOf = new HashMap<>();
    for (int i = 0; i < mails.size(); i++) {
      PatchMail mail = mails.get(i);
      Optional<MessageId> parent = mail.references().stream().findFirst();
      if (parent.isPresent() && mail.subject().index().isPresent()) {
        String key = parent.get() + "\n" + sameSeries(mail.subject());
        Integer first = firstOf.putIfAbsent(key, i);
        if (first != null) {
          joined.union(first, i);
        }
      }
    }
  }

  /** Nothing but time and the announced length: mails sent one by one, without threading. */
  private void joinSittings() {
    Map<String, Integer> lastOf = new HashMap<>();
    for (int i = 0; i < mails.size(); i++) {
      PatchMail mail = mails.get(i);
      if (mail.subject().index().isPresent()
          && mail.subject().total().isPresent()
          && threads.parent(mail.id()).isEmpty()
          && mail.references().isEmpty()) {
        Integer last = lastOf.put(sameSeries(mail.subject()), i);
        if (last != null
            && Duration.between(mails.get(last).sentAt(), mail.sentAt()).compareTo(ONE_SITTING) <= 0
            && !mail.subject().isCover()) {
          joined.union(last, i);
        }
      }
    }
  }

  /** New versions of single patches, each sent to the patch it replaces, make one round. */
  private void joinRerolls() {
    Map<String, Integer> lastOf = new HashMap<>();
    for (int i = 0; i < mails.size(); i++) {
      PatchMail mail = mails.get(i);
      SubjectLine subject = mail.subject();
      if (subject.index().isPresent()
          && subject.total().isPresent()
          && (subject.version().orElse(1) > 1 || subject.minor() > 0)
          && threads.parent(mail.id()).isPresent()) {
        Integer last = lastOf.put(threads.root(mail.id()) + "\n" + sameSeries(subject), i);
        if (last != null
            && Duration.between(mails.get(last).sentAt(), mail.sentAt()).compareTo(ONE_REROLL)
                <= 0) {
          joined.union(last, i);
        }
      }
    }
  }

  private static String sameSeries(SubjectLine subject) {
    return subject.label() + "/" + subject.total().orElse(0) + "/" + subject.pull();
  }

  /**
   * Whether the second may be a part of the first's series, when it answers it. A forgotten version
   * or length is forgiven, a different one is not.
   */
  private static boolean continues(PatchMail first, PatchMail second) {
    SubjectLine a = first.subject();
    SubjectLine b = second.subject();
    if (a.index().isEmpty() || b.index().isEmpty() || a.index().equals(b.index()) || b.isCover()) {
      return false;
    }
    boolean sameVersion =
        a.label().equals(b.label())
            || (b.version().isEmpty() && a.isCover() && soonAfter(first, second));
    boolean sameTotal = a.total().isEmpty() || b.total().isEmpty() || a.total().equals(b.total());
    return sameVersion && sameTotal;
  }

  private static boolean soonAfter(PatchMail first, PatchMail second) {
    return Duration.between(first.sentAt(), second.sentAt()).abs().compareTo(ONE_SITTING) <= 0;
  }

  private static Posting posting(List<PatchMail> group) {
    Optional<PatchMail> cover = Optional.empty();
    TreeMap<Integer, PatchMail> patches = new TreeMap<>();
    int total = 0;
    int unnumbered = 0;
    for (PatchMail mail : group) {
      SubjectLine subject = mail.subject();
      total = Math.max(total, subject.total().orElse(0));
      if (subject.isCover()
          || (subject.pull() && subject.index().isEmpty() && mail.diff().isEmpty())) {
        cover = cover.isEmpty() ? Optional.of(mail) : cover;
      } else {
        int place = subject.index().orElse(++unnumbered);
        while (patches.containsKey(place)) {
          place++;
        }
        patches.put(place, mail);
      }
    }
    int length = patches.isEmpty() ? total : Math.max(total, patches.lastKey());
    return new Posting(cover, patches, Math.min(length, Math.max(999, patches.size())));
  }
}
