package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.MetricResult;
import io.github.patchlane.core.statistics.CumulativeIncidence;
import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.statistics.KaplanMeier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A step curve of shares over time, with its band.
 *
 * @param name what it is the curve of
 * @param knots where it steps, ascending, from time 0
 * @param censored when subjects left whose event had not come
 * @param end the last observation: beyond it nothing is known
 * @param median where half is reached, if that is to be marked
 */
record Curve(
    String name, List<Knot> knots, List<Double> censored, double end, OptionalDouble median) {
  Curve {
    Objects.requireNonNull(name);
    knots = List.copyOf(knots);
    censored = List.copyOf(censored);
    Objects.requireNonNull(median);
  }

  /** The share from a time on, and between which shares it may lie. */
  record Knot(double time, double share, double lower, double upper) {
    private static Knot of(double time, double share, Optional<Interval> interval) {
      return new Knot(
          time,
          share,
          interval.map(Interval::lower).orElse(share),
          interval.map(Interval::upper).orElse(share));
    }
  }

  /** The share whose event has not come. */
  static Curve waiting(String name, KaplanMeier estimate) {
    List<Knot> knots = new ArrayList<>(List.of(new Knot(0, 1, 1, 1)));
    List<Double> censored = new ArrayList<>();
    for (KaplanMeier.Step step : estimate.steps()) {
      if (step.events() > 0) {
        knots.add(Knot.of(step.time(), step.survival(), step.interval(MetricResult.LEVEL)));
      }
      if (step.censored() > 0) {
        censored.add(step.time());
      }
    }
    return new Curve(name, knots, censored, end(estimate), estimate.quantile(0.5));
  }

  /** The share that one cause has ended. */
  static Curve ended(String name, Optional<CumulativeIncidence> incidence, KaplanMeier all) {
    List<Knot> knots = new ArrayList<>(List.of(new Knot(0, 0, 0, 0)));
    for (CumulativeIncidence.Step step :
        incidence.map(CumulativeIncidence::steps).orElse(List.of())) {
      if (step.events() > 0) {
        knots.add(Knot.of(step.time(), step.incidence(), step.interval(MetricResult.LEVEL)));
      }
    }
    return new Curve(name, knots, List.of(), end(all), OptionalDouble.empty());
  }

  private static double end(KaplanMeier estimate) {
    List<KaplanMeier.Step> steps = estimate.steps();
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).time();
  }

  /** The knot in force at a time; empty after the last observation. */
  Optional<Knot> at(double time) {
    if (time > end) {
      return Optional.empty();
    }
    Knot found = knots.get(0);
    for (Knot knot : knots) {
      if (knot.time() <= time) {
        found = knot;
      }
    }
    return Optional.of(found);
  }
}
