package io.github.patchlane.core.report;

/** How it changed from month to month. */
record MonthsSection(TrialReport report) implements Section {
  @Override
  public String id() {
    return "months";
  }

  @Override
  public String title() {
    return "Month by month";
  }

  @Override
  public void tell(Form form) {
    form.paragraph(
        "Contributions stand in the month in which they were opened. A median that is not reached"
            + " and a month too near to tell are marked "
            + Figures.NOT_REACHED
            + ".",
        Measures.FIRST_RESPONSE,
        Measures.IGNORED);
    form.months(report.lanes());
  }
}
