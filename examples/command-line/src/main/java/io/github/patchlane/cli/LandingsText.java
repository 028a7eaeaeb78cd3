package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Landings for people: each contribution that has any, and a line for each commit. */
final class LandingsText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int SHORT = 12;

  private LandingsText() {}

  static String of(List<Contribution> contributions) {
    StringBuilder text = new StringBuilder();
    for (Contribution contribution : contributions) {
      if (contribution.landings().isEmpty()) {
        continue;
      }
      line(text, contribution.title() + "  (" + contribution.id() + ")");
      Map<SourceId, String> names = names(contribution);
      for (Landing landing : contribution.landings()) {
        line(text, "  " + line(landing, names));
      }
    }
    return text.toString();
  }

  private static Map<SourceId, String> names(Contribution contribution) {
    Map<SourceId, String> names = new HashMap<>();
    for (Revision revision : contribution.revisions()) {
      for (Patch patch : revision.patches()) {
        String place =
            revision.patches().size() > 1
                ? " " + patch.index() + "/" + revision.patches().size()
                : "";
        names.put(patch.id(), revision.label() + place + "  " + patch.subject());
      }
    }
    return names;
  }

  private static String line(Landing landing, Map<SourceId, String> names) {
    Optional<Landing.Reversal> reverted = landing.reverted();
    return DAY.format(landing.landedAt())
        + "  "
        + shortened(landing.commit().value())
        + "  "
        + names.getOrDefault(landing.patch(), landing.patch().value())
        + "  ["
        + (landing.role() == Landing.Role.WHOLE ? "" : landing.role().label() + ", ")
        + landing.evidence().kind().label()
        + String.format(Locale.ROOT, " %.2f", landing.evidence().confidence())
        + (landing.evidence().detail().isEmpty() ? "" : ": " + landing.evidence().detail())
        + landing.branch().filter(branch -> !branch.equals("HEAD")).map(b -> "; " + b).orElse("")
        + "]"
        + reverted
            .map(
                undone ->
                    "  reverted "
                        + DAY.format(undone.at())
                        + " by "
                        + shortened(undone.commit().value()))
            .orElse("");
  }

  private static String shortened(String commit) {
    return commit.substring(0, SHORT);
  }

  private static void line(StringBuilder text, String line) {
    text.append(TerminalText.of(line)).append('\n');
  }
}
