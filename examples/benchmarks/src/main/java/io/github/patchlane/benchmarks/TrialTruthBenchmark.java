package io.github.patchlane.benchmarks;

import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.Protocol;
import io.github.patchlane.core.trial.Trial;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Whether the comparison tells the truth where the truth is known. Arguments: how many trials of
 * each effect (1,000), how many contributions each (360), the first seed (1), and the name of one
 * effect (all).
 */
public final class TrialTruthBenchmark {
  private TrialTruthBenchmark() {}

  @SuppressWarnings("SystemOut") // a benchmark prints
  public static void main(String[] arguments) {
    int trials = argument(arguments, 0, 1000);
    int size = argument(arguments, 1, 360);
    int seed = argument(arguments, 2, 1);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%,d seeded trials of each, of %d contributions in half a year; first response, 7 days",
            trials,
            size));
    System.out.println(TruthRow.header());
    for (KnownEffect effect : KnownEffect.values()) {
      if (arguments.length < 4 || effect.name().equals(arguments[3])) {
        System.out.println(row(effect, trials, size, seed));
      }
    }
  }

  private static int argument(String[] arguments, int index, int standard) {
    return index < arguments.length ? Integer.parseInt(arguments[index]) : standard;
  }

  static TruthRow row(KnownEffect effect, int trials, int size, long seed) {
    TruthRow row = new TruthRow(effect);
    Protocol protocol = Protocol.standard().withWindow(MadeLanes.WINDOW);
    LongStream.range(seed, seed + trials)
        .parallel()
        .forEach(
            each -> {
              MadeLanes lanes = new MadeLanes(effect, size, each);
              row.add(
                  Trial.of(
                      protocol, lanes.lane(Arm.BASELINE), lanes.lane(Arm.TRIAL), MadeLanes.OPTIONS),
                  lanes);
            });
    return row;
  }
}
