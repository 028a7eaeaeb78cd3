package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weighs what postings and commits have in common by how rare it is among all of them. */
final class Scales {
  /** What is left of the lines' likeness where no path is common. */
  private static final double WITHOUT_COMMON_PATHS = 0.6;

  /** Rounds of one patch share their lines; only more patches than that make a line common. */
  private static final int REROLLS = 8;

  private static final double SECONDS_A_DAY = 86_400;

  private final Rarity titles;
  private final PathRarity paths;
  private final Map<String, Title> known = new HashMap<>();
  private final Map<Person, Map<Person, Boolean>> authors = new HashMap<>();
  private final IdentityHashMap<Changes.Known, Bags> bags = new IdentityHashMap<>();
  private Optional<Rarity> lines = Optional.empty();
  private Optional<Rarity> words = Optional.empty();
  private Optional<Rarity> messages = Optional.empty();

  private record Title(String comparable, Bag bag) {}

  private record Bags(Bag lines, Bag words, Bag message) {}

  Scales(LandingBoard board) {
    List<long[]> all = new ArrayList<>();
    board.commits().forEach(c -> all.add(titleWords(c.title())));
    board.candidates().forEach(c -> all.add(titleWords(c.patch().subject())));
    titles = new Rarity(all, 0);
    paths = new PathRarity(board.commits());
  }

  private static long[] titleWords(String title) {
    return Words.of(ComparableTitle.of(title)).keys();
  }

  /** From now on changes are compared too. */
  void weigh(Changes changes) {
    Collection<Changes.Known> all = changes.all();
    lines = Optional.of(new Rarity(all.stream().map(k -> k.change().keys()).toList(), REROLLS));
    words = Optional.of(new Rarity(all.stream().map(k -> k.change().words().keys()).toList(), 0));
    messages = Optional.of(new Rarity(all.stream().map(k -> k.message().keys()).toList(), 0));
  }

  /** All but the change. */
  Likeness outside(LandingCandidate posting, BranchCommit commit) {
    List<String> posted = posting.patch().stat().paths();
    return new Likeness(
        title(posting, commit),
        sameAuthor(posting, commit),
        paths.common(posted, commit.paths()),
        paths.ofRarest(posted, commit.paths()),
        Optional.empty(),
        Duration.between(posting.postedAt(), commit.committedAt()).toSeconds() / SECONDS_A_DAY);
  }

  private double title(LandingCandidate posting, BranchCommit commit) {
    Title posted = title(posting.patch().subject());
    Title landed = title(commit.title());
    return posted.comparable().equals(landed.comparable())
        ? 1
        : posted.bag().similarity(landed.bag());
  }

  private Title title(String title) {
    return known.computeIfAbsent(
        title, t -> new Title(ComparableTitle.of(t), titles.weigh(titleWords(t))));
  }

  private boolean sameAuthor(LandingCandidate posting, BranchCommit commit) {
    Person posted = posting.patch().author();
    Person landed = commit.author();
    return authors
        .computeIfAbsent(posted, p -> new HashMap<>())
        .computeIfAbsent(landed, l -> Authors.same(posted, l));
  }

  Likeness.Content inside(Changes.Known posted, Changes.Known landed, double commonPaths) {
    Bags a = bags(posted);
    Bags b = bags(landed);
    return new Likeness.Content(
        a.lines().similarity(b.lines())
            * (WITHOUT_COMMON_PATHS + (1 - WITHOUT_COMMON_PATHS) * commonPaths),
        a.words().similarity(b.words()),
        a.message().similarity(b.message()),
        !posted.message().isEmpty() && !landed.message().isEmpty());
  }

  /** The share of a part's lines that the whole has too. */
  double within(Changes.Known part, Changes.Known whole) {
    return bags(part).lines().within(bags(whole).lines());
  }

  private Bags bags(Changes.Known known) {
    return bags.computeIfAbsent(
        known,
        k ->
            new Bags(
                k.change().bag(lines.orElseThrow()),
                words.orElseThrow().weigh(k.change().words().keys()),
                messages.orElseThrow().weigh(k.message().keys())));
  }
}
