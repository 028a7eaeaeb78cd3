package io.github.patchlane.core.metrics;

import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.statistics.KaplanMeier;
import io.github.patchlane.core.statistics.QuantileInterval;
import io.github.patchlane.core.statistics.RestrictedMean;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** A number, with the uncertainty that its kind allows to state. Intervals are at 95 %. */
public sealed interface MetricResult {
  /** The confidence of all intervals. */
  double LEVEL = 0.95;

  Metric metric();

  Group group();

  /** How many contributions, revisions or people went into it. */
  int n();

  /** What a quantity is counted in. */
  enum Unit {
    SECONDS,
    REVISIONS
  }

  /**
   * How long something took, or how many rounds, those not finished included: a survival curve.
   *
   * @param curve in the unit
   * @param horizon up to which the restricted mean counts, in the unit
   * @param longest seen so far, pending ones included; empty for an empty sample
   */
  record Survival(
      Metric metric,
      Group group,
      Unit unit,
      KaplanMeier curve,
      double horizon,
      OptionalDouble longest)
      implements MetricResult {
    public Survival {
      Objects.requireNonNull(metric);
      Objects.requireNonNull(group);
      Objects.requireNonNull(unit);
      Objects.requireNonNull(curve);
      Objects.requireNonNull(longest);
    }

    @Override
    public int n() {
      return curve.size();
    }

    public int events() {
      return curve.events();
    }

    public int censored() {
      return curve.size() - curve.events();
    }

    /** Empty where the curve never gets there: more than any number. */
    public OptionalDouble quantile(double probability) {
      return curve.quantile(probability);
    }

    public QuantileInterval medianInterval() {
      return curve.quantileInterval(0.5, LEVEL);
    }

    /** Empty for an empty sample, of which a curve would say that it waits for ever. */
    public Optional<RestrictedMean> restrictedMean() {
      return n() == 0 ? Optional.empty() : Optional.of(curve.restrictedMean(horizon));
    }
  }

  /**
   * The share that has, or has not, had its event by a time, read off a survival curve.
   *
   * @param curve in seconds
   * @param ofEvents whether the share with the event is meant, or that without
   */
  record Probability(
      Metric metric, Group group, KaplanMeier curve, Duration horizon, boolean ofEvents)
      implements MetricResult {
    public Probability {
      Objects.requireNonNull(metric);
      Objects.requireNonNull(group);
      Objects.requireNonNull(curve);
      Objects.requireNonNull(horizon);
    }

    @Override
    public int n() {
      return curve.size();
    }

    /** Empty where nobody was watched for as long as the horizon: it cannot be told yet. */
    public OptionalDouble value() {
      if (!reached()) {
        return OptionalDouble.empty();
      }
      double survival = curve.survival(DurationMetric.seconds(horizon));
      return OptionalDouble.of(ofEvents ? 1 - survival : survival);
    }

    /** Empty where there is no value, or where the share is 0 or 1 and nothing is known of it. */
    public Optional<Interval> interval() {
      return reached()
          ? curve
              .interval(DurationMetric.seconds(horizon), LEVEL)
              .map(i -> ofEvents ? new Interval(1 - i.upper(), 1 - i.lower(), i.level()) : i)
          : Optional.empty();
    }

    private boolean reached() {
      List<KaplanMeier.Step> steps = curve.steps();
      if (steps.isEmpty()) {
        return false;
      }
      KaplanMeier.Step last = steps.get(steps.size() - 1);
      return last.time() >= DurationMetric.seconds(horizon) || last.survival() <= 0;
    }
  }

  /** So many of so many. */
  record Share(Metric metric, Group group, int part, int whole) implements MetricResult {
    private static final double Z = 1.959963984540054;

    public Share {
      Objects.requireNonNull(metric);
      Objects.requireNonNull(group);
      if (part < 0 || part > whole) {
        throw new IllegalArgumentException("no share: " + part + " of " + whole);
      }
    }

    @Override
    public int n() {
      return whole;
    }

    /** Empty where there is nothing to be a share of. */
    public OptionalDouble value() {
      return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /** Wilson's score interval. */
    public Optional<Interval> interval() {
      if (whole == 0) {
        return Optional.empty();
      }
      double p = (double) part / whole;
      double shrink = 1 + Z * Z / whole;
      double middle = (p + Z * Z / (2 * whole)) / shrink;
      double margin = Z * Math.sqrt(p * (1 - p) / whole + Z * Z / (4.0 * whole * whole)) / shrink;
      return Optional.of(
          new Interval(
              part == 0 ? 0 : Math.max(0, middle - margin),
              part == whole ? 1 : Math.min(1, middle + margin),
              LEVEL));
    }
  }

  /** One count for each of another; it may exceed 1, so that it has no interval. */
  record Ratio(Metric metric, Group group, int numerator, int denominator) implements MetricResult {
    public Ratio {
      Objects.requireNonNull(metric);
      Objects.requireNonNull(group);
    }

    @Override
    public int n() {
      return denominator;
    }

    public OptionalDouble value() {
      return denominator == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) numerator / denominator);
    }
  }

  /**
   * A plain count.
   *
   * @param n of what it was counted out
   */
  record Count(Metric metric, Group group, int value, int n) implements MetricResult {
    public Count {
      Objects.requireNonNull(metric);
      Objects.requireNonNull(group);
    }
  }

  /**
   * How work is spread over people, who are not named.
   *
   * @param perPerson how much each did, the most first
   */
  record Load(Metric metric, Group group, List<Long> perPerson) implements MetricResult {
    public Load {
      Objects.requireNonNull(metric);
      Objects.requireNonNull(group);
      perPerson = List.copyOf(perPerson);
    }

    @Override
    public int n() {
      return perPerson.size();
    }

    public long total() {
      return perPerson.stream().mapToLong(Long::longValue).sum();
    }

    /** The share of whoever did most; empty where nobody did anything. */
    public OptionalDouble largestShare() {
      return perPerson.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) perPerson.get(0) / total());
    }
  }
}
