package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commits whose messages name the commit of another branch that they were picked from. */
final class PickedRule implements LandingRule {
  private final CommitNameIndex names;
  private final Map<CommitId, List<LandedPatch>> landed;

  /**
   * @param before the branches before this one, with what landed there
   */
  PickedRule(Collection<LandingBoard> before) {
    names = new CommitNameIndex(before.stream().flatMap(b -> b.commits().stream()).toList());
    landed = new HashMap<>();
    for (LandingBoard board : before) {
      board.commits().forEach(c -> landed.put(c.id(), board.landingsAt(c.id())));
    }
  }

  @Override
  public void match(LandingBoard board) {
    for (BranchCommit commit : board.freeCommits()) {
      commit.text().picked().stream()
          .flatMap(name -> names.find(name).stream())
          .flatMap(from -> landed.getOrDefault(from.id(), List.of()).stream())
          .distinct()
          .forEach(found -> land(board, found, commit));
    }
  }

  private static void land(LandingBoard board, LandedPatch found, BranchCommit commit) {
    double sure = Math.min(0.97, found.landing().evidence().confidence());
    board.land(
        found.candidate(),
        commit,
        new Evidence(
            Evidence.Kind.LINK,
            sure,
            "its message names commit " + found.landing().commit().value().substring(0, 12)),
        Landing.Role.BACKPORT);
  }
}
