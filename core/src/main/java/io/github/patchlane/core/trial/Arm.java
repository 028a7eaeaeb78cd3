package io.github.patchlane.core.trial;

/** The two sides of a comparison. */
public enum Arm {
  /** What there was before, to compare with. */
  BASELINE("baseline"),
  /** What is tried. */
  TRIAL("trial");

  private final String label;

  Arm(String label) {
    this.label = label;
  }

  /** The name in a protocol and in machine-readable output. */
  public String label() {
    return label;
  }
}
