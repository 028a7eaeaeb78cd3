package io.github.patchlane.gitlab.posting;

/** The names of what steps write and give. */
final class Fields {
  static final String BRANCH = "branch";
  static final String TARGET = "target_branch";

  /** The project that the branch is in, where it is not the one that is posted to. */
  static final String FORK = "fork";

  static final String HEAD = "head";

  /** What the branch must be at before a push; empty where it must not be there. */
  static final String LEASE = "lease";

  static final String TITLE = "title";
  static final String DESCRIPTION = "description";
  static final String LABELS = "labels";
  static final String BODY = "body";
  static final String MARKER = "marker";
  static final String AT = "created_at";
  static final String OLD_PATH = "old_path";
  static final String NEW_PATH = "new_path";
  static final String OLD_LINE = "old_line";
  static final String NEW_LINE = "new_line";

  /** The body for where the server does not take the line. */
  static final String FALLBACK = "fallback_body";

  /** The step whose thread this is a reply in. */
  static final String THREAD = "thread";

  static final String STATE = "state";
  static final String NAME = "name";
  static final String URL = "target_url";
  static final String TEXT = "text";

  static final String IID = "iid";
  static final String AUTHOR = "author";
  static final String DISCUSSION = "discussion";
  static final String NOTE = "note";

  private Fields() {}
}
