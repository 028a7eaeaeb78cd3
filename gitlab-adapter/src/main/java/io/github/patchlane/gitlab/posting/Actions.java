package io.github.patchlane.gitlab.posting;

/** The words for what a step does. */
final class Actions {
  static final String PUSH = "push-branch";
  static final String OPEN = "open-merge-request";

  /** A note that stands alone. */
  static final String NOTE = "note";

  /** The first text of a thread without a line. */
  static final String THREAD = "thread";

  /** The first text of a thread on a line of the diff. */
  static final String DISCUSSION = "diff-discussion";

  static final String REPLY = "reply";
  static final String APPROVAL = "approve-as-note";
  static final String VERDICT = "verdict-as-note";
  static final String STATUS = "commit-status";
  static final String RESOLVE = "resolve";
  static final String LABEL = "label";
  static final String RETITLE = "retitle";
  static final String CLOSE = "close";
  static final String REOPEN = "reopen";

  private Actions() {}
}
