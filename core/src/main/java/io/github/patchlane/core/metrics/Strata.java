package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a contribution can be compared by. All of it was settled when the contribution was opened,
 * so that no stratum depends on how things went.
 *
 * @param size patches of the first round: {@code 1}, {@code 2}, {@code 3-4}, {@code 5+}
 * @param lane its label
 * @param paths top directories of the first round, by name; {@code .} for files outside any; {@code
 *     (none)} where nothing is known of the files
 */
public record Strata(
    String month,
    String year,
    String size,
    Experience experience,
    String lane,
    List<String> paths) {
  public Strata {
    Objects.requireNonNull(month);
    Objects.requireNonNull(year);
    Objects.requireNonNull(size);
    Objects.requireNonNull(experience);
    Objects.requireNonNull(lane);
    paths = List.copyOf(paths);
  }

  static Strata of(Contribution contribution, Experience experience) {
    Revision first =
        contribution.revisions().stream()
            .filter(revision -> revision.kind() == Revision.Kind.PROPOSAL)
            .findFirst()
            .orElse(contribution.revisions().get(0));
    return new Strata(
        month(contribution.openedAt()),
        year(contribution.openedAt()),
        size(first),
        experience,
        contribution.lane().label(),
        paths(first));
  }

  /** The keys of the groups that it belongs to. */
  public List<String> keys(GroupBy by) {
    return switch (by) {
      case NOTHING -> List.of("");
      case MONTH -> List.of(month);
      case YEAR -> List.of(year);
      case SIZE -> List.of(size);
      case NEWCOMER -> List.of(experience.label());
      case LANE -> List.of(lane);
      case PATH -> paths;
    };
  }

  static String month(Instant instant) {
    var date = instant.atOffset(ZoneOffset.UTC);
    return String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
  }

  static String year(Instant instant) {
    return String.format(Locale.ROOT, "%04d", instant.atOffset(ZoneOffset.UTC).getYear());
  }

  private static String size(Revision revision) {
    int patches =
        Math.max(
            revision.patches().size() + revision.missing().size(),
            revision.patches().stream().mapToInt(p -> p.total().orElse(1)).max().orElse(1));
    if (patches >= 5) {
      return "5+";
    }
    return patches >= 3 ? "3-4" : patches == 2 ? "2" : "1";
  }

  private static List<String> paths(Revision revision) {
    List<String> tops =
        revision.patches().stream()
            .map(Patch::stat)
            .flatMap(stat -> stat.paths().stream())
            .map(path -> path.indexOf('/') > 0 ? path.substring(0, path.indexOf('/')) : ".")
            .distinct()
            .sorted()
            .toList();
    return tops.isEmpty() ? List.of("(none)") : tops;
  }
}
