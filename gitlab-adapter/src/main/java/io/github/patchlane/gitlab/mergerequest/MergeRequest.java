package io.github.patchlane.gitlab.mergerequest;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A merge request and all that is known to have happened to it.
 *
 * @param versions by time
 * @param discussions by the time of their first note; system notes are among them
 * @param stateEvents by time; older servers have system notes instead
 * @param approvals in force; empty where they were not asked for
 * @param reviewers empty where they were not asked for
 * @param checks by time; empty where they were not asked for
 */
public record MergeRequest(
    Heading heading,
    List<DiffVersion> versions,
    List<Discussion> discussions,
    List<StateEvent> stateEvents,
    List<Approval> approvals,
    List<Reviewer> reviewers,
    List<Check> checks) {
  private static final Comparator<Discussion> BY_FIRST_NOTE =
      Comparator.comparing((Discussion d) -> d.notes().get(0).createdAt())
          .thenComparing(Discussion::id);

  public MergeRequest {
    Objects.requireNonNull(heading);
    versions = versions.stream().sorted(DiffVersion.BY_TIME).toList();
    discussions =
        discussions.stream().filter(d -> !d.notes().isEmpty()).sorted(BY_FIRST_NOTE).toList();
    stateEvents =
        stateEvents.stream()
            .sorted(Comparator.comparing(StateEvent::at).thenComparing(StateEvent::change))
            .toList();
    approvals = List.copyOf(approvals);
    reviewers = List.copyOf(reviewers);
    checks =
        checks.stream()
            .sorted(
                Comparator.comparing(Check::at)
                    .thenComparing(Check::name)
                    .thenComparing(check -> check.commit().value()))
            .toList();
  }

  /** Every note, by time; the order of one instant is that of the discussions. */
  public Stream<Note> notes() {
    return discussions.stream()
        .flatMap(discussion -> discussion.notes().stream())
        .sorted(Comparator.comparing(Note::createdAt));
  }
}
