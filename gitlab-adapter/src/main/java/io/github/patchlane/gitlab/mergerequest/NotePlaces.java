package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.review.LineAnchor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds the revision and the line that a note is about. The server moves a note along when newer
 * versions are pushed; it was still written about what was there at the time.
 */
final class NotePlaces {
  private final Rounds rounds;
  private final VersionPatches patches;
  private final PatchLines lines;
  private final WebAddress page;

  NotePlaces(Rounds rounds, VersionPatches patches, WebAddress page) {
    this.rounds = rounds;
    this.patches = patches;
    this.lines = new PatchLines(patches::diff);
    this.page = page;
  }

  /** The place of the revision in the order of revisions. */
  int revisionOf(Note note, Instant at) {
    int then = rounds.indexAt(at);
    return note.position()
        .flatMap(position -> rounds.indexOf(position.head()))
        .filter(index -> index <= then)
        .orElse(then);
  }

  /** The line, in the patch that it belongs to; in the whole change where patches are unknown. */
  Optional<LineAnchor> anchorOf(Note note, int revision) {
    if (note.position().isEmpty()) {
      return Optional.empty();
    }
    Position position = note.position().get();
    Optional<LineAnchor> whole = inWhole(position);
    Optional<SourceId> own = posted(position.head());
    if (own.isPresent() && isOfOneCommit(position)) {
      return whole.map(a -> new LineAnchor(own.get(), a.path(), a.line(), a.side()));
    }
    int index = rounds.indexOf(position.head()).orElse(revision);
    DiffVersion version =
        rounds.round(index).with(position.head()).orElse(rounds.round(index).last());
    List<Patch> pushed = patches.patches(version).orElse(List.of());
    return whole.map(a -> inPatch(position, pushed, rounds.revisions().get(index)).orElse(a));
  }

  /**
   * Whether the note was put on one commit's own diff. Its commit_id does not tell: notes on the
   * whole diff have one too, the head's.
   */
  private boolean isOfOneCommit(Position position) {
    Optional<Integer> index = rounds.indexOf(position.head());
    Optional<CommitId> base =
        index.flatMap(i -> rounds.round(i).with(position.head())).flatMap(DiffVersion::base);
    return index.isEmpty()
        || (base.isPresent() && position.base().isPresent() && !base.equals(position.base()));
  }

  private Optional<SourceId> posted(CommitId commit) {
    return rounds.revisions().stream()
        .flatMap(Revision::postings)
        .filter(commit::equals)
        .findFirst();
  }

  private Optional<LineAnchor> inWhole(Position position) {
    if (position.newLine().isPresent()) {
      return anchor(position.newPath(), position.newLine().getAsInt(), LineAnchor.Side.NEW);
    }
    return position.oldLine().isPresent()
        ? anchor(position.oldPath(), position.oldLine().getAsInt(), LineAnchor.Side.OLD)
        : Optional.empty();
  }

  private Optional<LineAnchor> anchor(String path, int line, LineAnchor.Side side) {
    return line < 1 || path.isEmpty()
        ? Optional.empty()
        : Optional.of(new LineAnchor(page, path, line, side));
  }

  private Optional<LineAnchor> inPatch(Position position, List<Patch> pushed, Revision revision) {
    Optional<LineAnchor> found =
        position.newLine().isPresent()
            ? lines.ofNewLine(pushed, position.newPath(), position.newLine().getAsInt())
            : lines.ofOldLine(pushed, position.oldPath(), position.oldLine().orElse(0));
    return found.flatMap(
        a ->
            rounds
                .standIn(a.patch(), pushed, revision)
                .map(patch -> new LineAnchor(patch, a.path(), a.line(), a.side())));
  }
}
