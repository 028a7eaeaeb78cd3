package io.github.patchlane.cli.sample;

import java.util.ArrayList;
import java.util.List;

/** The words around the diffs: messages, changelogs, covers, signatures. */
final class PatchText {
  static final String ARCHIVE = "https://lists.example.org/thornbill-devel/";

  private final World world;

  PatchText(World world) {
    this.world = world;
  }

  /** Everything above the first diff line, the three dashes and the diffstat included. */
  List<String> intro(Effort effort, PatchDraft draft, List<FileDiff> diffs, boolean standsAlone) {
    List<String> lines = new ArrayList<>();
    if (effort.author.munged()) {
      lines.add("From: " + effort.author.person());
      lines.add("");
    }
    lines.addAll(draft.message());
    lines.addAll(draft.tags());
    lines.add("Signed-off-by: " + effort.author.person());
    lines.add("---");
    if (standsAlone && !effort.openings.isEmpty()) {
      lines.addAll(changes(effort));
      lines.add("");
    }
    lines.addAll(DiffStat.of(diffs));
    lines.add("");
    return lines;
  }

  List<String> signature(Effort effort, boolean standsAlone) {
    List<String> lines = new ArrayList<>();
    if (standsAlone && effort.author.habit() == Habit.CHANGE_ID) {
      lines.addAll(provenance(effort));
      lines.add("Best regards,");
      lines.add("-- ");
      lines.add(effort.author.person().toString());
    } else {
      lines.add("-- ");
      lines.add("2.39.0");
    }
    lines.add("");
    return lines;
  }

  List<String> cover(Effort effort, List<FileDiff> whole) {
    List<String> lines = new ArrayList<>();
    for (int i = world.dice.between(1, 3); i > 0; i--) {
      lines.addAll(world.prose.paragraph(world.dice.between(2, 4)));
      lines.add("");
    }
    boolean changeId = effort.author.habit() == Habit.CHANGE_ID;
    if (changeId) {
      lines.add("Signed-off-by: " + effort.author.person());
      lines.add("---");
    }
    if (!effort.openings.isEmpty()) {
      lines.addAll(changes(effort));
      lines.add("");
    }
    if (changeId) {
      lines.add("---");
    }
    lines.add(effort.author.person().name() + " (" + effort.drafts.size() + "):");
    effort.drafts.forEach(draft -> lines.add("  " + draft.title()));
    lines.add("");
    lines.addAll(DiffStat.of(whole));
    if (changeId) {
      lines.addAll(provenance(effort));
      lines.add("Best regards,");
      lines.add("-- ");
      lines.add(effort.author.person().toString());
    } else {
      lines.add("");
      lines.add("-- ");
      lines.add("2.39.0");
    }
    lines.add("");
    return lines;
  }

  private List<String> provenance(Effort effort) {
    List<String> lines = new ArrayList<>(List.of("---"));
    lines.add("base-commit: " + world.history.head().name());
    if (!effort.losesChangeId()) {
      lines.add("change-id: " + effort.changeId);
    }
    lines.add("");
    return lines;
  }

  private List<String> changes(Effort effort) {
    List<String> lines = new ArrayList<>();
    String now = "v" + effort.label.number();
    List<Mail> before = effort.openings;
    String previous = "v" + Math.max(1, effort.label.number() - 1);
    Mail last = before.get(before.size() - 1);
    Habit habit = effort.oddity() == Oddity.RETITLED ? Habit.SAME_TITLE : effort.author.habit();
    switch (habit) {
      case CHANGE_ID -> {
        lines.add("Changes in " + now + ":");
        lines.add("- " + world.prose.sentence());
        lines.add(
            "- Link to "
                + previous
                + ": "
                + ARCHIVE.replace("thornbill-devel", "r")
                + last.id().value());
      }
      case LINK -> {
        lines.add(previous + ": " + ARCHIVE + last.id().value() + "/");
        lines.add("");
        lines.add(previous + " -> " + now + ":");
        lines.add(" * " + world.prose.sentence());
      }
      case REPLY, SAME_TITLE -> {
        lines.add("Changes since " + previous + ":");
        lines.add("  - " + world.prose.sentence());
      }
    }
    return lines;
  }
}
