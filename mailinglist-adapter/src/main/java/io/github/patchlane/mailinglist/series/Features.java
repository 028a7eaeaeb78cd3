package io.github.patchlane.mailinglist.series;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a posting is compared by, worked out once for all comparisons.
 *
 * @param postedAt when its first mail was sent
 * @param subject the one with the most to say about the version
 * @param pull whether it is a pull request
 * @param title of the lead, as titles are compared
 * @param titleWords of the lead
 * @param patchTitles as titles are compared, empty ones left out
 * @param paths that the patches touch, in their order
 */
record Features(
    Posting posting,
    Instant postedAt,
    SubjectLine subject,
    boolean pull,
    String title,
    Set<String> titleWords,
    Set<String> patchTitles,
    Set<String> paths) {

  static Features of(Posting posting) {
    PatchMail lead = posting.lead();
    return new Features(
        posting,
        posting.postedAt(),
        posting.subject(),
        posting.isPull(),
        lead.plainTitle(),
        Titles.words(lead.title()),
        posting.patches().values().stream()
            .map(PatchMail::plainTitle)
            .filter(title -> !title.isEmpty())
            .collect(Collectors.toSet()),
        posting.patches().values().stream()
            .flatMap(patch -> patch.stat().paths().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }
}
