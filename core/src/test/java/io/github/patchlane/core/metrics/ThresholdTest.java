package io.github.patchlane.core.metrics;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.patchlane.core.metrics.Threshold.Comparison;
import io.github.patchlane.core.metrics.Threshold.Filter;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
  private static final double DAY = 24;

  /** The archive begins, and much later two newcomers: one answered late, one waiting. */
  private static final LatencyReport REPORT =
      LatencyReport.of(
          List.of(
              mail("old").by("ann").posted(0).comment("bob", 1).build(),
              mail("late").by("new1").posted(200 * DAY).comment("bob", 204 * DAY).build(),
              mail("waits").by("new2").posted(201 * DAY).build()),
          LatencyOptions.asOf(at(209 * DAY)));

  @Test
  void readsGroupMetricStatisticComparisonAndBound() {
    assertEquals(
        List.of(
            new Threshold(
                "newcomer time-to-first-response.max > 7d",
                List.of(new Filter(GroupBy.NEWCOMER, "newcomer")),
                Metrics.byId("time-to-first-response").orElseThrow(),
                Statistic.MAX,
                Comparison.ABOVE,
                7 * 86_400),
            new Threshold(
                "size=5+ ignored-rate>=10%",
                List.of(new Filter(GroupBy.SIZE, "5+")),
                Metrics.byId("ignored-rate").orElseThrow(),
                Statistic.VALUE,
                Comparison.AT_LEAST,
                0.1)),
        Threshold.parse("newcomer  time-to-first-response.max > 7d, size=5+ ignored-rate>=10%"));
  }

  @Test
  void noNewcomerWaitsOverSevenDaysIsBrokenByOneWhoWaitsStill() {
    ThresholdOutcome outcome =
        Threshold.parse("newcomer time-to-first-response.max > 7d").get(0).check(REPORT);

    assertEquals(OptionalDouble.of(8 * 86_400), outcome.value());
    assertEquals(true, outcome.broken());
    assertEquals(
        List.of("waits true"),
        outcome.worst().stream().map(o -> o.contribution().title() + " " + o.pending()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "time-to-first-response.p90 > 1000d, true",
    "time-to-first-response.p90 < 1000d, false",
    "time-to-first-response.p25 > 2h, false",
    "time-to-first-response.p25 < 2 h, true",
    "time-to-first-response.count >= 3, true",
    "backlog >= 4, false",
    "backlog > 2, true",
    "merge-request time-to-first-response > 1s, false",
    "acceptance-ratio < 50%, false"
  })
  void anUnreachedQuantileIsMoreThanAnyBoundAndNothingBreaksNothing(String text, boolean broken) {
    assertEquals(broken, Threshold.parse(text).get(0).check(REPORT).broken());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          backlog > 3d | no count "3d" in "backlog > 3d": write a plain number
          age > 3 | no duration "3" in "age > 3": write a number and s, min, h, d or w
          age > | no bound in "age >": write one such as 3d, 10% or 20
          age >< 3d | no number in "< 3d" in "age >< 3d": write one such as 3d, 10% or 20
          ignored-rate > 3d | no share "3d" in "ignored-rate > 3d": write it as 10% or 0.1
          age.mode > 3d | no statistic "mode" of age in "age.mode > 3d": there are median, p25, p75, p90, max, mean, count
          old age > 3d | no group "old" in "old age > 3d": write newcomer, mailing-list, merge-request, or KEY=VALUE with a key of month, year, size, newcomer, lane, path
          age is 3d | no comparison in "age is 3d": write METRIC.STATISTIC, then >, >=, < or <=, then a bound
          """)
  void anErrorIsOneLineOnWhatWhereAndHow(String text, String message) {
    assertEquals(
        message,
        assertThrows(ThresholdSyntaxException.class, () -> Threshold.parse(text)).getMessage());
  }

  @Test
  void anEmptyConditionIsAnError() {
    assertThrows(ThresholdSyntaxException.class, () -> Threshold.parse("backlog > 3,"));
  }
}
