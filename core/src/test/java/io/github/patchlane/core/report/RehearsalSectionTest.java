package io.github.patchlane.core.report;

import static io.github.patchlane.core.testkit.Contributions.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.conversion.Rehearsal;
import io.github.patchlane.core.conversion.Rehearsal.Arrival;
import io.github.patchlane.core.conversion.Rehearsal.Carried;
import io.github.patchlane.core.conversion.RequestPreview;
import io.github.patchlane.core.conversion.RequestPreview.Commit;
import io.github.patchlane.core.conversion.RequestPreview.Place;
import io.github.patchlane.core.conversion.RequestPreview.Said;
import io.github.patchlane.core.conversion.RequestPreview.Talk;
import io.github.patchlane.core.conversion.RequestPreview.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class RehearsalSectionTest {
  private static final String HOSTILE = "<script>x()</script> & \"q\" <img src=x>";

  private static final RequestPreview PREVIEW =
      new RequestPreview(
          "mail:" + HOSTILE,
          "title " + HOSTILE,
          "first line\n" + HOSTILE,
          "topic",
          "main",
          List.of("mailing-list"),
          List.of(
              new Version(
                  "v1",
                  at(1),
                  List.of(new Commit("0123456789ab", "subject " + HOSTILE, "Ann " + HOSTILE)),
                  ""),
              new Version("v2", at(2), List.of(), "because " + HOSTILE)),
          List.of(
              new Talk(
                  Optional.of(new Place("a/b.c", 7, false, List.of(" \tone", "+" + HOSTILE))),
                  List.of(
                      new Said("comment on a line", HOSTILE),
                      new Said("approval", "Ann approves"))),
              new Talk(Optional.empty(), List.of(new Said("note", "done")))),
          true);

  private static Rehearsal rehearsal() {
    List<Contribution> some = TrialSample.harvest(5).contributions();
    return new Rehearsal(
        List.of(
            new Carried(some.get(0), Arrival.WHOLE, List.of(), List.of()),
            new Carried(some.get(1), Arrival.NOT_AT_ALL, List.of("no base"), List.of()),
            new Carried(some.get(2), Arrival.IN_PART, List.of("other", "no base"), List.of()),
            new Carried(some.get(3), Arrival.WHOLE, List.of(), List.of("mind this"))),
        7,
        Optional.of(PREVIEW));
  }

  private static TrialReport report() {
    return TrialReport.of(List.of(TrialSample.lane(5)), "1.0").withRehearsal(rehearsal());
  }

  @Test
  void reasonsStandWithThoseWhoHaveThemTheMostFrequentFirst() {
    List<Contribution> some = TrialSample.harvest(5).contributions();

    assertEquals(
        List.of(
            Map.entry("no base", List.of(some.get(1), some.get(2))),
            Map.entry("other", List.of(some.get(2)))),
        List.copyOf(rehearsal().obstacles().entrySet()));
  }

  @Test
  void theMailSaysHowManyArriveAndWhyOthersDoNot() {
    String mail = TrialText.of(report()).replaceAll("\\s+", " ");

    assertTrue(
        mail.contains(
            "Of the newest 4 contributions of the list, carried over to merge requests without"
                + " writing anywhere, 2 would arrive whole, 1 with some revisions as text only, and"
                + " 1 not at all. 7 older ones were not tried; --rehearse takes more."),
        mail);
    assertTrue(mail.contains("No version of the branch: no base (2):"), mail);
  }

  @Test
  void thePageShowsTheRequestWordForWordAndRunsNothingOfIt() {
    var page = Jsoup.parse(TrialPage.of(report()));
    Element preview = page.expectFirst("#rehearsal .preview");

    assertEquals(0, page.select("script, img").size());
    assertEquals("title " + HOSTILE, preview.expectFirst("h4").text());
    assertEquals("first line\n" + HOSTILE, preview.expectFirst(".words").wholeText().strip());
    assertEquals(" " + " ".repeat(8) + "one\n+" + HOSTILE + "\n", code(preview));
    assertEquals(
        List.of("comment on a line", "approval", "note"),
        preview.select(".said > .where").eachText());
    assertEquals(
        List.of("0123456789ab subject " + HOSTILE + ", Ann " + HOSTILE),
        preview.select("ul li").eachText());
  }

  private static String code(Element preview) {
    return preview.expectFirst("div.code").wholeText();
  }
}
