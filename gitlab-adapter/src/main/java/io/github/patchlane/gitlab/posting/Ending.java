package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import io.github.patchlane.gitlab.posting.PlanDraft.Piece;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a contribution ended, said on the page. GitLab has no call for what was merged elsewhere:
 * such a merge request is closed with a note and a label.
 */
final class Ending {
  private final Contribution contribution;
  private final Leads leads;
  private final PlanDraft draft;
  private final Signature signature;

  Ending(Contribution contribution, Leads leads, PlanDraft draft, Signature signature) {
    this.contribution = contribution;
    this.leads = leads;
    this.draft = draft;
    this.signature = signature;
  }

  /**
   * Plans it.
   *
   * @param lineThreads the steps that began threads on lines
   */
  void add(List<String> lineThreads) {
    State state = contribution.state();
    if (state == State.OPEN) {
      reopen();
      return;
    }
    Standing standing =
        Standing.of(contribution.revisions(), contribution.events(), contribution.landings());
    Instant since = standing.since().orElseGet(contribution.newest()::postedAt);
    SourceId lead = leads.of(contribution.revisions().get(0));
    String part = "state-" + state.label();
    draft.note(
        Actions.NOTE,
        new Piece(lead, contribution.newest().number(), part, since, "it is " + state.label()),
        text(state, standing, since),
        text -> text);
    label(state);
    if (state == State.PARTLY_LANDED) {
      return;
    }
    if (state == State.LANDED) {
      lineThreads.forEach(this::resolve);
    }
    draft.add(
        "close " + state.label(),
        Actions.CLOSE,
        "close, as it is " + state.label(),
        Map.of(Fields.STATE, "closed"),
        List.of(PlanDraft.OPEN));
  }

  /** An earlier run may have seen it closed. */
  private void reopen() {
    boolean ended = contribution.events().stream().anyMatch(e -> e instanceof ReviewEvent.Closed);
    if (ended) {
      draft.add(
          "reopen " + leads.of(contribution.newest()).value(),
          Actions.REOPEN,
          "see that it is open, as its end was undone",
          Map.of(Fields.STATE, "opened"),
          List.of(PlanDraft.OPEN));
    }
  }

  private void label(State state) {
    draft.add(
        "label " + state.label(),
        Actions.LABEL,
        "label " + state.label(),
        Map.of(Fields.LABELS, state.label()),
        List.of(PlanDraft.OPEN));
  }

  private void resolve(String thread) {
    draft.add(
        "resolve " + thread,
        Actions.RESOLVE,
        "resolve the thread, as the change landed",
        Map.of(Fields.THREAD, thread),
        List.of(PlanDraft.OPEN, thread));
  }

  private String text(State state, Standing standing, Instant since) {
    String when = " on " + Signature.time(since);
    return switch (state) {
      case OPEN -> "";
      case LANDED -> "**Landed**" + when + ", not by this merge request but in git:" + landings();
      case PARTLY_LANDED -> "**Partly landed**, last" + when + ":" + landings() + notLanded();
      case DECLINED -> "**Declined**" + when + because(standing);
      case WITHDRAWN -> "**Withdrawn** by its author" + when + because(standing);
      case SUPERSEDED -> "**Superseded** by another contribution" + when + because(standing);
    };
  }

  private String because(Standing standing) {
    return standing.by().map(by -> " (" + signature.link("mail", by) + ").").orElse(".");
  }

  private String landings() {
    StringBuilder text = new StringBuilder("\n");
    contribution.landings().stream()
        .sorted(Comparator.comparing(Landing::landedAt).thenComparing(l -> l.patch().value()))
        .forEach(
            landing ->
                text.append("\n- ")
                    .append(name(landing.patch()))
                    .append(" as `")
                    .append(landing.commit().value())
                    .append("` on ")
                    .append(Signature.time(landing.landedAt()))
                    .append(" (known by ")
                    .append(landing.evidence().kind().label())
                    .append(")"));
    return text.toString();
  }

  private String notLanded() {
    StringBuilder text = new StringBuilder();
    for (Patch patch : contribution.newest().patches()) {
      if (contribution.landings().stream().noneMatch(l -> l.patch().equals(patch.id()))) {
        text.append("\n- ").append(name(patch.id())).append(" is not known to have landed");
      }
    }
    return text.toString();
  }

  private String name(SourceId id) {
    Optional<Revision> revision = contribution.revisionOf(id);
    return revision.stream()
        .flatMap(r -> r.patches().stream())
        .filter(p -> p.id().equals(id))
        .findFirst()
        .map(
            p ->
                Harmless.inline(revision.orElseThrow().label())
                    + " patch "
                    + p.index()
                    + " “"
                    + Harmless.inline(p.subject())
                    + "”")
        .orElseGet(() -> revision.map(r -> Harmless.inline(r.label())).orElse("a posting"));
  }
}
