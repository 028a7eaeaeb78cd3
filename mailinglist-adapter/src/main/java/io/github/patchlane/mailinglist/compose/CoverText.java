package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.mailinglist.series.SubjectLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cover letter. What was one before stays as it was; of a merge request's description one is
 * made, with the list of patches, the range-diff and what programs need to know.
 */
final class CoverText {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private static final String BASE = "base-commit: ";

  private final Contribution contribution;
  private final Posting.Round round;
  private final Optional<MessageText> text;

  CoverText(Contribution contribution, Posting.Round round, Optional<MessageText> text) {
    this.contribution = contribution;
    this.round = round;
    this.text = text;
  }

  /** A text's subject without what stood in brackets. */
  static String title(MessageText text) {
    return SubjectLine.parse(text.subject()).title();
  }

  /** All of a text, with what it quotes. */
  static String whole(MessageText text) {
    StringBuilder out = new StringBuilder();
    for (MessageText.Passage passage : text.passages()) {
      append(out, passage.quoted());
      append(out, passage.text());
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String part) {
    if (!part.isBlank()) {
      out.append(out.isEmpty() ? "" : "\n\n").append(part.stripTrailing());
    }
  }

  Body of(List<Patch> patches, Map<SourceId, PatchContent> contents) {
    String words = text.map(CoverText::whole).orElse("");
    if (contribution.lane() == Lane.MAILING_LIST) {
      return Body.of(words + "\n");
    }
    StringBuilder out = new StringBuilder(withoutBase(words));
    out.append(out.isEmpty() ? "" : "\n\n");
    out.append("---\n");
    out.append(shortlog(patches, contents));
    out.append(diffStat(patches, contents));
    round
        .rangeDiff()
        .ifPresent(diff -> out.append("\nRange-diff against the revision before:\n").append(diff));
    return Body.of(
        out.append('\n')
            .append(provenance(contribution, round))
            .append(PatchMailBody.SIGNATURE)
            .toString());
  }

  /** A description may name the base of another round than this; which it is stands below. */
  private static String withoutBase(String words) {
    return words
        .lines()
        .filter(line -> !line.startsWith(BASE))
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  private static String shortlog(List<Patch> patches, Map<SourceId, PatchContent> contents) {
    Map<String, StringBuilder> byAuthor = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Patch patch : patches) {
      PatchContent content = contents.get(patch.id());
      if (content != null) {
        String name = content.author().name();
        byAuthor
            .computeIfAbsent(name, k -> new StringBuilder())
            .append("  ")
            .append(new PatchMailBody(content).title())
            .append('\n');
        counts.merge(name, 1, Integer::sum);
      }
    }
    StringBuilder out = new StringBuilder();
    byAuthor.forEach(
        (name, titles) ->
            out.append(name)
                .append(" (")
                .append(counts.get(name))
                .append("):\n")
                .append(titles)
                .append('\n'));
    return out.toString();
  }

  private static String diffStat(List<Patch> patches, Map<SourceId, PatchContent> contents) {
    return DiffStatText.of(
        patches.stream()
            .map(p -> contents.get(p.id()))
            .filter(Objects::nonNull)
            .map(c -> UnifiedDiff.parse(c.diff()))
            .toList());
  }

  /** What tells programs where the series fits and which series it is, whatever it is called. */
  static String provenance(Contribution contribution, Posting.Round round) {
    StringBuilder out = new StringBuilder();
    round
        .branch()
        .map(b -> b.base().value())
        .or(() -> round.revision().base().map(b -> b.value()))
        .ifPresent(base -> out.append(BASE).append(base).append('\n'));
    if (contribution.lane() != Lane.MAILING_LIST) {
      out.append("change-id: ").append(changeId(contribution)).append('\n');
    }
    return out.isEmpty() ? "" : out.insert(0, "---\n").toString();
  }

  private static String changeId(Contribution contribution) {
    // not the title: it may change from round to round
    return DAY.format(contribution.openedAt().atOffset(ZoneOffset.UTC).toLocalDate())
        + "-patchlane-"
        + OutgoingIds.digest(contribution.id().value()).substring(0, 12);
  }
}
