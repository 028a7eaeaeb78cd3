package io.github.patchlane.core.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Aalen–Johansen estimate for competing causes: which share of the subjects each has ended by a
 * time. To call the other causes censored and read 1 − Kaplan–Meier instead would overstate every
 * one, since it pretends that what was declined might yet land.
 *
 * <p>At any time the incidences and the survival sum to 1. With one cause the incidence is 1 − the
 * survival.
 *
 * @param survival the share that no cause has ended yet
 * @param incidences one for each cause that occurred, in the order of the causes
 */
public record AalenJohansen<C extends Comparable<? super C>>(
    KaplanMeier survival, SortedMap<C, CumulativeIncidence> incidences) {
  public AalenJohansen {
    incidences = Collections.unmodifiableSortedMap(new TreeMap<>(incidences));
  }

  /** Estimates the incidences of one sample, given in any order. */
  public static <C extends Comparable<? super C>> AalenJohansen<C> of(
      Collection<CompetingObservation<C>> observations) {
    KaplanMeier survival =
        KaplanMeier.of(observations.stream().map(CompetingObservation::anyCause).toList());
    SortedMap<C, Map<Double, Integer>> events = new TreeMap<>();
    for (CompetingObservation<C> observation : observations) {
      observation
          .cause()
          .ifPresent(
              cause ->
                  events
                      .computeIfAbsent(cause, c -> new TreeMap<>())
                      .merge(observation.time(), 1, Integer::sum));
    }
    SortedMap<C, CumulativeIncidence> incidences = new TreeMap<>();
    events.forEach((cause, counts) -> incidences.put(cause, incidence(survival, counts)));
    return new AalenJohansen<>(survival, incidences);
  }

  /** The incidence of {@code cause}; empty if it ended no subject. */
  public Optional<CumulativeIncidence> incidence(C cause) {
    return Optional.ofNullable(incidences.get(cause));
  }

  private static CumulativeIncidence incidence(KaplanMeier survival, Map<Double, Integer> counts) {
    List<CumulativeIncidence.Step> steps = new ArrayList<>();
    DeltaVariance variance = new DeltaVariance();
    double before = 1;
    double incidence = 0;
    for (KaplanMeier.Step step : survival.steps()) {
      if (step.events() > 0) {
        int events = counts.getOrDefault(step.time(), 0);
        variance.add(step, before, events, incidence);
        incidence += before * events / step.atRisk();
        steps.add(
            new CumulativeIncidence.Step(
                step.time(), events, incidence, Math.sqrt(variance.at(incidence))));
      }
      before = step.survival();
    }
    return new CumulativeIncidence(steps);
  }

  /**
   * The variance of an incidence F by the delta method. At an earlier time with n at risk, share p
   * ended by any cause and q by this one, survival s before and incidence f before, a change of the
   * hazards moves F; their multinomial covariance gives the contribution
   *
   * <pre>(p/(1 − p) (F − g)² + s² q (1 − q/p)) / n  with  g = f + s q/p</pre>
   *
   * <p>No term is negative, so that nothing cancels. The squares are kept as their weight, mean and
   * sum about the mean, so that every step costs the same.
   */
  private static final class DeltaVariance {
    private double constant;
    private double weight;
    private double mean;
    private double aboutMean;

    void add(KaplanMeier.Step step, double s, int events, double f) {
      double n = step.atRisk();
      double ofThisCause = (double) events / step.events();
      constant += s * s * (events / n) * (1 - ofThisCause) / n;
      // Where everyone ends, F stays as it is for good and hangs on these hazards no more.
      if (step.events() < n) {
        double added = step.events() / (n - step.events()) / n;
        double distance = f + s * ofThisCause - mean;
        weight += added;
        mean += distance * added / weight;
        aboutMean += added * distance * (f + s * ofThisCause - mean);
      }
    }

    double at(double incidence) {
      return constant + aboutMean + weight * (incidence - mean) * (incidence - mean);
    }
  }
}
