package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Judges how time grows with the input, and never how long it is: the machine decides that. Twice
 * the input may take about twice the time; what takes four times as long is quadratic.
 */
final class Growth {
  private static final double MOST = 3;

  /** Below this, the machine's own affairs weigh more than the input's. */
  private static final long NOISE_NANOS = 150_000_000;

  private static final int TRIES = 3;

  private Growth() {}

  /**
   * Runs inputs of half the size and of the whole; the best of a few tries counts.
   *
   * @return what the last run of the whole gave
   */
  static <I, R> R assertNearLinear(IntFunction<I> input, Function<I, R> run, int size) {
    I half = input.apply(size / 2);
    I whole = input.apply(size);
    double best = Double.MAX_VALUE;
    R result = run.apply(half);
    for (int i = 0; i < TRIES && best > MOST; i++) {
      long before = cpuNanos();
      R unused = run.apply(half);
      long middle = cpuNanos();
      result = run.apply(whole);
      long after = cpuNanos();
      if (after - middle < NOISE_NANOS) {
        return result;
      }
      best = Math.min(best, (double) (after - middle) / Math.max(1, middle - before));
    }
    assertTrue(best <= MOST, "twice the input took " + best + " times as long");
    return result;
  }

  private static long cpuNanos() {
    // of all threads, for the reading uses several
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }
}
