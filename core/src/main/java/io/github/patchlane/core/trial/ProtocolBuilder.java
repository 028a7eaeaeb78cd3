package io.github.patchlane.core.trial;

import io.github.patchlane.core.metrics.Window;
import java.time.Duration;
import java.util.List;

/**
 * A protocol while it is put together, begun as a copy of another: {@code
 * Protocol.standard().toBuilder().horizon(Duration.ofDays(14)).build()}. What each part means
 * stands at {@link Protocol}, which rejects what cannot be. Not thread-safe.
 */
public final class ProtocolBuilder {
  private String name;
  private String baseline;
  private String trial;
  private Window window;
  private ChannelRule channel;
  private String primary;
  private Duration horizon;
  private double effect;
  private List<Covariate> exact;
  private List<Covariate> preferred;
  private List<String> secondaries;
  private List<GuardRule> guards;
  private int dropWeeks;
  private int resamples;
  private long seed;

  ProtocolBuilder(Protocol protocol) {
    name = protocol.name();
    baseline = protocol.baseline();
    trial = protocol.trial();
    window = protocol.window();
    channel = protocol.channel();
    primary = protocol.primary();
    horizon = protocol.horizon();
    effect = protocol.effect();
    exact = protocol.exact();
    preferred = protocol.preferred();
    secondaries = protocol.secondaries();
    guards = protocol.guards();
    dropWeeks = protocol.dropWeeks();
    resamples = protocol.resamples();
    seed = protocol.seed();
  }

  public ProtocolBuilder name(String changed) {
    name = changed;
    return this;
  }

  public ProtocolBuilder baseline(String changed) {
    baseline = changed;
    return this;
  }

  public ProtocolBuilder trial(String changed) {
    trial = changed;
    return this;
  }

  public ProtocolBuilder window(Window changed) {
    window = changed;
    return this;
  }

  public ProtocolBuilder channel(ChannelRule changed) {
    channel = changed;
    return this;
  }

  public ProtocolBuilder primary(String changed) {
    primary = changed;
    return this;
  }

  public ProtocolBuilder horizon(Duration changed) {
    horizon = changed;
    return this;
  }

  public ProtocolBuilder effect(double changed) {
    effect = changed;
    return this;
  }

  public ProtocolBuilder exact(List<Covariate> changed) {
    exact = changed;
    return this;
  }

  public ProtocolBuilder preferred(List<Covariate> changed) {
    preferred = changed;
    return this;
  }

  public ProtocolBuilder secondaries(List<String> changed) {
    secondaries = changed;
    return this;
  }

  public ProtocolBuilder guards(List<GuardRule> changed) {
    guards = changed;
    return this;
  }

  public ProtocolBuilder dropWeeks(int changed) {
    dropWeeks = changed;
    return this;
  }

  public ProtocolBuilder resamples(int changed) {
    resamples = changed;
    return this;
  }

  public ProtocolBuilder seed(long changed) {
    seed = changed;
    return this;
  }

  /**
   * The protocol; the metric that decides is left out of the secondaries.
   *
   * @throws IllegalArgumentException where a part cannot be, as the protocol's constructor does
   */
  public Protocol build() {
    return new Protocol(
        name,
        baseline,
        trial,
        window,
        channel,
        primary,
        horizon,
        effect,
        exact,
        preferred,
        secondaries.stream().filter(id -> !id.equals(primary)).toList(),
        guards,
        dropWeeks,
        resamples,
        seed);
  }
}
