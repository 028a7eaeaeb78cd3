package io.github.patchlane.gitlab;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.gitlab.mergerequest.Heading;

/** The page of a merge request, and what stands on it. */
final class RequestPage {
  private RequestPage() {}

  static boolean isOf(Heading heading, SourceId message) {
    String name = message.value();
    String page = heading.page();
    return name.equals(page) || (name.startsWith(page) && name.charAt(page.length()) == '#');
  }
}
