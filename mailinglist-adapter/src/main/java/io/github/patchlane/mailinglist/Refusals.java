package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.ReviewEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A refusal by a maintainer ends a contribution, until a new revision opens it again; anybody
 * else's is an opinion. Who may refuse shows in who takes patches on the list: whoever said of
 * another's patch that it is applied. A refusal whose giver consented later was overcome.
 */
final class Refusals {
  private final List<ContributionBuilder> builders;
  private final Set<String> maintainers = new HashSet<>();

  Refusals(List<ContributionBuilder> builders) {
    this.builders = builders;
    for (ContributionBuilder builder : builders) {
      builder.events().stream()
          .filter(ReviewEvent.Accepted.class::isInstance)
          .map(event -> event.by().person())
          .filter(person -> !builder.isSubmitter(person))
          .forEach(person -> maintainers.add(person.key()));
    }
  }

  void decide() {
    for (ContributionBuilder builder : builders) {
      List<ReviewEvent> said = List.copyOf(builder.events());
      Set<SourceId> decided = new HashSet<>();
      for (ReviewEvent event : said) {
        if (event instanceof ReviewEvent.ChangesRequested refusal
            && maintainers.contains(refusal.by().person().key())
            && refusal.act().on().filter(builder::standsForTheWhole).isPresent()
            && said.stream().noneMatch(later -> overcomes(later, refusal))
            && decided.add(refusal.act().source())) {
          builder.add(closed(refusal));
        }
      }
    }
  }

  private static boolean overcomes(ReviewEvent later, ReviewEvent refusal) {
    return (later instanceof ReviewEvent.Approved || later instanceof ReviewEvent.Accepted)
        && later.by().person().key().equals(refusal.by().person().key())
        && later.at().isAfter(refusal.at());
  }

  private static ReviewEvent closed(ReviewEvent refusal) {
    Act act = refusal.act();
    return new ReviewEvent.Closed(
        new Act(act.at(), act.by(), OptionalInt.empty(), Optional.empty(), act.source()),
        ReviewEvent.Closed.Reason.DECLINED);
  }
}
