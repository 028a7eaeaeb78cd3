package io.github.patchlane.benchmarks;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.metrics.AsOf;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.ChannelRule;
import io.github.patchlane.core.trial.Protocol;
import io.github.patchlane.core.trial.RandomWeeks;
import io.github.patchlane.core.trial.Trial;
import io.github.patchlane.core.trial.Verdict;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.ReadOptions;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A real list cut in two by lot, week by week: how often is a difference found where there is none?
 *
 * <pre>
 * RandomSplitBenchmark ARCHIVE REPOSITORY [SEEDS]
 * </pre>
 */
public final class RandomSplitBenchmark {
  private static final int SEEDS = 100;

  private RandomSplitBenchmark() {}

  public static void main(String[] args) {
    if (args.length != 2 && args.length != 3) {
      System.err.println("usage: RandomSplitBenchmark ARCHIVE REPOSITORY [SEEDS]");
      System.exit(2);
    }
    int seeds = args.length == 3 ? Integer.parseInt(args[2]) : SEEDS;
    try (MailingList list = MailingList.open(List.of(args[0]), ReadOptions.DEFAULT);
        GitRepository repository = GitRepository.open(args[1])) {
      Harvest harvest = list.read();
      Instant asOf = harvest.newest().orElseThrow();
      List<Contribution> read = harvest.contributions();
      List<Contribution> landed =
          LandedContributions.apply(
                  read,
                  repository.landings(
                      LandedContributions.candidates(read),
                      LandedContributions.mentions(read),
                      LandingOptions.asOf(asOf)))
              .stream()
              .flatMap(c -> AsOf.view(c, asOf).stream())
              .toList();
      Protocol standard =
          Protocol.standard().withLanes("lot A", "lot B").withChannel(ChannelRule.WEEK);
      for (Protocol protocol : List.of(standard, standard.withPrimary("time-to-landing"))) {
        print(protocol, landed, LatencyOptions.asOf(asOf), seeds, System.out);
      }
    }
  }

  private static void print(
      Protocol protocol,
      List<Contribution> contributions,
      LatencyOptions options,
      int seeds,
      PrintStream out) {
    List<Trial> trials =
        LongStream.rangeClosed(1, seeds)
            .parallel()
            .mapToObj(seed -> trial(protocol, contributions, options, seed))
            .toList();
    long told = trials.stream().filter(t -> t.verdict() instanceof Verdict.CanTell).count();
    long tripped = trials.stream().filter(Trial::guardTripped).count();
    double matched =
        trials.stream().mapToInt(t -> t.matching().matched().size()).average().orElse(0);
    out.println(
        String.format(
            Locale.ROOT,
            "%s: a verdict in %d of %d random splits by week, a guard tripped in %d;"
                + " %.0f of %d contributions compared",
            protocol.primary(),
            told,
            seeds,
            tripped,
            matched,
            trials.get(0).matching().cases().size()));
  }

  private static Trial trial(
      Protocol protocol, List<Contribution> contributions, LatencyOptions options, long seed) {
    Map<Arm, List<Contribution>> split = RandomWeeks.split(contributions, seed);
    return Trial.of(
        protocol,
        split.getOrDefault(Arm.BASELINE, List.of()),
        split.getOrDefault(Arm.TRIAL, List.of()),
        options);
  }
}
