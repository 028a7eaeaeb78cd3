package io.github.patchlane.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How far a statistic would scatter, had other clusters been drawn. Items that belong together (the
 * patches of one author) are resampled together: drawn one by one they would look like more
 * evidence than they are.
 *
 * <p>To compare two groups, let the statistic split the items it is given. The same items and seed
 * yield the same replicates on every machine, in whatever order the clusters come.
 *
 * @param estimate the statistic of the items as they are
 * @param clusters how many clusters there are
 * @param replicates the statistic of each resample, ascending
 * @param undefined how many resamples had no such statistic; they are missing from the replicates,
 *     and more than a few make every interval doubtful
 * @param leaveOneOut the statistic without each cluster in turn, where defined
 */
public record ClusterBootstrap(
    double estimate,
    int clusters,
    List<Double> replicates,
    int undefined,
    List<Double> leaveOneOut) {
  public ClusterBootstrap {
    replicates = List.copyOf(replicates);
    leaveOneOut = List.copyOf(leaveOneOut);
  }

  /**
   * Draws {@code resamples} times as many clusters as there are, with replacement.
   *
   * @param cluster the cluster an item belongs to
   * @param statistic called once for each resample and each cluster, one call at a time; the order
   *     of the items must not matter to it. NaN where it is undefined
   * @throws IllegalArgumentException if the statistic is undefined for the items as they are
   */
  public static <T, K extends Comparable<? super K>> ClusterBootstrap of(
      Collection<T> items,
      Function<? super T, ? extends K> cluster,
      ToDoubleFunction<? super List<T>> statistic,
      int resamples,
      long seed) {
    if (resamples < 1) {
      throw new IllegalArgumentException("at least one resample is needed: " + resamples);
    }
    SortedMap<K, List<T>> byKey = new TreeMap<>();
    for (T item : items) {
      byKey.computeIfAbsent(cluster.apply(item), key -> new ArrayList<>()).add(item);
    }
    List<List<T>> clusters = List.copyOf(byKey.values());
    double estimate = statistic.applyAsDouble(List.copyOf(items));
    if (Double.isNaN(estimate)) {
      throw new IllegalArgumentException("the statistic is undefined for the whole sample");
    }
    double[] replicates = new double[resamples];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < resamples; i++) {
      replicates[i] = statistic.applyAsDouble(draw(clusters, random));
    }
    double[] leaveOneOut = new double[clusters.size()];
    for (int i = 0; i < leaveOneOut.length; i++) {
      leaveOneOut[i] = statistic.applyAsDouble(without(clusters, i));
    }
    List<Double> defined = defined(replicates);
    return new ClusterBootstrap(
        estimate,
        clusters.size(),
        defined.stream().sorted().toList(),
        resamples - defined.size(),
        defined(leaveOneOut));
  }

  /** The standard deviation of the replicates; empty with fewer than two clusters or replicates. */
  public OptionalDouble standardError() {
    if (uninformative()) {
      return OptionalDouble.empty();
    }
    double mean = replicates.stream().mapToDouble(x -> x).average().orElseThrow();
    double squares = replicates.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / (replicates.size() - 1)));
  }

  /** The middle of the replicates; empty with fewer than two clusters or replicates. */
  public Optional<Interval> percentileInterval(double level) {
    double tail = (1 - Normal.requireLevel(level)) / 2;
    return uninformative()
        ? Optional.empty()
        : Optional.of(new Interval(quantile(tail), quantile(1 - tail), level));
  }

  /**
   * Efron's interval, corrected for bias and acceleration: better than {@link #percentileInterval}
   * where the statistic is skewed. Empty with fewer than two clusters or replicates, or where no
   * correction exists because all replicates lie on one side of the estimate.
   */
  public Optional<Interval> bcaInterval(double level) {
    double z = Normal.criticalValue(level);
    double below = replicates.stream().filter(x -> x < estimate).count();
    double equal = replicates.stream().filter(x -> x == estimate).count();
    double shareBelow = (below + equal / 2) / replicates.size();
    if (uninformative() || shareBelow <= 0 || shareBelow >= 1) {
      return Optional.empty();
    }
    double bias = Normal.quantile(shareBelow);
    double acceleration = acceleration();
    double low = corrected(bias, acceleration, -z);
    double high = corrected(bias, acceleration, z);
    return low <= high
        ? Optional.of(new Interval(quantile(low), quantile(high), level))
        : Optional.empty();
  }

  private boolean uninformative() {
    return clusters < 2 || replicates.size() < 2;
  }

  private static double corrected(double bias, double acceleration, double z) {
    return Normal.cumulative(bias + (bias + z) / (1 - acceleration * (bias + z)));
  }

  private double acceleration() {
    double mean = leaveOneOut.stream().mapToDouble(x -> x).average().orElse(0);
    double squares = 0;
    double cubes = 0;
    for (double value : leaveOneOut) {
      double distance = mean - value;
      squares += distance * distance;
      cubes += distance * distance * distance;
    }
    return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
  }

  /** Between the two order statistics next to p(B + 1). */
  private double quantile(double p) {
    double position = p * (replicates.size() + 1) - 1;
    int below = (int) Math.max(0, Math.min(replicates.size() - 1, Math.floor(position)));
    int above = Math.min(replicates.size() - 1, below + 1);
    double part = Math.max(0, Math.min(1, position - below));
    double low = replicates.get(below);
    double high = replicates.get(above);
    return low == high ? low : low + part * (high - low);
  }

  private static <T> List<T> draw(List<List<T>> clusters, SplittableRandom random) {
    List<T> drawn = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      // Scaled by hand: only nextLong is the same sequence in every Java version.
      int index = (int) (((random.nextLong() >>> 32) * clusters.size()) >>> 32);
      drawn.addAll(clusters.get(index));
    }
    return drawn;
  }

  private static <T> List<T> without(List<List<T>> clusters, int left) {
    List<T> rest = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      if (i != left) {
        rest.addAll(clusters.get(i));
      }
    }
    return rest;
  }

  private static List<Double> defined(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).boxed().toList();
  }
}
