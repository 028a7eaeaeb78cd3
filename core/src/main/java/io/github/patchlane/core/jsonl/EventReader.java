package io.github.patchlane.core.jsonl;

import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import java.util.Optional;
import java.util.function.Function;

/** One event of a line. */
final class EventReader {
  private static final Function<String, ReviewEvent.Closed.Reason> REASON =
      ContributionReader.word(ReviewEvent.Closed.Reason.values(), ReviewEvent.Closed.Reason::label);
  private static final Function<String, LineAnchor.Side> SIDE =
      ContributionReader.word(LineAnchor.Side.values(), LineAnchor.Side::label);

  private EventReader() {}

  static ReviewEvent event(Fields f, Lane lane) {
    Fields by = f.object("by");
    String type = f.text("type");
    Act act =
        new Act(
            f.instant("at"),
            new Actor(ContributionReader.person(by), by.flag("bot")),
            f.optionalNumber("revision", Integer.MIN_VALUE),
            f.optional("on", on -> ContributionReader.posting(on, lane)),
            f.read(
                "source",
                source ->
                    type.equals("landed")
                        ? SourceId.parse(source)
                        : ContributionReader.posting(source, lane)));
    Optional<Trailer> trailer = f.optional("trailer", EventReader::trailer);
    return switch (type) {
      case "revision-posted" -> new ReviewEvent.RevisionPosted(act);
      case "commented" ->
          new ReviewEvent.Commented(
              act,
              f.optionalObject("anchor").map(anchor -> anchor(anchor, lane)),
              f.flag("substantive"),
              trailer);
      case "approved" -> new ReviewEvent.Approved(act, trailer);
      case "approval-withdrawn" -> new ReviewEvent.ApprovalWithdrawn(act, trailer);
      case "changes-requested" -> new ReviewEvent.ChangesRequested(act, trailer);
      case "checked" ->
          new ReviewEvent.Checked(
              act, f.optionalText("check").orElse(""), f.optionalFlag("passed"));
      case "accepted" -> new ReviewEvent.Accepted(act);
      case "landed" -> new ReviewEvent.Landed(act);
      case "closed" ->
          new ReviewEvent.Closed(
              act, f.optional("reason", REASON).orElse(ReviewEvent.Closed.Reason.DECLINED));
      case "reopened" -> new ReviewEvent.Reopened(act);
      default -> throw f.refused("type", "the name of an event, not \"" + type + '"');
    };
  }

  private static Trailer trailer(String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("no trailer: \"" + line + '"');
    }
    return new Trailer(line.substring(0, colon), line.substring(colon + 1).strip());
  }

  private static LineAnchor anchor(Fields f, Lane lane) {
    return new LineAnchor(
        f.read("patch", patch -> ContributionReader.posting(patch, lane)),
        f.text("path"),
        f.number("line", 1),
        f.read("side", SIDE));
  }
}
