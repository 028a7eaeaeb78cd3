package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.source.Corrections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Joins postings link by link, and refuses the links that would break what people declared. */
final class EffortUnion {
  private final List<Posting> postings;
  private final Corrections corrections;
  private final UnionFind joined;
  private final Map<Integer, Set<String>> changeIds = new HashMap<>();
  private final Map<Integer, Set<MessageId>> mails = new HashMap<>();

  EffortUnion(List<Posting> postings, Corrections corrections, boolean useChangeIds) {
    this.postings = postings;
    this.corrections = corrections;
    this.joined = new UnionFind(postings.size());
    for (int i = 0; i < postings.size(); i++) {
      if (useChangeIds) {
        Optional<String> id = postings.get(i).changeId();
        if (id.isPresent()) {
          changeIds.put(i, new HashSet<>(Set.of(id.get())));
        }
      }
      if (!corrections.different().isEmpty()) {
        Set<MessageId> own = new HashSet<>();
        postings.get(i).mails().forEach(mail -> own.add(mail.id()));
        mails.put(i, own);
      }
    }
  }

  /** Whether the link was taken; one that joins what is joined already is. */
  boolean join(RevisionLink link) {
    int a = joined.find(link.later());
    int b = joined.find(link.earlier());
    if (a == b) {
      return true;
    }
    if (link.evidence().kind() != Evidence.Kind.CORRECTION && keptApart(a, b)) {
      return false;
    }
    joined.union(a, b);
    int root = joined.find(a);
    merge(changeIds, root, a, b);
    merge(mails, root, a, b);
    return true;
  }

  private boolean keptApart(int a, int b) {
    Set<String> left = changeIds.getOrDefault(a, Set.of());
    Set<String> right = changeIds.getOrDefault(b, Set.of());
    if (!left.isEmpty() && !right.isEmpty() && !left.equals(right)) {
      return true;
    }
    Set<MessageId> leftMails = mails.getOrDefault(a, Set.of());
    Set<MessageId> rightMails = mails.getOrDefault(b, Set.of());
    return corrections.different().stream()
        .anyMatch(
            pair ->
                (leftMails.contains(pair.first()) && rightMails.contains(pair.second()))
                    || (leftMails.contains(pair.second()) && rightMails.contains(pair.first())));
  }

  private static <T> void merge(Map<Integer, Set<T>> sets, int root, int a, int b) {
    Set<T> all = new HashSet<>(sets.getOrDefault(a, Set.of()));
    all.addAll(sets.getOrDefault(b, Set.of()));
    if (!all.isEmpty()) {
      sets.put(root, all);
    }
  }

  /**
   * @param links that were taken, the surest first
   */
  List<Effort> efforts(List<RevisionLink> links) {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < postings.size(); i++) {
      members.computeIfAbsent(joined.find(i), k -> new ArrayList<>()).add(i);
    }
    Map<Integer, Evidence> backwards = new HashMap<>();
    Map<Integer, Evidence> forwards = new HashMap<>();
    for (RevisionLink link : links) {
      backwards.putIfAbsent(link.later(), link.evidence());
      forwards.putIfAbsent(link.earlier(), link.evidence());
    }
    List<Effort> efforts = new ArrayList<>();
    for (List<Integer> group : members.values()) {
      List<Effort.Round> rounds = new ArrayList<>();
      for (int place : group) {
        Evidence evidence =
            rounds.isEmpty()
                ? new Evidence(Evidence.Kind.POSTING, 1, "the first posting")
                : Optional.ofNullable(backwards.get(place))
                    .orElseGet(() -> forwards.getOrDefault(place, UNNAMED));
        rounds.add(new Effort.Round(postings.get(place), evidence));
      }
      efforts.add(new Effort(rounds));
    }
    return efforts;
  }

  /** Every joined posting has a link; this is for the compiler, which cannot know it. */
  private static final Evidence UNNAMED = new Evidence(Evidence.Kind.POSTING, 1, "posted");
}
