package io.github.patchlane.mailinglist.archive;

import org.eclipse.jgit.storage.file.WindowCacheConfig;

/** What JGit needs to be told once a process to read an inbox fast and within bounds. */
final class JGitSetup {
  private static final int MIB = 1 << 20;

  static {
    // The default cache of 10 MiB rereads the pack of any list of some size again and again.
    WindowCacheConfig config = new WindowCacheConfig();
    config.setPackedGitLimit(24 * MIB);
    config.setPackedGitWindowSize(MIB / 16);
    config.setDeltaBaseCacheLimit(8 * MIB);
    config.setStreamFileThreshold(RawMail.MAX_BYTES / 2);
    config.install();
  }

  private JGitSetup() {}

  /** Does its work when the class is first used; the cache is one for all repositories. */
  static void once() {}
}
