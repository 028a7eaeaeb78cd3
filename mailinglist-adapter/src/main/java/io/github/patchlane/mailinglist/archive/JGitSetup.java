package io.github.patchlane.mailinglist.archive;

import org.eclipse.jgit.storage.file.WindowCacheConfig;

/** What JGit needs to be told once a process to read an inbox fast and within bounds. */
final class JGitSetup {
  private static final int MIB = 1 << 20;

  static {
    // An inbox is read from one end to the other: what was needed lately is needed next, and what
    // is kept longer than that only makes work for the garbage collector.
    WindowCacheConfig config = new WindowCacheConfig();
    config.setPackedGitLimit(8 * MIB);
    config.setPackedGitWindowSize(MIB / 16);
    config.setDeltaBaseCacheLimit(4 * MIB);
    config.setStreamFileThreshold(RawMail.MAX_BYTES / 2);
    config.install();
  }

  private JGitSetup() {}

  /** Does its work when the class is first used; the cache is one for all repositories. */
  static void once() {}
}
