package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.conversion.RequestPreview;
import io.github.patchlane.core.conversion.RequestPreview.Commit;
import io.github.patchlane.core.conversion.RequestPreview.Place;
import io.github.patchlane.core.conversion.RequestPreview.Said;
import io.github.patchlane.core.conversion.RequestPreview.Talk;
import io.github.patchlane.core.conversion.RequestPreview.Version;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.core.source.Obstacle;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.BranchPatch;
import io.github.patchlane.core.source.Posting.Round;
import io.github.patchlane.gitlab.written.WrittenText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a plan of {@link GitLabTarget} would make, to be looked at before anything is written. */
public final class MergeRequestPreview {
  private final Map<String, List<Said>> talks = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, String> homes = new LinkedHashMap<>();
  private final Set<String> labels = new LinkedHashSet<>();
  private boolean closed;

  private MergeRequestPreview() {}

  /**
   * The merge request of a posting; empty where nothing of it applies.
   *
   * @param plan made of that posting
   */
  public static Optional<RequestPreview> of(Posting posting, Plan plan) {
    return plan.steps().stream()
        .filter(step -> step.action().equals(Actions.OPEN))
        .findFirst()
        .map(open -> new MergeRequestPreview().read(posting, plan, open));
  }

  private RequestPreview read(Posting posting, Plan plan, Step open) {
    String title = open.field(Fields.TITLE);
    for (Step step : plan.steps()) {
      add(step);
      title =
          step.action().equals(Actions.RETITLE)
              ? step.payload().getOrDefault(Fields.TITLE, title)
              : title;
    }
    List<Talk> all = new ArrayList<>();
    talks.forEach((key, said) -> all.add(new Talk(Optional.ofNullable(places.get(key)), said)));
    return new RequestPreview(
        posting.contribution().id().value(),
        // word joiners part what GitLab would take for a reference
        title.replace("\u2060", ""),
        WrittenText.plain(open.field(Fields.DESCRIPTION)),
        open.field(Fields.BRANCH),
        open.field(Fields.TARGET),
        List.copyOf(labels),
        posting.revisions().stream().map(MergeRequestPreview::version).toList(),
        all,
        closed);
  }

  private void add(Step step) {
    Map<String, String> payload = step.payload();
    Optional.ofNullable(payload.get(Fields.LABELS))
        .ifPresent(names -> labels.addAll(List.of(names.split(",", -1))));
    switch (step.action()) {
      case Actions.CLOSE -> closed = true;
      case Actions.REOPEN -> closed = false;
      default -> {}
    }
    String body = payload.get(Fields.BODY);
    if (body == null) {
      return;
    }
    String above = payload.getOrDefault(Fields.THREAD, step.key());
    String home = homes.getOrDefault(above, above);
    homes.put(step.key(), home);
    talks
        .computeIfAbsent(home, key -> new ArrayList<>())
        .add(new Said(kind(step.action()), WrittenText.plain(body)));
    if (step.action().equals(Actions.DISCUSSION)) {
      places.put(step.key(), place(payload));
    }
  }

  private static String kind(String action) {
    return switch (action) {
      case Actions.APPROVAL -> "approval";
      case Actions.VERDICT -> "verdict";
      case Actions.DISCUSSION -> "comment on a line";
      case Actions.REPLY -> "reply";
      case Actions.THREAD -> "comment";
      default -> "note";
    };
  }

  private static Place place(Map<String, String> payload) {
    String added = payload.get(Fields.NEW_LINE);
    String path = payload.getOrDefault(added == null ? Fields.OLD_PATH : Fields.NEW_PATH, "");
    String line = added == null ? payload.getOrDefault(Fields.OLD_LINE, "0") : added;
    return new Place(
        path,
        Integer.parseInt(line),
        added == null,
        // what stands there for a server that refuses the line quotes the patch
        excerpt(payload.getOrDefault(Fields.FALLBACK, "")));
  }

  private static List<String> excerpt(String fallback) {
    List<String> lines = WrittenText.firstVerbatim(fallback).lines().toList();
    return lines.isEmpty() ? lines : lines.subList(1, lines.size());
  }

  private static Version version(Round round) {
    List<Commit> commits = new ArrayList<>();
    for (BranchPatch made : round.branch().map(b -> b.commits()).orElse(List.of())) {
      for (Patch patch : round.revision().patches()) {
        if (patch.id().equals(made.patch())) {
          commits.add(
              new Commit(
                  made.commit().value().substring(0, 12), patch.subject(), patch.author().name()));
        }
      }
    }
    return new Version(
        round.revision().label(),
        round.revision().postedAt(),
        commits,
        round.obstacle().map(Obstacle::reason).orElse(""));
  }
}
