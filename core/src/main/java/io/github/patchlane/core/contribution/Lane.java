package io.github.patchlane.core.contribution;

/** Where a contribution is reviewed. */
public enum Lane {
  MAILING_LIST("mailing-list"),
  MERGE_REQUEST("merge-request");

  private final String label;

  Lane(String label) {
    this.label = label;
  }

  /** The name in machine-readable output. */
  public String label() {
    return label;
  }
}
