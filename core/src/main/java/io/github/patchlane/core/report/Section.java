package io.github.patchlane.core.report;

/** One part of the trial's report, told to whichever form it is to take. */
interface Section {
  /** What follows {@code #} in a link to it. */
  String id();

  String title();

  void tell(Form form);
}
