package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.identity.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes a contribution of a merge request, by the definitions that hold for both lanes.
 *
 * <ul>
 *   <li>It was proposed by the account that opened it, or, where Patchlane made it of a series, by
 *       whoever sent that.
 *   <li>It opens when it was created; a draft, when it was first marked ready.
 *   <li>Notes are comments, on the diff substantive ones. Labels, assignments, mentions and edits
 *       are nothing, and so are notes that only members can read.
 *   <li>Approvals, given and withdrawn, come from system notes, and from the list of those in force
 *       where no note tells of them. Trailers that a note gives are approvals too.
 *   <li>Merging says that it is taken, and so does closing it beside a commit's name; whether it
 *       landed, git alone says.
 *   <li>Closed by its author it is withdrawn, by another declined, beside a successor's name
 *       superseded.
 * </ul>
 */
public final class Translation {
  private final ProjectAddress project;
  private final Accounts accounts;
  private final VersionPatches patches;

  public Translation(ProjectAddress project, Accounts accounts, VersionPatches patches) {
    this.project = Objects.requireNonNull(project);
    this.accounts = Objects.requireNonNull(accounts);
    this.patches = Objects.requireNonNull(patches);
  }

  /**
   * Translates one request.
   *
   * @param position where it lies, for what is said of it
   */
  public Translated translate(MergeRequest request, Position position) {
    Heading heading = request.heading();
    WebAddress page = new WebAddress(heading.page());
    ReviewerActions actions = new ReviewerActions(request, accounts);
    Rounds rounds = new Rounds(request, patches, page, actions.times());
    EventReader reader = new EventReader(request, accounts, patches, rounds, page);
    List<ReviewEvent> events = reader.read();
    List<Revision> revisions = rounds.revisions();
    Contribution contribution =
        new Contribution(
            project.contribution(heading.iid()),
            Lane.MERGE_REQUEST,
            title(request),
            CarriedSeries.submitter(request, accounts),
            opened(revisions),
            Standing.of(revisions, events, List.of()).state(),
            revisions,
            events,
            List.of());
    return new Translated(
        contribution,
        problems(request, reader, position),
        reader.clockFixes(),
        newest(request, contribution));
  }

  /** What the request's description and notes say, by the names that its contribution gives. */
  public Map<SourceId, MessageText> texts(MergeRequest request) {
    return new RequestTexts(request, accounts, patches).read();
  }

  private static String title(MergeRequest request) {
    Heading heading = request.heading();
    String title = heading.plainTitle();
    if (!title.isBlank()) {
      return CarriedSeries.is(request) ? CarriedSeries.title(title) : title;
    }
    return heading.sourceBranch().isBlank() ? "!" + heading.iid() : heading.sourceBranch();
  }

  private static Instant opened(List<Revision> revisions) {
    return revisions.stream()
        .filter(revision -> revision.kind() == Revision.Kind.PROPOSAL)
        .findFirst()
        .orElse(revisions.get(0))
        .postedAt();
  }

  private List<Problem> problems(MergeRequest request, EventReader reader, Position position) {
    List<Problem> problems = new ArrayList<>();
    Heading heading = request.heading();
    String id = project.contribution(heading.iid()).value();
    if (reader.internalNotes() > 0) {
      problems.add(
          new Problem(
              Problem.Kind.UNPLACED,
              position,
              id,
              heading.title(),
              "left out "
                  + reader.internalNotes()
                  + " internal notes: only members can read them"));
    }
    placeholders(request)
        .forEach(
            username ->
                problems.add(
                    new Problem(
                        Problem.Kind.DAMAGED,
                        position,
                        id,
                        heading.title(),
                        "@"
                            + username
                            + " only stands for somebody who wrote before the project was imported;"
                            + " taken by name, unless the file of users maps it")));
    return problems;
  }

  private Stream<String> placeholders(MergeRequest request) {
    return Stream.concat(
            Stream.of(request.heading().author()),
            request.notes().filter(note -> !note.system()).map(Note::author))
        .map(accounts::known)
        .filter(user -> user.isPlaceholder() && !accounts.isMapped(user))
        .map(User::username)
        .distinct()
        .sorted();
  }

  private static Instant newest(MergeRequest request, Contribution contribution) {
    return Stream.of(
            Stream.of(contribution.openedAt(), request.heading().updatedAt()),
            contribution.revisions().stream().map(Revision::postedAt),
            contribution.events().stream().map(ReviewEvent::at),
            request.notes().map(Note::createdAt))
        .flatMap(times -> times)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
