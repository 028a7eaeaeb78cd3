package io.github.patchlane.core.report;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.testkit.Contributions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** An invented list of any size, the same for the same number of contributions. */
final class TrialSample {
  static final Instant AS_OF = at(24 * 540);
  private static final double DAY = 24;

  private final Random random = new Random(20240101);
  private final List<Contribution> contributions = new ArrayList<>();

  static LaneReport lane(int size) {
    return lane(harvest(size), LatencyOptions.asOf(AS_OF));
  }

  static LaneReport lane(Harvest harvest, LatencyOptions options) {
    return LaneReport.of(
        "frobnicate-devel", harvest, options.withSources(List.of("frobnicate-devel/git/0.git")));
  }

  static Harvest harvest(int size) {
    TrialSample sample = new TrialSample();
    for (int i = 0; i < size; i++) {
      sample.add(i, 24 * 538.0 * i / size);
    }
    return harvest(sample.contributions);
  }

  static Harvest harvest(List<Contribution> contributions) {
    List<Problem> problems =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    new Problem(
                        i == 0 ? Problem.Kind.DAMAGED : Problem.Kind.ORPHAN,
                        new Position("0.git", "" + i),
                        "",
                        "",
                        "a part without an end"))
            .toList();
    return new Harvest(contributions, problems, contributions.size() * 7, 4, Optional.of(AS_OF));
  }

  private void add(int i, double hour) {
    String author = "dev" + (int) Math.floor(Math.pow(random.nextDouble(), 2) * 90);
    Contributions story =
        mail("20240101-frob-" + i)
            .by(author)
            .posted(hour, 1 + (int) Math.floor(Math.pow(random.nextDouble(), 3) * 9));
    double fate = random.nextDouble();
    double wait = Math.exp(2.6 + 1.5 * random.nextGaussian());
    String reviewer = "rev" + (int) Math.floor(Math.pow(random.nextDouble(), 2.5) * 16);
    if (fate < 0.12) {
      contributions.add(seen(story));
      return;
    }
    if (fate < 0.2) {
      contributions.add(seen(story.landed(hour + 2 * wait)));
      return;
    }
    double now = hour + wait;
    story.review(reviewer, now);
    if (fate > 0.45) {
      now += Math.exp(3.6 + random.nextGaussian());
      story.posted(now, 1);
      now += Math.exp(3 + random.nextGaussian());
      story.approve("rev" + random.nextInt(5), now, "Reviewed-by", 1);
    }
    if (fate > 0.4 && fate < 0.93) {
      story.landed(now + Math.exp(4 + 1.2 * random.nextGaussian()));
    } else if (fate >= 0.93 && fate < 0.97) {
      story.closed(reviewer, now + DAY, Reason.DECLINED);
    } else if (fate >= 0.97) {
      story.closed(author, now + 3 * DAY, Reason.WITHDRAWN);
    }
    contributions.add(seen(story));
  }

  /** With a title that reads like one. */
  private Contribution seen(Contributions story) {
    Contribution built = story.build();
    String[] verbs = {"fix", "drop", "document", "speed up", "split", "test"};
    String[] things = {"the frobnicator", "a dead branch", "queue limits", "the retry loop"};
    return titled(
        built,
        "lib: "
            + verbs[random.nextInt(verbs.length)]
            + " "
            + things[random.nextInt(things.length)]);
  }

  static Contribution titled(Contribution c, String title) {
    return new Contribution(
        c.id(),
        c.lane(),
        title,
        c.submitter(),
        c.openedAt(),
        c.state(),
        c.revisions(),
        c.events(),
        c.landings());
  }

  private TrialSample() {}
}
