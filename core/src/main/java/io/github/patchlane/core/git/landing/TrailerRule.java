package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.SourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The commit's message names the mail it came from. Some name the cover letter, a reply, or one
 * patch for a whole series: then the patch of that series is meant which has the commit's change or
 * its title. A name that nothing else agrees with counts only where nothing better claims it.
 */
final class TrailerRule implements LandingRule {
  private static final Evidence JOINED =
      new Evidence(Evidence.Kind.LINK, 0.9, "a trailer names the mail beside others of its series");

  private final Map<SourceId, LandingMention> mentions;
  private final Map<String, LandingCandidate> byName = new HashMap<>();
  private final Map<ContributionId, List<LandingCandidate>> byContribution = new HashMap<>();
  private final Map<String, LandingMention> byMention = new HashMap<>();

  TrailerRule(Map<SourceId, LandingMention> mentions) {
    this.mentions = mentions;
  }

  @Override
  public void match(LandingBoard board) {
    for (LandingCandidate candidate : board.candidates()) {
      byName.put(candidate.patch().id().value(), candidate);
      byContribution
          .computeIfAbsent(candidate.contribution(), id -> new ArrayList<>())
          .add(candidate);
    }
    mentions.forEach((name, mention) -> byMention.put(name.value(), mention));
    List<BranchCommit> linked =
        board.freeCommits().stream().filter(c -> !c.links().isEmpty()).toList();
    for (BranchCommit commit : linked) {
      best(board, commit, true).ifPresent(found -> land(board, found, commit));
    }
    for (BranchCommit commit : linked) {
      if (board.isFree(commit)) {
        best(board, commit, false).ifPresent(found -> land(board, found, commit));
      }
    }
  }

  /**
   * Patches that were joined on the way in: a commit that names several patches of one round stands
   * for each of them. That a maintainer names two rounds, or a reply, says nothing of the kind.
   */
  private void landJoined(LandingBoard board, LandingCandidate first, BranchCommit commit) {
    for (String link : commit.links()) {
      LandingCandidate other = byName.get(link);
      if (other != null
          && other.contribution().equals(first.contribution())
          && other.revision() == first.revision()
          && other.patch().index() != first.patch().index()
          && board.isFree(other)) {
        board.land(other, commit, JOINED, Landing.Role.JOINED);
      }
    }
  }

  /**
   * @param named whether a trailer names this very posting
   * @param sameRound whether it names something of the same round
   */
  private record Named(LandingCandidate candidate, boolean named, boolean sameRound) {}

  private Optional<Named> best(LandingBoard board, BranchCommit commit, boolean mustAgree) {
    return pool(commit).stream()
        .filter(n -> board.isFree(n.candidate()))
        .filter(n -> mustAgree ? agrees(n.candidate(), commit) : stands(n))
        .min(
            Comparator.comparing((Named n) -> !n.named())
                .thenComparing(n -> !n.sameRound())
                .thenComparing(n -> !sameChange(n.candidate(), commit))
                .thenComparing(n -> !PostingChoice.sameTitle(n.candidate(), commit))
                .thenComparing(Named::candidate, LandingCandidate.BY_TIME.reversed()));
  }

  private Set<Named> pool(BranchCommit commit) {
    Set<Named> pool = new LinkedHashSet<>();
    for (String link : commit.links()) {
      LandingCandidate named = byName.get(link);
      LandingMention mention = byMention.get(link);
      if (named != null) {
        pool.add(new Named(named, true, true));
        addSeries(pool, named.contribution(), OptionalInt.of(named.revision()));
      } else if (mention != null) {
        addSeries(pool, mention.contribution(), mention.revision());
      }
    }
    return pool;
  }

  private void addSeries(Set<Named> pool, ContributionId contribution, OptionalInt revision) {
    for (LandingCandidate c : byContribution.getOrDefault(contribution, List.of())) {
      boolean sameRound = revision.isPresent() && revision.getAsInt() == c.revision();
      pool.add(new Named(c, false, sameRound));
    }
  }

  private static boolean agrees(LandingCandidate candidate, BranchCommit commit) {
    return PostingChoice.sameTitle(candidate, commit) || sameChange(candidate, commit);
  }

  private static boolean sameChange(LandingCandidate candidate, BranchCommit commit) {
    return candidate.patch().netChange().filter(commit.changes()::contains).isPresent();
  }

  /** Without agreement only the very posting counts, or the single patch under a cover letter. */
  private boolean stands(Named named) {
    return named.named()
        || (named.sameRound()
            && byContribution.getOrDefault(named.candidate().contribution(), List.of()).stream()
                    .filter(c -> c.revision() == named.candidate().revision())
                    .count()
                == 1);
  }

  private void land(LandingBoard board, Named found, BranchCommit commit) {
    LandingCandidate candidate = found.candidate();
    boolean agrees = agrees(candidate, commit);
    double confidence = found.named() ? (agrees ? 0.99 : 0.9) : (agrees ? 0.97 : 0.8);
    String detail =
        (found.named() ? "a trailer names the mail" : "a trailer names its series")
            + (agrees ? "" : "; neither title nor change is the same");
    board.land(candidate, commit, new Evidence(Evidence.Kind.LINK, confidence, detail));
    if (found.named()) {
      landJoined(board, candidate, commit);
      if (board.landingsAt(commit.id()).size() > 1) {
        board.landingsOf(candidate.patch().id()).stream()
            .filter(l -> l.landing().commit().equals(commit.id()))
            .forEach(l -> board.recast(l, Landing.Role.JOINED));
      }
    }
  }
}
