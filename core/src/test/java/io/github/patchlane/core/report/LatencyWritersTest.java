package io.github.patchlane.core.report;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.mergeRequest;
import static io.github.patchlane.core.testkit.Contributions.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.metrics.GroupBy;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.MetricResult;
import io.github.patchlane.core.metrics.Metrics;
import io.github.patchlane.core.metrics.StalledReport;
import io.github.patchlane.core.metrics.Threshold;
import io.github.patchlane.core.metrics.ThresholdOutcome;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyWritersTest {
  private static final List<Contribution> CONTRIBUTIONS =
      List.of(
          mail("a")
              .by("ann")
              .posted(0)
              .review("bob", 2)
              .posted(10)
              .approve("bob", 12, "Reviewed-by", 1)
              .landed(40)
              .build(),
          mail("b").by("cyd").posted(5, 2).build(),
          mergeRequest("c").by("dan").posted(8).closed("bob", 30, Reason.DECLINED).build(),
          mail("d").revision(1, Revision.Kind.RFC, 3, 1).build());

  private static final LatencyOptions OPTIONS =
      LatencyOptions.asOf(at(2400)).withSources(List.of("list.mbox")).withLandingRecall(0.93);
  private static final LatencyReport REPORT = LatencyReport.of(CONTRIBUTIONS, OPTIONS);

  private static List<ThresholdOutcome> outcomes(String expression) {
    return Threshold.parse(expression).stream().map(t -> t.check(REPORT)).toList();
  }

  @Test
  void jsonKeepsTheOrderOfTheContractsKeys() throws Exception {
    JsonNode root = new ObjectMapper().readTree(LatencyJson.of(REPORT));
    JsonNode first = root.get("metrics").get(0);
    ((com.fasterxml.jackson.databind.node.ObjectNode) first).remove("definition");

    assertEquals(
        List.of(
            "schema", "asOf", "sources", "metrics", "excluded", "landingRecall", "landingsKnown"),
        keys(root));
    assertEquals(
        "{\"metric\":\"time-to-first-response\",\"group\":{},\"n\":3,\"events\":2,\"censored\":1,"
            + "\"median\":79200,\"medianCi95\":[7200,null],\"p25\":7200,\"p75\":null,\"p90\":null,"
            + "\"restrictedMean\":{\"horizon\":604800,\"value\":230400,"
            + "\"standardError\":153787.386,\"extrapolated\":false},\"max\":8622000,"
            + "\"unit\":\"seconds\",\"kind\":\"survival\",\"chaoss\":\"Time to First Response\"}",
        first.toString());
    assertEquals(
        "[{\"reason\":\"only ever posted as an RFC or draft: its clock has not started\","
            + "\"count\":1,\"metric\":null,"
            + "\"contributions\":[\"mail:d@example.org\"],\"more\":0},"
            + "{\"reason\":\"it has no recorded approval\",\"count\":2,"
            + "\"metric\":\"approval-to-landing\","
            + "\"contributions\":[\"mail:b@example.org\",\"gitlab:example.org/group/c!1\"],\"more\":0}]",
        root.get("excluded").toString());
  }

  @Test
  void aDocumentNamesTheFirstHundredLeftOutAndLinesNameThemAll() throws Exception {
    List<Contribution> drafts =
        IntStream.range(0, 102)
            .mapToObj(i -> mail("d" + i).revision(1, Revision.Kind.RFC, 3 + i, 1).build())
            .toList();
    LatencyReport report = LatencyReport.of(drafts, OPTIONS);
    JsonNode excluded = new ObjectMapper().readTree(LatencyJson.of(report)).get("excluded").get(0);
    List<String> lines = LeftOutJson.lines(report.excluded()).lines().toList();

    assertEquals(102, excluded.get("count").asInt());
    assertEquals(100, excluded.get("contributions").size());
    assertEquals(2, excluded.get("more").asInt());
    assertEquals(102, lines.size());
    assertEquals(
        "{\"id\":\"mail:d101@example.org\",\"lane\":\"mailing-list\",\"title\":\"d101\","
            + "\"metric\":null,\"reason\":\"only ever posted as an RFC or draft: its clock has"
            + " not started\"}",
        lines.get(101));
  }

  private static List<String> keys(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aShareHasItsWilsonInterval() throws Exception {
    JsonNode root = new ObjectMapper().readTree(LatencyJson.of(REPORT));
    for (JsonNode metric : root.get("metrics")) {
      if (metric.get("metric").asText().equals("acceptance-ratio")) {
        // Wilson's score interval of 1 of 2, by R's prop.test without correction.
        assertEquals("[0.094531,0.905469]", metric.get("ci95").toString());
        return;
      }
    }
    throw new AssertionError("no acceptance-ratio");
  }

  @Test
  void csvHasOneRowAContributionAsSurvReadsIt() {
    List<String> lines = LatencyCsv.of(REPORT).lines().toList();

    assertEquals(4, lines.size());
    assertTrue(lines.get(0).startsWith("id,lane,opened_at,month,year,size,newcomer,path,"));
    assertEquals(
        "mail:b@example.org,mailing-list,2024-01-01T05:00:00Z,2024-01,2024,2,unknown,lib,2,open,1,"
            + "8622000,0,8622000,0,,,8622000,0,,,8622000,0,8622000,0,8622000,0,8622000,0,0,0,"
            + "8622000,0,8622000,1",
        lines.get(2));
    assertEquals(
        1,
        lines.stream().mapToLong(l -> l.chars().filter(c -> c == ',').count()).distinct().count());
  }

  @Test
  void openMetricsIsWellFormed() {
    LatencyReport byPath = LatencyReport.of(CONTRIBUTIONS, OPTIONS.withBy(GroupBy.LANE));
    String text = LatencyOpenMetrics.of(byPath);
    Pattern line =
        Pattern.compile(
            "# (TYPE [a-z_]+ gauge|UNIT [a-z_]+ [a-z]+|HELP [a-z_]+ .+|EOF)"
                + "|[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\\})? (\\+Inf|[0-9.]+)");

    assertEquals(List.of(), text.lines().filter(l -> !line.matcher(l).matches()).toList());
    assertTrue(text.endsWith("\n# EOF\n"));
    assertTrue(
        text.contains(
            "\nvcs_change_time_to_merge_seconds{lane=\"mailing-list\",quantile=\"0.25\"} 144000\n"));
    List<String> types = text.lines().filter(l -> l.startsWith("# TYPE")).toList();
    assertEquals(types.stream().distinct().toList(), types);
  }

  @Test
  void textDefinesEveryNumberAndSaysWhatWasLeftOut() {
    String text = LatencyText.of(REPORT);

    Metrics.ALL.forEach(
        metric ->
            assertTrue(text.contains("\n" + metric.id() + ": " + metric.definition().text())));
    assertTrue(
        text.contains(
            "all                  only ever posted as an RFC or draft: its clock has not started"
                + "  1\n"));
    assertTrue(text.endsWith("\npatchlane latency --left-out names them.\n"));
    assertTrue(text.startsWith("3 contributions, as of 2024-04-10T00:00:00Z\nsource: list.mbox\n"));
    assertEquals(text, LatencyText.of(LatencyReport.of(CONTRIBUTIONS, OPTIONS)));
  }

  @Test
  void everyKindOfResultIsPrintedEvenOfNothing() {
    LatencyReport nothing = LatencyReport.of(List.of(), OPTIONS);

    assertTrue(LatencyText.of(nothing).contains("LEFT OUT\nnothing\n"));
    assertEquals(1, LatencyCsv.of(nothing).lines().count());
    assertTrue(nothing.results().stream().mapToInt(MetricResult::n).allMatch(n -> n == 0));
    assertTrue(LatencyJson.of(nothing).contains("\"median\" : null"));
    assertTrue(LatencyOpenMetrics.of(nothing).endsWith("# EOF\n"));
  }

  @Test
  void aBrokenThresholdNamesTheWorst() {
    assertEquals(
        """
        FAILED  time-to-first-response.max > 3d (found: 100 d, n = 3)
                100 d so far  mail:b@example.org  b
        ok      newcomer age > 1d (nothing to measure, or too early to tell)
        ok      backlog > 5 (found: 1, n = 3)
        """,
        ThresholdText.of(
            outcomes("time-to-first-response.max > 3d; newcomer age > 1d; backlog > 5")));
  }

  @Test
  void junitHasACaseForEachThreshold() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="patchlane latency" tests="3" failures="1" errors="0" skipped="1">
          <testcase classname="patchlane.time-to-first-response" name="time-to-first-response.max &gt; 3d">
            <failure message="time-to-first-response.max &gt; 3d (found: 100 d, n = 3)">100 d so far  mail:b@example.org  b
        </failure>
          </testcase>
          <testcase classname="patchlane.age" name="newcomer age &gt; 1d">
            <skipped message="newcomer age &gt; 1d (nothing to measure, or too early to tell)"/>
          </testcase>
          <testcase classname="patchlane.backlog" name="backlog &gt; 5"/>
        </testsuite>
        """,
        ThresholdJUnit.of(
            outcomes("time-to-first-response.max > 3d; newcomer age > 1d; backlog > 5")));
  }

  @Test
  void stalledSaysWhoseMoveSinceWhenAndWhere() {
    StalledReport stalled = StalledReport.of(CONTRIBUTIONS, OPTIONS.withLandingsKnown(false));

    assertEquals(
        """
        Open contributions: 1, as of 2024-04-10T00:00:00Z
        No repository was given: some of these may have landed.

        WAITING FOR REVIEWERS AND COMMITTERS
        100 d  b
                 posted, waiting for review since 2024-01-01T05:00:00Z; nobody has replied
                 https://lore.example.org/r/b-v1-1@example.org
        Left out: 1 (only ever posted as an RFC or draft: its clock has not started)
        patchlane latency --left-out names them.
        """,
        StalledText.of(stalled, Links.under("https://lore.example.org/r")));
    assertTrue(StalledJson.of(stalled, Links.NONE).contains("\"link\" : \"b-v1-1@example.org\""));
  }

  @Test
  void stalledNamesMaintainersWhereTheyAreKnown() {
    StalledReport stalled =
        StalledReport.of(
            List.of(
                mail("a").posted(0).review("lib", 1).comment("ann", 2).build(),
                mail("b").posted(0).build()),
            OPTIONS.withMaintainers((path, at) -> Set.of(person("lib"))));

    assertTrue(
        StalledText.of(stalled, Links.NONE).contains("; active: lib (maintainer)\n"),
        StalledText.of(stalled, Links.NONE));
    assertTrue(StalledText.of(stalled, Links.NONE).contains("  could review: lib\n"));
    List<String> lines = StalledJson.lines(stalled, Links.NONE).lines().toList();
    assertEquals(2, lines.size());
    assertTrue(
        lines.get(0).endsWith("\"suggested\":[{\"name\":\"lib\",\"email\":\"lib@example.org\"}]}"),
        lines.get(0));
  }

  @Test
  void textFromStrangersCannotSteerWhatReadsIt() {
    assertEquals("a [31mred b", SafeText.line("a\u001b[31mred\nb\u202e"));
    assertEquals("&lt;a b=&quot;c&quot;&gt; &amp;", SafeText.xml("<a b=\"c\"> &\u0000"));
    assertEquals("'=cmd()", SafeText.csv("=cmd()"));
    assertEquals("\"a,\"\"b\"\"\"", SafeText.csv("a,\"b\""));
  }

  @Test
  void durationsReadAsPeopleSayThem() {
    assertEquals(
        List.of("0 s", "45 s", "1.5 min", "14 h", "3.2 d", "120 d"),
        List.of(
            Figures.duration(0),
            Figures.duration(45),
            Figures.duration(90),
            Figures.duration(14 * 3600),
            Figures.duration(3.2 * 86_400),
            Figures.duration(120 * 86_400)));
  }
}
