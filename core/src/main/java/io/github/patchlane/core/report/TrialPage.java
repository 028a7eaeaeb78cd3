package io.github.patchlane.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The trial's report as one HTML file: no script, nothing fetched, the same bytes for the same
 * report. Its policy forbids a browser to run any script even if one had found its way in.
 */
public final class TrialPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private TrialPage() {}

  public static String of(TrialReport report) {
    Markup page = new Markup();
    page.open("html", "lang", "en").line();
    head(page, report);
    page.open("body").line();
    page.leaf("a", "Skip to the report", "class", "skip", "href", "#main").line();
    header(page, report);
    page.open("main", "id", "main").line();
    PageForm form = new PageForm(page, report);
    for (Section section : report.sections()) {
      String heading = section.id() + "-heading";
      page.open("section", "id", section.id(), "aria-labelledby", heading).line();
      page.leaf("h2", section.title(), "id", heading).line();
      section.tell(form);
      page.closeLine();
    }
    page.closeLine();
    page.open("footer");
    page.leaf(
        "p",
        "Measured by patchlane "
            + SafeText.line(report.version(), 60)
            + ", as of "
            + Wording.minute(report.asOf())
            + ". The same input gives this same page.");
    page.closeLine();
    return page.closeLine().closeLine().finish();
  }

  private static void head(Markup page, TrialReport report) {
    page.open("head").line();
    page.empty("meta", "charset", "utf-8").line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.line();
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).line();
    page.empty("meta", "name", "referrer", "content", "no-referrer").line();
    page.empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.leaf("title", report.kind() + ": " + lanes(report)).line();
    page.style(css());
    page.closeLine();
  }

  private static void header(Markup page, TrialReport report) {
    page.open("header").line();
    page.leaf("p", report.kind(), "class", "kind").line();
    page.open("h1").leaf("bdi", lanes(report)).closeLine();
    page.leaf("p", span(report), "class", "span").line();
    page.open("nav", "aria-label", "Sections").open("ol").line();
    for (Section section : report.sections()) {
      page.open("li").leaf("a", section.title(), "href", "#" + section.id()).closeLine();
    }
    page.close().closeLine();
    page.closeLine();
  }

  private static String lanes(TrialReport report) {
    return report.lanes().stream()
        .map(lane -> SafeText.line(lane.name(), 60))
        .collect(Collectors.joining(", "));
  }

  /** How much was looked at, and of which time. */
  static String span(TrialReport report) {
    List<String> days =
        report.lanes().stream()
            .flatMap(lane -> lane.latency().subjects().stream())
            .map(subject -> Wording.day(subject.timeline().opened()))
            .sorted()
            .toList();
    if (days.isEmpty()) {
      return "No contribution, as of " + Wording.minute(report.asOf());
    }
    return Wording.count(days.size(), "contribution")
        + " opened from "
        + days.get(0)
        + " to "
        + days.get(days.size() - 1)
        + ", as of "
        + Wording.minute(report.asOf());
  }

  private static String css() {
    try (InputStream css = TrialPage.class.getResourceAsStream("trial.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
