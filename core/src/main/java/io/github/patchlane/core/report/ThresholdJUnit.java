package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.ThresholdOutcome;
import java.util.List;

/**
 * Conditions as a JUnit XML test suite: one test case each. One that came true is a failure that
 * names the worst contributions; one with nothing to measure is skipped.
 */
public final class ThresholdJUnit {
  private ThresholdJUnit() {}

  public static String of(List<ThresholdOutcome> outcomes) {
    long failed = outcomes.stream().filter(ThresholdOutcome::broken).count();
    long skipped = outcomes.stream().filter(o -> o.value().isEmpty()).count();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuite name=\"patchlane latency\" tests=\"")
        .append(outcomes.size())
        .append("\" failures=\"")
        .append(failed)
        .append("\" errors=\"0\" skipped=\"")
        .append(skipped)
        .append("\">\n");
    outcomes.forEach(outcome -> testCase(xml, outcome));
    return xml.append("</testsuite>\n").toString();
  }

  private static void testCase(StringBuilder xml, ThresholdOutcome outcome) {
    xml.append("  <testcase classname=\"patchlane.")
        .append(SafeText.xml(outcome.threshold().metric().id()))
        .append("\" name=\"")
        .append(SafeText.xml(outcome.threshold().text()))
        .append('"');
    String summary = SafeText.xml(ThresholdText.summary(outcome));
    if (outcome.broken()) {
      xml.append(">\n    <failure message=\"").append(summary).append("\">");
      ThresholdText.worst(outcome).forEach(line -> xml.append(SafeText.xml(line)).append('\n'));
      xml.append("</failure>\n  </testcase>\n");
    } else if (outcome.value().isEmpty()) {
      xml.append(">\n    <skipped message=\"").append(summary).append("\"/>\n  </testcase>\n");
    } else {
      xml.append("/>\n");
    }
  }
}
