package io.github.patchlane.mailinglist.series;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a posting is compared by, worked out once for all comparisons.
 *
 * @param title of the lead, as titles are compared
 * @param titleWords of the lead
 * @param patchTitles as titles are compared, empty ones left out
 * @param paths that the patches touch
 */
record Features(
    Posting posting,
    String title,
    Set<String> titleWords,
    Set<String> patchTitles,
    Set<String> paths) {

  static Features of(Posting posting) {
    PatchMail lead = posting.lead();
    return new Features(
        posting,
        lead.plainTitle(),
        Titles.words(lead.title()),
        posting.patches().values().stream()
            .map(PatchMail::plainTitle)
            .filter(title -> !title.isEmpty())
            .collect(Collectors.toSet()),
        posting.patches().values().stream()
            .flatMap(patch -> patch.stat().paths().stream())
            .collect(Collectors.toSet()));
  }
}
