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
        incidence += before * events / step.atRisk();
        variance.add(step, before, events, incidence);
        steps.add(
            new CumulativeIncidence.Step(
                step.time(), events, incidence, Math.sqrt(variance.at(incidence))));
      }
      before = step.survival();
    }
    return new CumulativeIncidence(steps);
  }

  /**
   * The variance of an incidence F, kept as a quadratic in F so that every step costs the same. At
   * an earlier time with n at risk, share p ended by any cause and q by this one, survival s before
   * and incidence f after, a change of the hazards moves F by s on the one hand and by −(F − f)/(1
   * − p) on the other; the multinomial covariance of the hazards then gives the contribution
   *
   * <pre>(q(1 − q) s² − 2 q s (F − f) + p/(1 − p) (F − f)²) / n</pre>
   */
  private static final class DeltaVariance {
    private double constant;
    private double linear;
    private double quadratic;

    void add(KaplanMeier.Step step, double s, int events, double f) {
      double n = step.atRisk();
      double q = events / n;
      // Where everyone ends, F stays at f for good and the last term is 0.
      double odds = step.events() == n ? 0 : step.events() / (n - step.events());
      constant += (q * (1 - q) * s * s + 2 * q * s * f + odds * f * f) / n;
      linear += (-2 * q * s - 2 * odds * f) / n;
      quadratic += odds / n;
    }

    double at(double incidence) {
      return Math.max(0, constant + linear * incidence + quadratic * incidence * incidence);
    }
  }
}
