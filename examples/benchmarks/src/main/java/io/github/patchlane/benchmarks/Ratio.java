package io.github.patchlane.benchmarks;

import java.util.Locale;

/** A line of a table: so many of so many. */
final class Ratio {
  private Ratio() {}

  static String line(String name, long right, long all) {
    String share = all == 0 ? "-" : String.format(Locale.ROOT, "%.2f %%", 100.0 * right / all);
    return String.format(Locale.ROOT, "  %-44s %5d of %5d  %9s", name, right, all, share);
  }
}
