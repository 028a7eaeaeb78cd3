package io.github.patchlane.cli.sample;

/**
 * How a posting numbers itself.
 *
 * @param dot {@code .1} for v2.1, else ""
 */
record Label(int number, boolean rfc, boolean resend, String dot) {
  static Label of(int number) {
    return new Label(number, false, false, "");
  }

  /** "" for the first: nobody writes v1. */
  String version() {
    return number == 1 && dot.isEmpty() ? "" : "v" + number + dot;
  }

  Label resent() {
    return new Label(number, rfc, true, dot);
  }
}
