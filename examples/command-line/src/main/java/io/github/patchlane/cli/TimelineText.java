package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A contribution as its history reads: what was posted, what was said about it, what landed. */
final class TimelineText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Contribution contribution;
  private final Map<SourceId, String> names = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private TimelineText(Contribution contribution) {
    this.contribution = contribution;
    for (Revision revision : contribution.revisions()) {
      revision.cover().ifPresent(cover -> names.put(cover, revision.label() + " cover"));
      for (Patch patch : revision.patches()) {
        names.putIfAbsent(patch.id(), revision.label() + " " + place(patch));
      }
    }
  }

  static String of(Contribution contribution) {
    TimelineText timeline = new TimelineText(contribution);
    timeline.head();
    contribution.revisions().forEach(timeline::revision);
    timeline.line("");
    timeline.line("Timeline (UTC)");
    contribution.events().forEach(timeline::event);
    if (!contribution.landings().isEmpty()) {
      timeline.line("");
      timeline.line("Landings");
      contribution.landings().forEach(timeline::landing);
    }
    return timeline.text.toString();
  }

  private void head() {
    line(contribution.title());
    line(contribution.id().value());
    line(
        contribution.state().label()
            + ", "
            + contribution.lane().label()
            + ", opened "
            + MINUTE.format(contribution.openedAt())
            + " by "
            + contribution.submitter());
  }

  private void revision(Revision revision) {
    line("");
    line(
        revision.label()
            + (revision.kind() == Revision.Kind.PROPOSAL
                ? ""
                : " (" + revision.kind().label() + ")")
            + ", posted "
            + MINUTE.format(revision.postedAt())
            + evidence(revision.evidence()));
    revision.cover().ifPresent(cover -> line("  cover  <" + cover.value() + ">"));
    for (Patch patch : revision.patches()) {
      line(
          String.format(
              Locale.ROOT,
              "  %-5s  %s  (+%d -%d)  <%s>",
              place(patch),
              patch.subject(),
              patch.stat().added(),
              patch.stat().removed(),
              patch.id().value()));
    }
    if (!revision.missing().isEmpty()) {
      line("  never seen: " + revision.missing());
    }
  }

  private static String place(Patch patch) {
    return patch.index()
        + "/"
        + (patch.total().isPresent() ? Integer.toString(patch.total().getAsInt()) : "n");
  }

  private static String evidence(Evidence evidence) {
    if (evidence.kind() == Evidence.Kind.POSTING) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "  [by %s, %.0f %%: %s]",
        evidence.kind().label(),
        100 * evidence.confidence(),
        evidence.detail());
  }

  private void event(ReviewEvent event) {
    StringBuilder said = new StringBuilder();
    said.append("  ").append(MINUTE.format(event.at())).append("  ");
    said.append(String.format(Locale.ROOT, "%-18s ", event.type()));
    said.append(
        event.by().person().name().isEmpty()
            ? event.by().person().email()
            : event.by().person().name());
    if (event.by().bot()) {
      said.append(" (bot)");
    }
    event
        .act()
        .on()
        .ifPresent(
            on -> said.append(", on ").append(names.getOrDefault(on, "<" + on.value() + ">")));
    event.trailer().map(Trailer::line).ifPresent(line -> said.append(": ").append(line));
    event.anchor().ifPresent(anchor -> said.append(": ").append(place(anchor)));
    if (event instanceof ReviewEvent.Checked check) {
      said.append(": ")
          .append(check.name())
          .append(check.passed().map(passed -> passed ? " passed" : " failed").orElse(""));
    }
    if (event instanceof ReviewEvent.Closed closed) {
      said.append(": ").append(closed.reason().label());
    }
    line(said.toString());
  }

  private static String place(LineAnchor anchor) {
    return anchor.path()
        + ":"
        + anchor.line()
        + (anchor.side() == LineAnchor.Side.OLD ? " (removed)" : "");
  }

  private void landing(Landing landing) {
    line(
        "  "
            + MINUTE.format(landing.landedAt())
            + "  "
            + names.getOrDefault(landing.patch(), landing.patch().value())
            + " is "
            + landing.commit().value().substring(0, 12)
            + evidence(landing.evidence()));
  }

  private void line(String line) {
    text.append(TerminalText.of(line)).append('\n');
  }
}
