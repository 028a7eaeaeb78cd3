package io.github.patchlane.gitlab.mergerequest;

import java.util.List;
import java.util.Locale;

/** The words before a title that make a draft of a request; older servers knew others. */
final class DraftTitle {
  private static final List<String> PREFIXES =
      List.of("draft:", "[draft]", "(draft)", "wip:", "[wip]", "(wip)");

  private DraftTitle() {}

  static String without(String title) {
    String rest = title.strip();
    boolean found = true;
    while (found) {
      found = false;
      String low = rest.toLowerCase(Locale.ROOT);
      for (String prefix : PREFIXES) {
        if (low.startsWith(prefix)) {
          rest = rest.substring(prefix.length()).strip();
          found = true;
          break;
        }
      }
    }
    return rest;
  }
}
