package io.github.patchlane.core.report;

import io.github.patchlane.core.report.Grid.Cell;
import io.github.patchlane.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** What was settled before anybody looked. */
record ProtocolSection(TrialReport report, Trial trial) implements Section {
  @Override
  public String id() {
    return "protocol";
  }

  @Override
  public String title() {
    return "The protocol";
  }

  @Override
  public void tell(Form form) {
    form.paragraph(
        "SHA-256 of the protocol, to be announced before the data is looked at: "
            + trial.protocol().hash());
    List<List<Cell>> rows = new ArrayList<>();
    trial
        .protocol()
        .canonical()
        .lines()
        .skip(1)
        .forEach(
            line -> {
              int equals = line.indexOf(" = ");
              rows.add(
                  List.of(
                      Cell.of(line.substring(0, equals)),
                      Cell.of(SafeText.line(line.substring(equals + 3), 200))));
            });
    form.grid(new Grid("Settled beforehand", List.of(), List.of("What", "Value"), 2, rows));
    form.leftOut(
        "Not compared, and why",
        trial.excluded(),
        "patchlane compare --left-out names them all, and those without their like");
  }
}
