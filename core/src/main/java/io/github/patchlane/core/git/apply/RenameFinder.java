package io.github.patchlane.core.git.apply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds where files went, as git's merge does: the same content first, then a similar file of the
 * same name, then the most similar one of all.
 */
final class RenameFinder {
  private final Objects objects;
  private final TreeMap<String, Entry> gone;
  private final TreeMap<String, Entry> come;
  private final Map<String, String> found = new TreeMap<>();

  private record Pair(String from, String to, int score, boolean sameName) {}

  private RenameFinder(Objects objects, Map<String, Entry> gone, Map<String, Entry> come) {
    this.objects = objects;
    this.gone = new TreeMap<>(gone);
    this.come = new TreeMap<>(come);
  }

  /**
   * The new path of each file that has one.
   *
   * @param gone what is no longer there
   * @param come what was not there before
   */
  static Map<String, String> find(Objects objects, Map<String, Entry> gone, Map<String, Entry> come)
      throws IOException {
    RenameFinder finder = new RenameFinder(objects, gone, come);
    finder.gone.values().removeIf(e -> Entry.isSubmodule(e.mode()));
    finder.come.values().removeIf(e -> Entry.isSubmodule(e.mode()));
    if (!finder.gone.isEmpty() && !finder.come.isEmpty()) {
      finder.same();
      finder.sameName();
      finder.similar();
    }
    return finder.found;
  }

  private void take(String from, String to) {
    found.put(from, to);
    gone.remove(from);
    come.remove(to);
  }

  private void same() {
    Map<String, List<String>> byContent = new HashMap<>();
    gone.forEach(
        (path, entry) ->
            byContent.computeIfAbsent(entry.id().name(), k -> new ArrayList<>()).add(path));
    for (Map.Entry<String, Entry> to : List.copyOf(come.entrySet())) {
      List<String> sources = byContent.getOrDefault(to.getValue().id().name(), List.of());
      Optional<String> best =
          sources.stream()
              .filter(from -> isSameKind(gone.get(from), to.getValue()))
              .min(Comparator.comparing(from -> name(from).equals(name(to.getKey())) ? 0 : 1));
      best.ifPresent(from -> take(from, to.getKey()));
    }
  }

  private static boolean isSameKind(@Nullable Entry from, Entry to) {
    return from != null && Entry.sameKind(from.mode(), to.mode());
  }

  private void sameName() throws IOException {
    Map<String, Set<String>> goneNames = byName(gone);
    Map<String, Set<String>> comeNames = byName(come);
    for (Map.Entry<String, Set<String>> name : goneNames.entrySet()) {
      Set<String> to = comeNames.getOrDefault(name.getKey(), Set.of());
      if (name.getValue().size() == 1 && to.size() == 1) {
        String from = name.getValue().iterator().next();
        String target = to.iterator().next();
        if (score(from, target, Similarity.SAME_NAME) >= Similarity.SAME_NAME) {
          take(from, target);
        }
      }
    }
  }

  private static Map<String, Set<String>> byName(Map<String, Entry> files) {
    Map<String, Set<String>> byName = new TreeMap<>();
    files
        .keySet()
        .forEach(path -> byName.computeIfAbsent(name(path), k -> new TreeSet<>()).add(path));
    return byName;
  }

  private void similar() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String from : gone.keySet()) {
      for (String to : come.keySet()) {
        int score = score(from, to, Similarity.RENAME);
        if (score >= Similarity.RENAME) {
          pairs.add(new Pair(from, to, score, name(from).equals(name(to))));
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::score)
            .thenComparing(Pair::sameName)
            .reversed()
            .thenComparing(Pair::to)
            .thenComparing(Pair::from));
    Set<String> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (gone.containsKey(pair.from()) && taken.add(pair.to())) {
        take(pair.from(), pair.to());
      }
    }
  }

  private final Map<String, Map<Long, Integer>> pieces = new HashMap<>();

  private int score(String from, String to, int least) throws IOException {
    Entry old = entry(gone, from);
    Entry now = entry(come, to);
    if (!Entry.isFile(old.mode()) || !Entry.isFile(now.mode())) {
      return 0;
    }
    long oldSize = objects.size(old.id());
    long newSize = objects.size(now.id());
    if (oldSize < 0 || newSize < 0 || !Similarity.isPossible(oldSize, newSize, least)) {
      return 0;
    }
    Optional<byte[]> content = objects.blob(now.id());
    if (content.isEmpty()) {
      return 0;
    }
    Map<Long, Integer> own = pieces.get(from);
    if (own == null) {
      own = Similarity.pieces(objects.blob(old.id()).orElse(new byte[0]));
      pieces.put(from, own);
    }
    return Similarity.score(own, oldSize, content.get());
  }

  private static Entry entry(Map<String, Entry> files, String path) {
    return java.util.Objects.requireNonNull(files.get(path));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
