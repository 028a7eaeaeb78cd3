package io.github.patchlane.core.trial;

import io.github.patchlane.core.metrics.DurationMetric;
import io.github.patchlane.core.metrics.Metrics;
import io.github.patchlane.core.metrics.Window;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is compared and how, settled before anybody looks at the data. {@link #standard} is what the
 * definitions say, {@link #toBuilder} changes it; {@link #parse} reads a file; {@link #hash} is
 * what to announce beforehand and to find in the report.
 *
 * @param name for people
 * @param baseline the lane to compare with: a lane's label or a source as it was named
 * @param trial the lane that is tried
 * @param window of opening times
 * @param channel how contributions came to their lane
 * @param primary the one metric that decides, a waiting time
 * @param horizon of the primary's restricted means, in calendar time
 * @param effect the hazard ratio that the trial is meant to see, above 1
 * @param exact in what contributions must be alike
 * @param preferred in what else, in this order, as far as there are enough alike
 * @param secondaries metrics reported with Holm's correction
 * @param guards what must not get worse
 * @param dropWeeks how many first weeks the sensitivity run leaves out
 * @param resamples of every bootstrap
 * @param seed of everything that is drawn
 */
public record Protocol(
    String name,
    String baseline,
    String trial,
    Window window,
    ChannelRule channel,
    String primary,
    Duration horizon,
    double effect,
    List<Covariate> exact,
    List<Covariate> preferred,
    List<String> secondaries,
    List<GuardRule> guards,
    int dropWeeks,
    int resamples,
    long seed) {
  /**
   * The confidence of every interval; the share of false alarms that is put up with is the rest.
   */
  public static final double LEVEL = 0.95;

  /** The chance aimed at of seeing the effect, if it is there. */
  public static final double POWER = 0.8;

  public Protocol {
    Objects.requireNonNull(name);
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(trial);
    Objects.requireNonNull(window);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(primary);
    Objects.requireNonNull(horizon);
    exact = List.copyOf(exact);
    preferred = List.copyOf(preferred);
    secondaries = List.copyOf(secondaries);
    guards = List.copyOf(guards);
    require(!baseline.equals(trial), "a lane cannot be compared with itself: " + baseline);
    require(duration(primary).isPresent(), primary + " is no waiting time; one of " + durations());
    require(horizon.compareTo(Duration.ZERO) > 0, "a horizon lies above 0: " + horizon);
    require(effect > 1 && effect <= 100, "an effect is a ratio above 1: " + effect);
    for (String metric : secondaries) {
      require(
          Comparisons.known(metric), metric + " cannot be compared; one of " + Comparisons.ids());
    }
    require(dropWeeks >= 0 && dropWeeks <= 520, "so many weeks cannot be dropped: " + dropWeeks);
    require(
        resamples >= 99 && resamples <= 100_000,
        "a bootstrap takes from 99 to 100000 resamples: " + resamples);
  }

  /**
   * The mailing list against merge requests by the first response within 7 days, matched by size,
   * lines, newcomer and committer, and by month and subsystem where the like can be found.
   */
  public static Protocol standard() {
    return new Protocol(
        "standard protocol",
        "mailing-list",
        "merge-request",
        Window.ALWAYS,
        ChannelRule.AUTHOR,
        "time-to-first-response",
        Duration.ofDays(7),
        1.5,
        List.of(Covariate.SIZE, Covariate.LINES, Covariate.NEWCOMER, Covariate.COMMITTER),
        List.of(Covariate.MONTH, Covariate.SUBSYSTEM),
        List.of(
            "time-to-first-review",
            "time-to-maintainer-review",
            "time-to-approval",
            "time-to-landing",
            "time-to-close",
            "review-cycle",
            "iterations"),
        Arrays.stream(GuardRule.Kind.values()).map(GuardRule.Kind::standard).toList(),
        4,
        999,
        1);
  }

  /**
   * Reads a protocol in a small part of TOML; what the file does not say is as in {@link
   * #standard}.
   *
   * @throws ProtocolException naming the line, what is wrong with it and how to mend it
   */
  public static Protocol parse(String text) {
    return new ProtocolReader(text).read();
  }

  /** To change what differs. */
  public ProtocolBuilder toBuilder() {
    return new ProtocolBuilder(this);
  }

  /** The same comparison of other lanes. */
  public Protocol withLanes(String changedBaseline, String changedTrial) {
    return toBuilder().baseline(changedBaseline).trial(changedTrial).build();
  }

  /** The same of other contributions. */
  public Protocol withWindow(Window changed) {
    return toBuilder().window(changed).build();
  }

  /** The same with another way for contributions to come to their lane. */
  public Protocol withChannel(ChannelRule changed) {
    return toBuilder().channel(changed).build();
  }

  /** The same decided by another waiting time, up to its own horizon. */
  public Protocol withPrimary(String metric) {
    ProtocolBuilder changed = toBuilder().primary(metric);
    return duration(metric).map(m -> changed.horizon(m.horizon())).orElse(changed).build();
  }

  /** Everything it settles, in one order, one a line: two files that say the same give this. */
  public String canonical() {
    return String.join(
        "\n",
        "patchlane.protocol/1",
        "name = " + name,
        "lanes.baseline = " + baseline,
        "lanes.trial = " + trial,
        "window.since = " + window.since().map(Object::toString).orElse(""),
        "window.until = " + window.until().map(Object::toString).orElse(""),
        "lanes.channel = " + channel.label(),
        "primary.metric = " + primary,
        "primary.horizon = " + horizon.toSeconds() + " s",
        "primary.effect = " + effect,
        "matching.exact = " + labels(exact),
        "matching.preferred = " + labels(preferred),
        "secondary.metrics = " + String.join(", ", secondaries),
        "guards = "
            + guards.stream()
                .map(g -> g.kind().label() + " " + g.threshold())
                .collect(Collectors.joining(", ")),
        "sensitivity.drop-weeks = " + dropWeeks,
        "bootstrap.resamples = " + resamples,
        "bootstrap.seed = " + seed,
        "");
  }

  /** SHA-256 of {@link #canonical}, in hex. */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  DurationMetric primaryMetric() {
    return duration(primary).orElseThrow();
  }

  static Optional<DurationMetric> duration(String id) {
    return Metrics.durations().stream().filter(metric -> metric.id().equals(id)).findFirst();
  }

  static String durations() {
    return Metrics.durations().stream().map(m -> m.id()).collect(Collectors.joining(", "));
  }

  private static String labels(List<Covariate> covariates) {
    return covariates.stream().map(Covariate::label).collect(Collectors.joining(", "));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
