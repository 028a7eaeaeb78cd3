package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps a merge request below the number of comments that GitLab takes: the last texts of a very
 * long conversation stand several in one note, in their order.
 */
final class NoteBudget {
  /** GitLab takes 5,000; some are left to the people who go on there. */
  private static final int MOST = 4_500;

  private NoteBudget() {}

  static List<Step> within(PlanDraft draft) {
    return within(draft, MOST);
  }

  static List<Step> within(PlanDraft draft, int most) {
    long texts = draft.steps().stream().filter(NoteBudget::isText).count();
    if (texts <= most) {
      return draft.steps();
    }
    draft.remark(
        texts
            + " texts are more than a merge request takes: the last ones stand several in a note");
    // what is bundled needs notes too; half the room is far more than enough
    int single = most / 2;
    List<Step> kept = new ArrayList<>();
    List<Step> bundle = new ArrayList<>();
    List<Step> rest = new ArrayList<>();
    Set<String> gone = new HashSet<>();
    int size = 0;
    for (Step step : draft.steps()) {
      if (!isText(step)) {
        (bundle.isEmpty() ? kept : rest).add(step);
      } else if (single > 0) {
        single--;
        kept.add(step);
      } else {
        gone.add(step.key());
        int length = step.field(Fields.BODY).length();
        if (!bundle.isEmpty() && size + length > Pieces.NOTE) {
          kept.add(bundled(bundle));
          bundle.clear();
          size = 0;
        }
        bundle.add(step);
        size += length + 16;
      }
    }
    if (!bundle.isEmpty()) {
      kept.add(bundled(bundle));
    }
    rest.stream().filter(s -> s.needs().stream().noneMatch(gone::contains)).forEach(kept::add);
    return kept;
  }

  private static boolean isText(Step step) {
    return step.payload().containsKey(Fields.BODY);
  }

  private static Step bundled(List<Step> steps) {
    Step first = steps.get(0);
    StringBuilder body = new StringBuilder();
    for (Step step : steps) {
      String own = step.payload().getOrDefault(Fields.FALLBACK, step.field(Fields.BODY));
      String marker = step.field(Fields.MARKER);
      body.append(body.isEmpty() ? "" : "\n\n---\n\n");
      body.append(own, 0, own.length() - marker.length() - 2);
    }
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put(Fields.BODY, body + "\n\n" + first.field(Fields.MARKER));
    payload.put(Fields.MARKER, first.field(Fields.MARKER));
    payload.put(Fields.AT, first.field(Fields.AT));
    return new Step(
        "bundle " + first.key(),
        Actions.NOTE,
        steps.size() + " texts in one, from: " + first.summary(),
        payload,
        List.of(PlanDraft.OPEN));
  }
}
