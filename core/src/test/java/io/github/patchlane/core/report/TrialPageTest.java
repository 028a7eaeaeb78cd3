package io.github.patchlane.core.report;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.mergeRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.testkit.Contributions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class TrialPageTest {
  private static final Links LINKS = Links.under("https://lists.example.org/r");
  private static final String HOSTILE =
      "<script>alert(1)</script>\"'&<img src=x onerror=y>\u0007\u202Eevil\u2066]]>--> "
          + "w".repeat(500);

  private static Document page(TrialReport report) {
    return Jsoup.parse(TrialPage.of(report));
  }

  private static TrialReport sample(int size) {
    return TrialReport.of(List.of(TrialSample.lane(size)), "1.0").withLinks(LINKS);
  }

  private static TrialReport report(Contribution... contributions) {
    LaneReport lane =
        TrialSample.lane(
            TrialSample.harvest(List.of(contributions)), LatencyOptions.asOf(at(2400)));
    return TrialReport.of(List.of(lane), "1.0");
  }

  private static List<String> ids(Element labelled) {
    return Pattern.compile(" ").splitAsStream(labelled.attr("aria-labelledby")).toList();
  }

  private static TrialReport twoLanes() {
    LaneReport other =
        LaneReport.of(
            "merge requests",
            TrialSample.harvest(40),
            LatencyOptions.asOf(TrialSample.AS_OF).withLandingsKnown(false));
    return TrialReport.of(List.of(TrialSample.lane(60), other), "1.0");
  }

  @Test
  void sectionsStandInTheReportsOrder() {
    assertEquals(
        List.of("summary", "stalled", "curves", "newcomers", "months", "reviewers", "method"),
        page(sample(80)).select("main > section").eachAttr("id"));
  }

  @Test
  void summarySaysWhatItCannotTellAndTheFourFigures() {
    Document page =
        page(
            report(
                mail("a").by("ann").posted(0).review("bob", 10).landed(48).build(),
                mail("b").by("cyd").posted(0).review("bob", 20).landed(96).build(),
                mail("c").by("cyd").posted(0).build()));

    assertEquals(
        "Baseline of one lane: nothing is compared yet, so there is no verdict.",
        page.expectFirst("#summary > p").text());
    assertEquals(
        "Half of all contributions have a first response within 20 h (95 % interval 10 h or more,"
            + " n = 3); 33.3 % hear nothing by day 30 (0.9 % to 77.4 %). Half have landed after"
            + " 4 d (95 % interval 2 d or more, n = 3), and 1 is open: 1 waiting for review."
            + " 1 2 3 11",
        page.expectFirst("#summary .lead").text().replace('\u00a0', ' '));
    assertEquals(List.of("20 h", "33.3 %", "4 d", "1"), page.select("#summary .figure").eachText());
  }

  @Test
  void headingsDescendWithoutGaps() {
    int before = 0;
    for (Element heading : page(twoLanes()).select("h1, h2, h3, h4, h5, h6")) {
      int level = heading.tagName().charAt(1) - '0';
      assertTrue(level <= before + 1, heading.text());
      before = level;
    }
    assertEquals(1, page(twoLanes()).select("h1").size());
  }

  @Test
  void everyTableIsNamedAndItsHeadersScoped() {
    for (Element table : page(twoLanes()).select("table")) {
      assertFalse(table.select("> caption").text().isBlank());
      assertTrue(table.select("th").stream().allMatch(th -> th.hasAttr("scope")));
    }
  }

  @Test
  void everyPictureHasItsTitleDescriptionAndTable() {
    Document page = page(sample(80));

    assertEquals(3, page.select("svg[role=img]").size());
    for (Element picture : page.select("svg[role=img]")) {
      for (String id : ids(picture)) {
        assertFalse(page.expectFirst("#" + id).text().isBlank());
      }
      Element table = page.expectFirst("figure:has(#" + ids(picture).get(0) + ") + details");
      assertEquals(6, table.select("tbody tr").size());
    }
  }

  @Test
  void namesAreUniqueAndEveryLinkWithinThePageHasItsTarget() {
    Document page = page(twoLanes());
    List<String> ids = page.select("[id]").eachAttr("id");

    assertEquals(new HashSet<>(ids).size(), ids.size());
    for (Element link : page.select("a[href^=#]")) {
      assertTrue(ids.contains(link.attr("href").substring(1)), link.outerHtml());
    }
    for (Element labelled : page.select("[aria-labelledby]")) {
      assertTrue(ids.containsAll(ids(labelled)));
    }
  }

  @Test
  void nothingIsFetchedAndNothingRuns() {
    String html = TrialPage.of(sample(80));
    Document page = Jsoup.parse(html);

    assertEquals(0, page.select("script, link, img, iframe, object, [src]").size());
    assertFalse(html.contains("url(") || html.contains("@import"));
    assertEquals(
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"));
  }

  @Test
  void textFromStrangersStaysText() throws Exception {
    Actor stranger = new Actor(new Person(HOSTILE, "x@example.org"), false);
    Contributions story = mail("a\"><script>b</script>").posted(0);
    Contribution hostile =
        TrialSample.titled(
            story
                .event(new ReviewEvent.Commented(story.act(stranger, 3), Optional.empty(), true))
                .build(),
            HOSTILE);
    LaneReport lane =
        LaneReport.of(
            HOSTILE,
            TrialSample.harvest(List.of(hostile)),
            LatencyOptions.asOf(at(2400)).withSources(List.of(HOSTILE)));
    String html =
        TrialPage.of(
            TrialReport.of(List.of(lane), HOSTILE).withLinks(LINKS).withReviewersNamed(true));
    Document page = Jsoup.parse(html);

    assertEquals(0, page.select("script, img").size());
    assertTrue(
        page.getAllElements().stream()
            .flatMap(element -> element.attributes().asList().stream())
            .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertTrue(
        html.codePoints()
            .filter(c -> c != '\n')
            .noneMatch(
                c ->
                    Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT));
    assertTrue(
        page.expectFirst("#stalled .title")
            .text()
            .startsWith("<script>alert(1)</script>\"'&<img src=x onerror=y>"));
    // A strict parser would stumble over anything that was not escaped.
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void onlyTheWebIsLinkedTo() {
    Act script =
        new Act(
            at(1),
            Contributions.human("bob"),
            OptionalInt.empty(),
            Optional.empty(),
            new WebAddress("javascript://%0aalert(1)"));
    Document page =
        page(
            report(
                mergeRequest("a")
                    .posted(0)
                    .event(new ReviewEvent.Commented(script, Optional.empty(), false))
                    .build()));

    assertEquals(List.of(), page.select("a:not([href^=#])").eachAttr("href"));
    assertEquals("example.org/group/a!1", page.expectFirst("#stalled code").text());
  }

  @Test
  void reviewersSideStandsFirstAndLongListsAreFolded() {
    List<Contribution> waiting =
        IntStream.range(0, 33).mapToObj(i -> mail("w" + i).posted(i).build()).toList();
    List<Contribution> all = new ArrayList<>(waiting);
    all.add(mail("answered").posted(0).review("bob", 1).build());
    Document page = page(report(all.toArray(new Contribution[0])));

    assertEquals(
        List.of("Waiting for a reviewer or a committer (33)", "Waiting for the author (1)"),
        page.select("#stalled h3").eachText());
    assertEquals(30, page.select("#stalled > .scroll").get(0).select("tbody tr").size());
    assertEquals("3 more", page.expectFirst("#stalled summary").text());
    assertEquals(3, page.select("#stalled > details tbody tr").size());
    assertEquals(
        "100 d w0 w0-v1-1@example.org reviewer: posted, waiting for review no reply yet",
        page.expectFirst("#stalled tbody tr").text());
    assertEquals(
        "100 d answered answered-v1-1@example.org author: a reviewer replied bob",
        page.select("#stalled > .scroll").get(1).expectFirst("tbody tr").text());
  }

  @Test
  void everyMeasuredContributionIsInTheRegister() {
    Document page =
        page(
            report(
                mail("a").by("ann").posted(0).review("bob", 10).landed(48).build(),
                mail("b").by("cyd").posted(800, 3).build()));

    assertEquals(
        List.of("b@example.org 3-4 67 d + 67 d + open", "a@example.org 1 10 h 2 d landed"),
        page.select(".register tbody tr").eachText());
  }

  @Test
  void numbersLeadToTheMailsBehindThem() {
    Document page =
        page(
            report(
                mail("silent").posted(0).landed(48).build(),
                mail("ignored").posted(0).build(),
                mail("refused")
                    .posted(0)
                    .review("bob", 3)
                    .closed("bob", 9, ReviewEvent.Closed.Reason.DECLINED)
                    .build()));

    assertEquals(
        List.of(
            "No response within 30 days (1) ignored@example.org",
            "Landed without any public reply (1) silent@example.org",
            "Declined (1) refused@example.org"),
        page.select("#curves details:not(.same)").eachText());
  }

  @Test
  void whatWasLeftOutIsNamedInAFoldForEachReason() {
    Document page =
        page(
            report(
                mail("draft").revision(1, Revision.Kind.RFC, 1, 1).build(),
                mail("late").revision(2, Revision.Kind.PROPOSAL, 3, 1).build(),
                mail("good").posted(5).build()));

    assertEquals(
        List.of(
            "only ever posted as an RFC or draft: its clock has not started (1) draft@example.org",
            "time-to-first-response: its first revision was not seen, so that its opening is not"
                + " known (1) late@example.org",
            "time-to-landing: its first revision was not seen, so that its opening is not known"
                + " (1) late@example.org"),
        page.select("#method > details").eachText());
  }

  @Test
  void reviewersAreNumberedUnlessTheirNamesAreAskedFor() {
    TrialReport report = report(mail("a").posted(0).review("bob", 1).build());

    assertEquals(
        List.of("Reviewer 1 1 100.0 %"),
        page(report).select("#reviewers .scroll").get(0).select("tbody tr").eachText());
    assertEquals(
        List.of("bob 1 100.0 %"),
        page(report.withReviewersNamed(true))
            .select("#reviewers .scroll")
            .get(0)
            .select("tbody tr")
            .eachText());
  }

  @Test
  void withoutARepositoryNoLandingIsShown() {
    LaneReport lane =
        TrialSample.lane(
            TrialSample.harvest(40),
            LatencyOptions.asOf(TrialSample.AS_OF).withLandingsKnown(false));
    Document page = page(TrialReport.of(List.of(lane), "1.0"));

    assertEquals(1, page.select("svg[role=img]").size());
    assertTrue(page.expectFirst("#summary .lead").text().contains("No repository was searched"));
    assertEquals(3, page.select("#summary .figure").size());
  }

  @Test
  void aListWithoutContributionsIsReportedToo() {
    Document page = page(report());

    assertEquals("No contribution, as of 2024-04-10 00:00 UTC", page.expectFirst(".span").text());
    assertTrue(
        page.expectFirst("#summary .lead").text().startsWith("There is no contribution whose"));
  }

  @Test
  void theOrderOfInputDoesNotMatter() {
    Harvest harvest = TrialSample.harvest(120);
    List<Contribution> shuffled = new ArrayList<>(harvest.contributions());
    Collections.shuffle(shuffled, new Random(7));
    LatencyOptions options = LatencyOptions.asOf(TrialSample.AS_OF);

    assertEquals(
        TrialPage.of(TrialReport.of(List.of(TrialSample.lane(harvest, options)), "1.0")),
        TrialPage.of(
            TrialReport.of(
                List.of(TrialSample.lane(harvest.withContributions(shuffled), options)), "1.0")));
  }

  @Test
  void fiveThousandContributionsStayBelowTwoMegabytes() {
    String html = TrialPage.of(sample(5000));

    assertTrue(html.getBytes(StandardCharsets.UTF_8).length < 2_000_000);
    assertEquals(5000, Jsoup.parse(html).select(".register tbody tr").size());
  }

  @Test
  void monthsOfSeveralLanesAreToldApart() {
    Set<String> targets = new HashSet<>(page(twoLanes()).select(".calendar a").eachAttr("href"));

    assertTrue(targets.containsAll(List.of("#lane1-2024-01", "#lane2-2024-01")));
  }
}
