package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.MetricResult;
import io.github.patchlane.core.metrics.MetricResult.Probability;
import io.github.patchlane.core.metrics.MetricResult.Share;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.statistics.QuantileInterval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How figures and their uncertainty are put in words, the same in every section. */
final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern UNIT = Pattern.compile("(\\d) (%|s|min|h|d)(?![a-z])");

  private Wording() {}

  static String median(Survival survival) {
    return Figures.duration(survival.quantile(0.5));
  }

  /** Empty where nothing is known of it. */
  static String medianInterval(Survival survival) {
    if (survival.n() == 0) {
      return "";
    }
    QuantileInterval interval = survival.medianInterval();
    if (interval.lower().isEmpty()) {
      return "";
    }
    return span(
        Figures.duration(interval.lower()),
        interval.upper().isPresent()
            ? Optional.of(Figures.duration(interval.upper()))
            : Optional.empty());
  }

  private static String span(String lower, Optional<String> upper) {
    return upper.map(u -> lower + " to " + u).orElse(lower + " or more");
  }

  static String percent(OptionalDouble share) {
    return share.isPresent() ? Figures.percent(share.getAsDouble()) : Figures.NOT_REACHED;
  }

  static String interval(Optional<Interval> interval) {
    return interval
        .map(i -> Figures.percent(i.lower()) + " to " + Figures.percent(i.upper()))
        .orElse("");
  }

  static String interval(MetricResult result) {
    if (result instanceof Probability probability) {
      return interval(probability.interval());
    }
    return result instanceof Share share ? interval(share.interval()) : "";
  }

  /** {@code 95 % interval 11 h to 18 h, n = 300}, or less if less is known. */
  static String certainty(String interval, int n) {
    return (interval.isEmpty() ? "" : "95 % interval " + interval + ", ") + "n = " + count(n);
  }

  /** With each number kept on one line with its unit, by spaces that do not break. */
  static String unbroken(String text) {
    return UNIT.matcher(text).replaceAll("$1\u00a0$2").replace("n = ", "n\u00a0=\u00a0");
  }

  /** With its thousands apart. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 mail}, {@code 2 mails}. */
  static String count(long n, String singular) {
    return count(n) + " " + singular + (n == 1 ? "" : "s");
  }

  static String day(Instant instant) {
    return DAY.format(instant);
  }

  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }
}
