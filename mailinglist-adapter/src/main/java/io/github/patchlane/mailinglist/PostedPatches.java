package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.mailinglist.series.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Every patch that was posted, pull requests aside, by its title and then by time. */
final class PostedPatches {
  private final Map<String, NavigableMap<Instant, List<Place>>> byTitle = new HashMap<>();

  /**
   * One patch as one revision of one contribution posted it.
   *
   * @param builder the contribution, as a place in the list of builders
   * @param revision as a place in the contribution's list
   */
  record Place(int builder, int revision, Patch patch) {}

  PostedPatches(List<ContributionBuilder> builders) {
    for (int b = 0; b < builders.size(); b++) {
      List<Revision> revisions = builders.get(b).series().revisions();
      for (int r = 0; r < revisions.size(); r++) {
        if (revisions.get(r).kind() != Revision.Kind.PULL) {
          for (Patch patch : revisions.get(r).patches()) {
            byTitle
                .computeIfAbsent(Titles.plain(patch.subject()), k -> new TreeMap<>())
                .computeIfAbsent(revisions.get(r).postedAt(), k -> new ArrayList<>())
                .add(new Place(b, r, patch));
          }
        }
      }
    }
  }

  /** Where a patch of that title was posted; at one instant in the order of the contributions. */
  NavigableMap<Instant, List<Place>> titled(String title) {
    return byTitle.getOrDefault(Titles.plain(title), new TreeMap<>());
  }
}
