package io.github.patchlane.core.review;

import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which patches of which revisions are in the repository, themselves or as their equals. */
final class LandedPatches {
  static final Comparator<Landing> BY_TIME =
      Comparator.comparing(Landing::landedAt).thenComparing(l -> l.commit().value());

  private record Equal(int revision, Landing landing) {}

  private final List<Revision> revisions;
  private final Map<SourceId, Landing> direct = new HashMap<>();
  private final Map<String, List<Equal>> equals = new HashMap<>();
  private int newestDirect;

  LandedPatches(List<Revision> revisions, List<Landing> landings) {
    this.revisions = revisions.stream().sorted(Comparator.comparing(Revision::postedAt)).toList();
    landings.stream()
        .filter(landing -> landing.role().counts())
        .forEach(landing -> direct.merge(landing.patch(), landing, LandedPatches::whole));
    for (int i = 0; i < this.revisions.size(); i++) {
      int revision = i;
      for (Patch patch : this.revisions.get(i).patches()) {
        Landing landing = direct.get(patch.id());
        if (landing != null) {
          newestDirect = i;
          keys(patch)
              .forEach(
                  key ->
                      equals
                          .computeIfAbsent(key, k -> new ArrayList<>())
                          .add(new Equal(revision, landing)));
        }
      }
    }
  }

  /** The landing that made some revision whole; the earliest where several are whole. */
  Optional<Landing> completing() {
    Optional<Landing> earliest = Optional.empty();
    for (int i = newestDirect; i < revisions.size(); i++) {
      Optional<Landing> last = lastOf(i);
      if (last.isPresent()) {
        earliest = earliest.isPresent() ? Optional.of(earlier(earliest.get(), last.get())) : last;
      }
    }
    return earliest;
  }

  private Optional<Landing> lastOf(int index) {
    Revision revision = revisions.get(index);
    if (!revision.missing().isEmpty()) {
      return Optional.empty();
    }
    Optional<Landing> last = Optional.empty();
    for (Patch patch : revision.patches()) {
      Optional<Landing> landing = landingOf(patch, index);
      if (landing.isEmpty()) {
        return Optional.empty();
      }
      if (last.isEmpty() || BY_TIME.compare(landing.get(), last.get()) > 0) {
        last = landing;
      }
    }
    return last;
  }

  private Optional<Landing> landingOf(Patch patch, int revision) {
    Landing own = direct.get(patch.id());
    if (own != null) {
      return Optional.of(own);
    }
    return keys(patch)
        .flatMap(key -> equals.getOrDefault(key, List.of()).stream())
        // Two patches of one series may share their subject: only other rounds speak for this one.
        .filter(equal -> equal.revision() != revision)
        .map(Equal::landing)
        .min(BY_TIME);
  }

  private static Stream<String> keys(Patch patch) {
    return Stream.concat(
        patch.patchId().map(id -> "id " + id.value()).stream(),
        patch.subject().isBlank() ? Stream.empty() : Stream.of("subject " + patch.subject()));
  }

  /** A patch that was split is in with its last part. */
  private static Landing whole(Landing a, Landing b) {
    boolean parts = a.role() == Landing.Role.PART && b.role() == Landing.Role.PART;
    boolean aIsLater = BY_TIME.compare(a, b) > 0;
    return parts == aIsLater ? a : b;
  }

  private static Landing earlier(Landing a, Landing b) {
    return BY_TIME.compare(a, b) <= 0 ? a : b;
  }
}
