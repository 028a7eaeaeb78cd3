package io.github.patchlane.core.trial;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How contributions came to their lane. Whatever was sent there as a whole hangs together, and is
 * counted as one in the interval: a trial by week has as many chances as it has weeks.
 */
public enum ChannelRule {
  /** Each author chose, once or each time. */
  AUTHOR("author", "by their authors' choice"),
  /** Whole weeks went to one lane. */
  WEEK("week", "by the week in which they were opened"),
  /** Whole subsystems did. */
  SUBSYSTEM("subsystem", "by the subsystem that they touch"),
  /** Each went by lot, or by a rule about the patches alone. */
  CONTRIBUTION("contribution", "one by one");

  private final String label;
  private final String text;

  ChannelRule(String label, String text) {
    this.label = label;
    this.text = text;
  }

  /** The name in a protocol and in machine-readable output. */
  public String label() {
    return label;
  }

  /** Completes "contributions came to their lane ...". */
  public String text() {
    return text;
  }

  static Optional<ChannelRule> ofLabel(String label) {
    return Arrays.stream(values()).filter(rule -> rule.label.equals(label)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(ChannelRule::label).collect(Collectors.joining(", "));
  }
}
