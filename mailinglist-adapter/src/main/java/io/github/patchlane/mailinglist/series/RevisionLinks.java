package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.source.Corrections;
import io.github.patchlane.mailinglist.thread.MailThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups postings into efforts. Declared links and a person's corrections join first; every posting
 * then proposes the one earlier posting that it most likely follows. Proposals are taken the surest
 * first, and none may join what a correction keeps apart or two different change-ids.
 *
 * <p>The cost is linear in postings: candidates come from indexes, and only so many of each.
 */
final class RevisionLinks {
  /** Of postings that share a title, a path or an author with this one, only the latest matter. */
  private static final int CANDIDATES_PER_KEY = 24;

  private static final int PATHS_LOOKED_UP = 12;

  /** Long series come in seasons; taken in stripes they keep no processor waiting for another. */
  private static final int STRIPES = 64;

  private final List<Posting> postings;
  private final MailThreads threads;
  private final Corrections corrections;
  private final boolean useDeclared;
  private final Map<MessageId, Integer> postingOf = new HashMap<>();
  private final Map<Trait, List<Integer>> byTitle = new HashMap<>();
  private final Map<Trait, List<Integer>> byPath = new HashMap<>();
  private final List<RevisionLink> links = new ArrayList<>();
  private final List<Features> features;
  private final List<Set<String>> authors;
  private final List<Traits> traits;

  /** Something that a person's posting is known by: a title, a path. */
  private record Trait(String author, String word) {
    // spelled out for speed, as in MessageId

    @Override
    public boolean equals(Object other) {
      return other instanceof Trait that && word.equals(that.word) && author.equals(that.author);
    }

    @Override
    public int hashCode() {
      return 31 * word.hashCode() + author.hashCode();
    }
  }

  private record Traits(List<Trait> titles, List<Trait> paths) {}

  /**
   * @param postings by time
   * @param authorsOf the people behind a mail, as keys: its sender and its author
   */
  RevisionLinks(
      List<Posting> postings,
      MailThreads threads,
      Function<PatchMail, Set<String>> authorsOf,
      Corrections corrections,
      boolean useDeclared) {
    this.postings = postings;
    this.threads = threads;
    this.corrections = corrections;
    this.useDeclared = useDeclared;
    this.features = postings.parallelStream().map(Features::of).toList();
    this.authors = postings.parallelStream().map(Posting::lead).map(authorsOf).toList();
    this.traits =
        IntStream.range(0, postings.size())
            .parallel()
            .mapToObj(i -> new Traits(traits(i, titles(i)), traits(i, paths(i))))
            .toList();
    for (int i = 0; i < postings.size(); i++) {
      int place = i;
      postings.get(i).mails().forEach(mail -> postingOf.put(mail.id(), place));
      traits.get(i).titles().forEach(t -> add(byTitle, t, place));
      traits.get(i).paths().forEach(t -> add(byPath, t, place));
    }
  }

  /**
   * The efforts by the time of their first posting; each with the evidence that holds it together.
   */
  List<Effort> efforts() {
    linkCorrected();
    if (useDeclared) {
      linkChangeIds();
      linkDeclared();
    }
    // each is found for itself, from what was posted before it: on all processors
    links.addAll(
        IntStream.range(0, STRIPES)
            .parallel()
            .boxed()
            .flatMap(stripe -> inferEvery(STRIPES, stripe))
            .toList());
    links.sort(RevisionLink.SUREST_FIRST);
    EffortUnion union = new EffortUnion(postings, corrections, useDeclared);
    List<RevisionLink> taken = links.stream().filter(union::join).toList();
    return union.efforts(taken);
  }

  private void linkCorrected() {
    for (Corrections.Pair pair : corrections.same()) {
      Integer a = postingOf.get(pair.first());
      Integer b = postingOf.get(pair.second());
      if (a != null && b != null && !a.equals(b)) {
        links.add(
            new RevisionLink(
                Math.max(a, b),
                Math.min(a, b),
                new Evidence(Evidence.Kind.CORRECTION, 1, "a correction joins them")));
      }
    }
  }

  private void linkChangeIds() {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < postings.size(); i++) {
      Optional<String> changeId = postings.get(i).changeId();
      if (changeId.isPresent()) {
        Integer before = last.put(changeId.get(), i);
        if (before != null) {
          links.add(
              new RevisionLink(
                  i,
                  before,
                  new Evidence(Evidence.Kind.CHANGE_ID, 1, "same change-id " + changeId.get())));
        }
      }
    }
  }

  private void linkDeclared() {
    for (int i = 0; i < postings.size(); i++) {
      for (MessageId named : postings.get(i).declaredEarlier().distinct().toList()) {
        Optional<Integer> target = postingAbove(named);
        if (target.isPresent() && target.get() != i) {
          links.add(
              new RevisionLink(
                  Math.max(i, target.get()),
                  Math.min(i, target.get()),
                  new Evidence(Evidence.Kind.LINK, 0.99, "its sender links to " + named.value())));
        }
      }
    }
  }

  private Optional<Integer> postingAbove(MessageId mail) {
    Optional<MessageId> at = Optional.of(mail);
    while (at.isPresent() && !postingOf.containsKey(at.get())) {
      at = threads.parent(at.get());
    }
    return at.map(postingOf::get);
  }

  private Stream<RevisionLink> inferEvery(int step, int from) {
    return IntStream.iterate(from, i -> i < postings.size(), i -> i + step)
        .mapToObj(this::infer)
        .flatMap(Optional::stream);
  }

  private Optional<RevisionLink> infer(int later) {
    OptionalInt answered = answered(later);
    Set<Integer> titled = candidates(later, traits.get(later).titles(), byTitle);
    answered.ifPresent(titled::add);
    Optional<RevisionLink> best = best(Optional.empty(), later, titled, answered);
    // no likeness of changes alone is surer than that
    if (best.isPresent() && best.get().evidence().confidence() > InferredLink.SUREST_BY_CHANGES) {
      return best;
    }
    Set<Integer> nearby = candidates(later, traits.get(later).paths(), byPath);
    nearby.removeAll(titled);
    return best(best, later, nearby, answered);
  }

  private Optional<RevisionLink> best(
      Optional<RevisionLink> known, int later, Set<Integer> candidates, OptionalInt answered) {
    Set<String> authors = authors(later);
    Optional<RevisionLink> best = known;
    for (int earlier : candidates) {
      boolean sameAuthor = authors(earlier).stream().anyMatch(authors::contains);
      boolean answers =
          answered.isPresent() && (answered.getAsInt() == earlier || inThreadOf(later, earlier));
      Optional<Evidence> evidence =
          new InferredLink(features.get(later), features.get(earlier), sameAuthor, answers).judge();
      if (evidence.isPresent()) {
        RevisionLink link = new RevisionLink(later, earlier, evidence.get());
        if (best.isEmpty() || isBetter(link, best.get())) {
          best = Optional.of(link);
        }
      }
    }
    return best;
  }

  /** Surer, else nearer in version, else later. */
  private boolean isBetter(RevisionLink a, RevisionLink b) {
    int byConfidence = Double.compare(a.evidence().confidence(), b.evidence().confidence());
    if (byConfidence != 0) {
      return byConfidence > 0;
    }
    int version = version(a.earlier()) - version(b.earlier());
    return version != 0 ? version > 0 : a.earlier() > b.earlier();
  }

  private int version(int posting) {
    return features.get(posting).subject().version().orElse(1);
  }

  /** The posting whose thread this one was sent into. */
  private OptionalInt answered(int later) {
    for (PatchMail mail : postings.get(later).mails().toList()) {
      Optional<MessageId> parent = threads.parent(mail.id());
      if (parent.isPresent() && Objects.equals(postingOf.get(parent.get()), later)) {
        continue; // what lies above the parent is found from there
      }
      // step by step: a thread may be as deep as the list is long
      for (Optional<MessageId> above = parent;
          above.isPresent();
          above = threads.parent(above.get())) {
        Integer posting = postingOf.get(above.get());
        if (posting != null && posting != later) {
          return OptionalInt.of(posting);
        }
      }
    }
    return OptionalInt.empty();
  }

  private boolean inThreadOf(int later, int earlier) {
    return threads
        .root(postings.get(later).lead().id())
        .equals(threads.root(postings.get(earlier).lead().id()));
  }

  private Set<String> authors(int posting) {
    return authors.get(posting);
  }

  /**
   * Earlier postings by the same people that share a trait with this one, by the most in common.
   */
  private Set<Integer> candidates(int later, List<Trait> traits, Map<Trait, List<Integer>> index) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (Trait trait : traits) {
      List<Integer> all = index.getOrDefault(trait, List.of());
      int earlier = Collections.binarySearch(all, later);
      all.subList(Math.max(0, earlier - CANDIDATES_PER_KEY), earlier)
          .forEach(place -> shared.merge(place, 1, Integer::sum));
    }
    Set<Integer> found = new HashSet<>();
    shared.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .limit(CANDIDATES_PER_KEY)
        .forEach(entry -> found.add(entry.getKey()));
    return found;
  }

  private static void add(Map<Trait, List<Integer>> index, Trait trait, int posting) {
    index.computeIfAbsent(trait, k -> new ArrayList<>()).add(posting);
  }

  private List<Trait> traits(int posting, Collection<String> words) {
    return authors(posting).stream()
        .flatMap(author -> words.stream().map(word -> new Trait(author, word)))
        .toList();
  }

  private Set<String> titles(int posting) {
    Features of = features.get(posting);
    Set<String> titles = new HashSet<>(of.patchTitles());
    if (!of.title().isEmpty()) {
      titles.add(of.title());
    }
    return titles;
  }

  private List<String> paths(int posting) {
    return features.get(posting).paths().stream().limit(PATHS_LOOKED_UP).toList();
  }
}
