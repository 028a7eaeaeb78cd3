package io.github.patchlane.cli;

import java.util.regex.Pattern;

/** What people call a source: the last part of its path that means something to them. */
final class ShortName {
  /**
   * The epochs of an inbox, {@code xen-devel/git/0.git} or {@code xen-devel/0}, are its insides.
   */
  private static final Pattern EPOCH = Pattern.compile("(?<=[^/:])(/git)?/[0-9]{1,2}(\\.git)?$");

  private ShortName() {}

  static String of(String source) {
    String path = source.replaceAll("/+$", "");
    String inbox = EPOCH.matcher(path).replaceFirst("");
    String last = inbox.substring(Math.max(inbox.lastIndexOf('/'), inbox.lastIndexOf(':')) + 1);
    String bare = last.endsWith(".git") ? last.substring(0, last.length() - 4) : last;
    return bare.isEmpty() ? source : bare;
  }
}
