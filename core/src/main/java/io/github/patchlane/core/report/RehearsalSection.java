package io.github.patchlane.core.report;

import io.github.patchlane.core.conversion.Rehearsal;
import io.github.patchlane.core.conversion.Rehearsal.Arrival;

/**
 * What would become of the list's contributions as merge requests, and what one would look like.
 */
record RehearsalSection(Rehearsal rehearsal) implements Section {
  @Override
  public String id() {
    return "rehearsal";
  }

  @Override
  public String title() {
    return "Rehearsal";
  }

  @Override
  public void tell(Form form) {
    int tried = rehearsal.carried().size();
    form.paragraph(
        "Of the newest "
            + Wording.count(tried, "contribution")
            + " of the list, carried over to merge requests without writing anywhere, "
            + Wording.count(rehearsal.count(Arrival.WHOLE))
            + " would arrive whole, "
            + Wording.count(rehearsal.count(Arrival.IN_PART))
            + " with some revisions as text only, and "
            + Wording.count(rehearsal.count(Arrival.NOT_AT_ALL))
            + " not at all."
            + (rehearsal.leftOut() == 0
                ? ""
                : " "
                    + Wording.count(rehearsal.leftOut())
                    + " older ones were not tried; --rehearse takes more."));
    rehearsal
        .obstacles()
        .forEach(
            (reason, contributions) ->
                form.behind(
                    "No version of the branch: " + SafeText.line(reason, 160), contributions));
    long remarked = rehearsal.carried().stream().filter(c -> !c.remarks().isEmpty()).count();
    if (remarked > 0) {
      form.behind(
          "To be looked at before, as patchlane convert --dry-run says in words",
          rehearsal.carried().stream()
              .filter(c -> !c.remarks().isEmpty())
              .map(Rehearsal.Carried::contribution)
              .toList());
    }
    rehearsal.preview().ifPresent(form::preview);
  }
}
