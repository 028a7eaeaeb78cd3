package io.github.patchlane.core.report;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.metrics.LatencyOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTextTest {
  private static TrialReport report(String name, Contribution... contributions) {
    return TrialReport.of(
        List.of(
            LaneReport.of(
                name,
                TrialSample.harvest(List.of(contributions)),
                LatencyOptions.asOf(at(2400)).withSources(List.of("list.mbox")))),
        "1.0");
  }

  @Test
  void aSmallListGivesThisMail() {
    String text =
        TrialText.of(
            report(
                "small-devel",
                mail("a").by("ann").posted(0).approve("bob", 10).landed(48).build(),
                mail("b").by("cyd").posted(0).build()));

    assertEquals(EXPECTED, text);
  }

  @Test
  void linesFitAMailAndAreAscii() {
    TrialReport sample =
        TrialReport.of(List.of(TrialSample.lane(300)), "1.0")
            .withLinks(
                Links.under("https://lists.example.org/a/rather/long/address/of/an/archive"));
    check(TrialText.of(sample));
    Contribution odd =
        TrialSample.titled(
            mail("odd").posted(0).build(), "Ångström → \u202E漢字 " + "x".repeat(300) + "\u0007…");
    check(TrialText.of(report("Größe", odd)));
  }

  private static void check(String text) {
    assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f)));
    text.lines()
        .forEach(line -> assertTrue(line.length() <= 72 || line.strip().matches("<\\S+>"), line));
  }

  @Test
  void lettersLoseTheirAccentsAndNotThemselves() {
    String text =
        TrialText.of(report("l", TrialSample.titled(mail("a").posted(0).build(), "naïve Größe")));

    assertTrue(text.contains("100 d  naive Gro?e\n"), text);
  }

  private static final String EXPECTED =
      """
      Patch review baseline
      =====================

      small-devel
      2 contributions opened from 2024-01-01 to 2024-01-01, as of 2024-04-10
      00:00 UTC.

      In short
      --------

      Baseline of one lane: nothing is compared yet, so there is no verdict.

      Half of all contributions have a first response within 50 d (95 %
      interval 10 h or more, n = 2); 50.0 % hear nothing by day 30 (0.6 % to
      91.0 %). Half have landed after 51 d (95 % interval 2 d or more, n = 2),
      and 1 is open: 1 waiting for review. [1][2][3][11]

      Stalled now
      -----------

      On 1 open contribution nobody did anything for 14 days or more. 0 more
      saw some activity since then, and 0 were left alone for 180 days or
      more. [11][12][13]

      Waiting for a reviewer or a committer (1)

      100 d  b
             reviewer: posted, waiting for review; no reply yet
             <b-v1-1@example.org>

      Waiting for the author (0)

      Nothing.


      How long it takes
      -----------------

      The curves are Kaplan-Meier estimates, so that what is still waiting
      counts for as long as it was watched. Intervals are at 95 %.

      Time to first response

      Waiting for a first response: share with no response yet [1]
        After  At risk    Still waiting
        6 h          2          100.0 %
        1 d          1           50.0 %
                        0.6 % to 91.0 %
        3 d          1           50.0 %
                        0.6 % to 91.0 %
        7 d          1           50.0 %
                        0.6 % to 91.0 %
        14 d         1           50.0 %
                        0.6 % to 91.0 %
        30 d         1           50.0 %
                        0.6 % to 91.0 %

      Kinds of answer, with 95 % intervals [1][14]
        Answer                     Waits  Answered        Median  90 %
        any, by anybody                2         1          50 d     -
                                                    10 h or more
        on the diff, or a verdict      2         1          50 d     -
                                                    10 h or more

      No response within 30 days (1):
        <b@example.org>

      Time to landing

      Not landed yet: share not landed yet [3]
        After  At risk    Still waiting
        2 d          2           50.0 %
                        0.6 % to 91.0 %
        7 d          1           50.0 %
                        0.6 % to 91.0 %
        21 d         1           50.0 %
                        0.6 % to 91.0 %
        45 d         1           50.0 %
                        0.6 % to 91.0 %
        90 d         1           50.0 %
                        0.6 % to 91.0 %
        180 d        0                -

      Landed without any public reply: 0.0 % (0 of 1). These were handled,
      though nobody answered on the record. [5]

      How it ends

      Landed, declined, withdrawn: share ended so [4]
        After  At risk           Landed  Declined  Withdrawn
        2 d          2           50.0 %     0.0 %      0.0 %
                        9.0 % to 99.4 %
        7 d          1           50.0 %     0.0 %      0.0 %
                        9.0 % to 99.4 %
        21 d         1           50.0 %     0.0 %      0.0 %
                        9.0 % to 99.4 %
        45 d         1           50.0 %     0.0 %      0.0 %
                        9.0 % to 99.4 %
        90 d         1           50.0 %     0.0 %      0.0 %
                        9.0 % to 99.4 %
        180 d        0                -         -          -

      Of those that ended, 100.0 % landed (95 % interval 20.7 % to 100.0 %,
      n = 1). [4]


      Newcomers and regulars
      ----------------------

      Medians and shares by the submitter, with 95 % intervals [1][2][3][6]
        Cannot be told
          Opened: 2
          First response: 50 d (10 h or more)
          None by day 30: 50.0 % (0.6 % to 91.0 %)
          Landing: 51 d (2 d or more)
          Reviewed: 100.0 % (20.7 % to 100.0 %)

      0 newcomers came; whether they come again within 180 days cannot be told
      yet. Who first appears in the archive's first 180 days may be new or
      not, and stands apart. [9][10]


      Month by month
      --------------

      Contributions stand in the month in which they were opened. A median
      that is not reached and a month too near to tell are marked -. [1][2]

      small-devel
        Month    Opened  First response  None by day 30
        2024-01       2            50 d            50 %


      Review load and coverage
      ------------------------

      1 reviewer gave a substantive reply; 1 of them gave half of all. Of what
      landed, 100.0 % had a verdict by somebody else (95 % interval 20.7 % to
      100.0 %, n = 1). [7][8][6]

      How review is spread over reviewers [7]
        Reviewer    Contributions reviewed  Share of all reviews
        Reviewer 1                       1               100.0 %

      By size

      Medians and shares by the patches of the first posting, with 95 %
      intervals [1][2][3][6]
        1 patch
          Opened: 2
          First response: 50 d (10 h or more)
          None by day 30: 50.0 % (0.6 % to 91.0 %)
          Landing: 51 d (2 d or more)
          Reviewed: 100.0 % (20.7 % to 100.0 %)


      What the numbers mean
      ---------------------

      [1]  time-to-first-response: From the opening to the first public reply
           or approval by a human other than the authors, or to the first
           landing; bots, checks and the author's own mails are none, and what
           waits still counts as waiting.
      [2]  ignored-rate: The probability of neither a response nor a landing
           by day 30, those counted in that have not waited for so long yet.
      [3]  time-to-landing: From the opening until all patches of a revision
           are in the repository, the last one deciding; what was declined or
           withdrawn never lands and stays among those waiting, and so does
           what landed in part.
      [4]  acceptance-ratio: Landed ones among those that landed, were
           declined or were withdrawn.
      [5]  landed-without-reply: Landed ones to which no human other than the
           authors ever replied in public.
      [6]  review-coverage: Landed ones with at least one verdict by another
           human before the landing: an approval or a request for changes;
           "applied" is none.
      [7]  reviewer-load: For each human who gave a substantive reply on
           others' contributions, on how many; the shares are of the sum.
      [8]  contributor-absence-factor: The smallest number of reviewers who
           together gave at least half of all reviews.
      [9]  newcomers: Contributions that are the first ever seen of their
           submitter, the archive's first days left out: there everybody looks
           new.
      [10] conversion-rate: The probability that a newcomer opens a second
           contribution within 180 days, those counted in that came less than
           180 days ago.
      [11] backlog: Contributions that are open at the end of observation.
      [12] stalled: Open contributions on which no human did anything for 14
           days or as many as were asked for, and which are not dormant.
      [13] dormant: Open contributions on which no human did anything for 180
           days or as many as were asked for.
      [14] time-to-first-review: For each revision, from its posting to the
           first substantive reply by another human: on the diff, or a
           verdict; it waits no longer than until the next revision, the
           landing or the close.

      Medians are Kaplan-Meier estimates with log-log intervals; shares have
      Wilson's interval, shares by a day that of the curve. How contributions
      end is an Aalen-Johansen estimate. Time is calendar time. Nothing here
      is drawn at random, so there is no seed.

      What was read

      What the report was made from
        What                                 Value
        Source                               list.mbox
        As of                                2024-04-10T00:00:00Z
        Repository searched for landings     yes
        Mails or records read                14
        Contributions found                  2
        Contributions measured               2
        Clocks put right, by the clock rule  4
        Problems: damaged                    1
        Problems: orphan                     2
        Measured by                          patchlane 1.0

      What was left out, and why: none.

      Each problem stands with its position and its reason in patchlane
      problems.

      How many true landings these rules miss was not measured for this
      archive.

      How patches were matched to commits
        Evidence  Patches    Share
        patch-id        1  100.0 %

      One row for each contribution, with what was measured of it: patchlane
      latency --format csv.
      """;
}
