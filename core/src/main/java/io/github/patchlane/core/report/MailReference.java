package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.SourceId;
import java.util.Locale;

/**
 * How a contribution is named, and where it can be read.
 *
 * @param name its message-id, or its project and number
 * @param address to follow, or empty where there is none that is safe to follow
 */
record MailReference(String name, String address) {
  private static final String MAIL = "mail:";
  private static final String GITLAB = "gitlab:";
  private static final int LONGEST = 300;

  /** By its first posting, which is what it is called everywhere. */
  static MailReference first(Contribution contribution, Links links) {
    String id = contribution.id().value();
    if (id.startsWith(MAIL)) {
      return of(SourceId.parse(id.substring(MAIL.length())), links);
    }
    String name = id.startsWith(GITLAB) ? id.substring(GITLAB.length()) : id;
    return new MailReference(name, safe(links.of(contribution)));
  }

  /** By its newest posting, which is what to answer. */
  static MailReference newest(Contribution contribution, Links links) {
    return contribution
        .newest()
        .postings()
        .findFirst()
        .filter(id -> contribution.id().value().startsWith(MAIL))
        .map(id -> of(id, links))
        .orElseGet(() -> first(contribution, links));
  }

  private static MailReference of(SourceId id, Links links) {
    return new MailReference(id.value(), safe(links.of(id)));
  }

  /** Only what a browser fetches: an address from a stranger's data may be a script. */
  private static String safe(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("https://") || lower.startsWith("http://");
    return web && address.length() <= LONGEST ? address : "";
  }

  /** As a link, or as plain code. */
  void write(Markup page) {
    String shown = SafeText.line(name, 100);
    if (address.isEmpty()) {
      page.leaf("code", shown);
    } else {
      page.leaf("a", shown, "href", address);
    }
  }
}
