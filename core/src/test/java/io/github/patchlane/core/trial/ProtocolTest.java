package io.github.patchlane.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.metrics.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolTest {
  private static final String FULL =
      """
      # the spring trial
      name = "merge requests, spring 2026"
      seed = 20_260_301
      resamples = 1999

      [lanes]
      baseline = "mailing-list"
      trial = 'merge-request'
      channel = "week"   # even weeks by request

      [window]
      since = 2026-03-01
      until = 2026-08-31

      [primary]
      metric = "time-to-landing"
      horizon = "30d"
      effect = 2

      [matching]
      exact = ["size", "committer"]
      preferred = [
        "month",  # freeze
        "newcomer",
      ]

      [secondary]
      metrics = ["iterations", "comments", "time-to-landing"]

      [guards]
      reviewers = "30%"
      coverage = "5pp"

      [sensitivity]
      drop-weeks = 2
      """;

  @Test
  void aFileSettlesEverything() {
    assertEquals(
        new Protocol(
            "merge requests, spring 2026",
            "mailing-list",
            "merge-request",
            Window.between(
                Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-09-01T00:00:00Z")),
            ChannelRule.WEEK,
            "time-to-landing",
            Duration.ofDays(30),
            2,
            List.of(Covariate.SIZE, Covariate.COMMITTER),
            List.of(Covariate.MONTH, Covariate.NEWCOMER),
            List.of("iterations", "comments"),
            List.of(
                new GuardRule(GuardRule.Kind.REVIEWERS, 0.3),
                new GuardRule(GuardRule.Kind.COVERAGE, 0.05)),
            2,
            1999,
            20260301),
        Protocol.parse(FULL));
  }

  @Test
  void anEmptyFileIsTheStandard() {
    assertEquals(Protocol.standard(), Protocol.parse("\n# nothing\r\n"));
  }

  @Test
  void aPrimaryBringsItsOwnHorizon() {
    assertEquals(
        Duration.ofDays(60), Protocol.parse("[primary]\nmetric = \"time-to-landing\"").horizon());
  }

  @Test
  void theHashIsOfWhatIsSaidAndNotOfHow() {
    Protocol one = Protocol.parse("seed = 3\n[primary]\nhorizon = \"7d\"\n");
    Protocol other = Protocol.parse("# x\nseed=3 # y\r\n\r\n[ primary ]\nhorizon = '168h'");

    assertEquals(one.hash(), other.hash());
    assertNotEquals(one.hash(), Protocol.parse("seed = 4").hash());
    assertEquals(64, one.hash().length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          seed                              | 1 | expected key = value
          seed = many                       | 1 | not a number or a date: many
          seed = 1.5                        | 1 | a whole number
          seed = "1"                        | 1 | a number without quotes
          seed = 1;seed = 2                 | 2 | given in line 1
          name = "open                      | 1 | never closed
          name = "a" b                      | 1 | nothing may follow
          colour = "red"                    | 1 | colour is unknown; the keys are name
          [lanes;x = 1                      | 1 | a table is written [name]
          [lanes];;channel = "mood"         | 3 | "mood" is unknown; one of author, week
          [primary];metric = "iterations"   | 2 | is unknown; one of time-to-first-response
          [primary];horizon = "a week"      | 2 | a time is written "7d"
          [primary];effect = 0.5            | 1 | a ratio above 1
          [window];since = 2026-02-31       | 2 | a date is written
          [matching];exact = "size"         | 2 | needs a list
          [matching];exact = ["size"        | 2 | never closed
          [matching];exact = ["size" "age"] | 2 | a list is written
          [matching];exact = ["height"]     | 2 | "height" is unknown; one of size
          [guards];coverage = "10%"         | 2 | 10pp
          [guards];reviewers = "-5%"        | 2 | 25%
          [secondary];metrics = ["speed"]   | 2 | "speed" is unknown
          """)
  void aMistakeIsToldWithItsLine(String file, int line, String why) {
    ProtocolException problem =
        assertThrows(ProtocolException.class, () -> Protocol.parse(file.replace(';', '\n')));

    assertEquals(line, problem.line(), problem.getMessage());
    assertTrue(String.valueOf(problem.getMessage()).contains(why), problem::getMessage);
  }
}
