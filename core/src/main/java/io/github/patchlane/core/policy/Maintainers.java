package io.github.patchlane.core.policy;

import io.github.patchlane.core.contribution.Person;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A MAINTAINERS file, in the dialect that Linux, Xen, QEMU and U-Boot share. Start with {@link
 * #parse}; ask {@link #approversOf} whose consent a path needs and {@link #addressees} who is to be
 * written to.
 *
 * @param areas in the file's order
 */
public record Maintainers(List<MaintainedArea> areas) {
  public static final Maintainers NONE = new Maintainers(List.of());

  public Maintainers {
    areas = List.copyOf(areas);
  }

  /**
   * Reads a file. What stands before the first section, and lines that are none of the known ones,
   * are passed over; so is an expression that is none.
   */
  public static Maintainers parse(String text) {
    return new Maintainers(new MaintainersReader().read(text));
  }

  /** The areas that cover a path, the most specific first, then in the file's order. */
  public List<MaintainedArea> areasOf(String path) {
    return depths(path).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<MaintainedArea, Integer> depths(String path) {
    Map<MaintainedArea, Integer> depths = new LinkedHashMap<>();
    for (MaintainedArea area : areas) {
      OptionalInt depth = area.depthAt(path);
      if (depth.isPresent()) {
        depths.put(area, depth.getAsInt());
      }
    }
    return depths;
  }

  /**
   * Whose approval a change to a path needs: the maintainers of the most specific area that has
   * any, of several equally specific ones together. A more general maintainer can stand in for them
   * only by exception.
   *
   * @return empty where nobody maintains the path
   */
  public Set<Person> approversOf(String path) {
    Map<MaintainedArea, Integer> depths = depths(path);
    depths.keySet().removeIf(area -> area.maintainers().isEmpty());
    OptionalInt deepest = depths.values().stream().mapToInt(Integer::intValue).max();
    return depths.entrySet().stream()
        .filter(e -> e.getValue() == deepest.orElseThrow())
        .flatMap(e -> e.getKey().maintainers().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Who is to get a patch, as {@code get_maintainer.pl} has it: everyone of every area, but the
   * people of {@code THE REST} only where a path has nobody else.
   *
   * @param paths that the patch touches
   * @param changedLines what it adds and removes, for the areas that go by words; may be empty
   */
  public Addressees addressees(Collection<String> paths, Collection<String> changedLines) {
    Set<MaintainedArea> found = new LinkedHashSet<>();
    boolean onlyTheRest = false;
    for (String path : paths) {
      List<MaintainedArea> of = areasOf(path);
      onlyTheRest |= of.stream().allMatch(MaintainedArea::isTheRest);
      found.addAll(of);
    }
    for (MaintainedArea area : areas) {
      if (changedLines.stream().anyMatch(area::speaksOf)) {
        found.add(area);
      }
    }
    boolean othersMaintain =
        found.stream().anyMatch(a -> !a.isTheRest() && !a.maintainers().isEmpty());
    boolean dropRest = othersMaintain && !onlyTheRest;
    List<Person> maintainers =
        found.stream()
            .filter(a -> !(dropRest && a.isTheRest()))
            .flatMap(a -> a.maintainers().stream())
            .toList();
    Map<String, Person> first = new LinkedHashMap<>();
    maintainers.forEach(p -> first.putIfAbsent(p.key(), p));
    Map<String, Person> reviewers = new LinkedHashMap<>();
    found.stream()
        .flatMap(a -> a.reviewers().stream())
        .filter(p -> !first.containsKey(p.key()))
        .forEach(p -> reviewers.putIfAbsent(p.key(), p));
    List<String> lists = found.stream().flatMap(a -> a.lists().stream()).distinct().toList();
    return new Addressees(List.copyOf(first.values()), List.copyOf(reviewers.values()), lists);
  }
}
