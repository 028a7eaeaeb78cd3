package io.github.patchlane.core.report;

import java.util.List;

/**
 * The trial's report as a mail to a list: ASCII, lines of at most 72 characters. Only a message-id
 * or an address that is longer than that stands on a longer line of its own, for broken in two it
 * would lead nowhere.
 */
public final class TrialText {
  private TrialText() {}

  public static String of(TrialReport report) {
    return of(report, report.sections());
  }

  /** The comparison alone: the verdict and what it rests on. */
  public static String ofComparison(TrialReport report) {
    return of(report, report.comparison());
  }

  private static String of(TrialReport report, List<Section> sections) {
    MailForm form = new MailForm(report.links());
    form.title(report.kind());
    report.lanes().forEach(lane -> form.lead(SafeText.line(lane.name(), 60)));
    form.lead(TrialPage.span(report) + ".");
    for (Section section : sections) {
      form.section(section.title());
      section.tell(form);
    }
    return form.finish();
  }
}
