package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

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
      if (!isSharedCover(revision)) {
        revision.cover().ifPresent(cover -> names.put(cover, revision.label() + " 0"));
      }
      for (Patch patch : revision.patches()) {
        names.putIfAbsent(patch.id(), revision.label() + " " + place(patch));
      }
    }
  }

  /** A merge request has one description for all its rounds. */
  private boolean isSharedCover(Revision revision) {
    return contribution.revisions().stream().filter(r -> r.cover().equals(revision.cover())).count()
        > 1;
  }

  /** What an event is on: by the name of a posting, else by the round. */
  private String name(SourceId on, ReviewEvent event) {
    String known = names.get(on);
    if (known != null) {
      return known;
    }
    boolean cover =
        contribution.revisions().stream().anyMatch(r -> r.cover().equals(Optional.of(on)));
    return cover ? round(event) : "<" + on.value() + ">";
  }

  private static String round(ReviewEvent event) {
    OptionalInt number = event.act().revision();
    return number.isPresent() ? "v" + number.getAsInt() : "";
  }

  static String of(Contribution contribution) {
    TimelineText timeline = new TimelineText(contribution);
    timeline.head();
    contribution.revisions().forEach(timeline::revision);
    timeline.line("");
    timeline.line("Timeline (UTC)");
    timeline.events();
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

  /** One line for each thing said; the comments of one mail on many lines are one thing. */
  private void events() {
    List<ReviewEvent> events = contribution.events();
    int at = 0;
    while (at < events.size()) {
      int end = at + 1;
      while (end < events.size() && isOneSaying(events.get(at), events.get(end))) {
        end++;
      }
      event(events.get(at), events.subList(at, end));
      at = end;
    }
  }

  private static boolean isOneSaying(ReviewEvent a, ReviewEvent b) {
    return a.type().equals(b.type())
        && a.act().source().equals(b.act().source())
        && a.trailer().equals(b.trailer())
        && (a.act().on().equals(b.act().on()) || a.anchor().isEmpty());
  }

  private void event(ReviewEvent event, List<ReviewEvent> same) {
    StringBuilder said = new StringBuilder();
    said.append("  ").append(MINUTE.format(event.at())).append("  ");
    String on =
        same.stream()
            .flatMap(e -> e.act().on().stream())
            .map(id -> name(id, event))
            .distinct()
            .collect(Collectors.joining(", "));
    String what = names.getOrDefault(event.act().source(), on.isEmpty() ? round(event) : on);
    said.append(String.format(Locale.ROOT, "%-18s %-12s  ", event.type(), what));
    said.append(name(event.by().person()));
    if (event.by().bot()) {
      said.append(" (bot)");
    }
    event.trailer().map(Trailer::line).ifPresent(line -> said.append(": ").append(line));
    if (event instanceof ReviewEvent.Commented && event.trailer().isPresent()) {
      said.append(" (on a condition)");
    }
    said.append(places(same));
    if (event instanceof ReviewEvent.Checked check) {
      said.append(": ")
          .append(check.name())
          .append(check.passed().map(passed -> passed ? " passed" : " failed").orElse(""));
    }
    if (event instanceof ReviewEvent.Closed closed) {
      said.append(": ").append(closed.reason().label());
    }
    if (event instanceof ReviewEvent.Landed) {
      said.append(": ").append(event.act().source().value(), 0, 12);
    }
    line(said.toString());
  }

  private static String name(Person person) {
    return person.name().isEmpty() ? person.email() : person.name();
  }

  /** {@code : lib/a.c:27, :61; lib/b.c:3 (removed)}: each path once. */
  private static String places(List<ReviewEvent> events) {
    StringBuilder places = new StringBuilder();
    String path = "";
    for (ReviewEvent event : events) {
      if (event.anchor().isPresent()) {
        LineAnchor anchor = event.anchor().get();
        boolean samePath = anchor.path().equals(path);
        places.append(places.isEmpty() ? ": " : samePath ? ", " : "; ");
        places.append(samePath ? "" : anchor.path()).append(':').append(anchor.line());
        places.append(anchor.side() == LineAnchor.Side.OLD ? " (removed)" : "");
        path = anchor.path();
      }
    }
    return places.toString();
  }

  private void landing(Landing landing) {
    line(
        "  "
            + MINUTE.format(landing.landedAt())
            + "  "
            + names.getOrDefault(landing.patch(), landing.patch().value())
            + " is "
            + landing.commit().value().substring(0, 12)
            + (landing.role() == Landing.Role.WHOLE ? "" : ", " + landing.role().label())
            + evidence(landing.evidence())
            + landing
                .reverted()
                .map(undone -> ", reverted by " + undone.commit().value().substring(0, 12))
                .orElse(""));
  }

  private void line(String line) {
    text.append(TerminalText.of(line)).append('\n');
  }
}
