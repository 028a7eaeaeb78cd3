package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import java.util.List;
import java.util.stream.Collectors;

/** Which two revisions of a contribution are meant. */
final class RevisionChoice {
  private RevisionChoice() {}

  /**
   * @param names as their sender gave them, or numbers; none, one, or two
   * @throws UsageException where a name fits none, or where there are no two to choose from
   */
  static List<Revision> of(Contribution contribution, List<String> names) {
    List<Revision> all =
        contribution.revisions().stream().filter(r -> !r.patches().isEmpty()).toList();
    List<Revision> rounds =
        all.stream()
            .filter(r -> r.kind() == Revision.Kind.PROPOSAL || r.kind() == Revision.Kind.RFC)
            .toList();
    if (names.size() == 2) {
      return List.of(named(all, names.get(0)), named(all, names.get(1)));
    }
    if (names.size() == 1 && !rounds.isEmpty()) {
      return List.of(named(all, names.get(0)), rounds.get(rounds.size() - 1));
    }
    if (rounds.size() < 2) {
      throw new UsageException(
          "range-diff: "
              + contribution.id().value()
              + " has no two revisions with patches to compare");
    }
    return rounds.subList(rounds.size() - 2, rounds.size());
  }

  /** Of several with one name, as a round and what was sent again of it, the first. */
  private static Revision named(List<Revision> all, String name) {
    return all.stream()
        .filter(
            r ->
                r.label().equalsIgnoreCase(name)
                    || r.label().equalsIgnoreCase("v" + name)
                    || ("v" + r.number()).equalsIgnoreCase(name)
                    || Integer.toString(r.number()).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "range-diff: no revision "
                        + name
                        + " with patches; there is "
                        + all.stream().map(Revision::label).collect(Collectors.joining(", "))));
  }
}
