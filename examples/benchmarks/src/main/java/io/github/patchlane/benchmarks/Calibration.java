package io.github.patchlane.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Of what was said with so much confidence, how much was right. */
final class Calibration {
  private static final double[] FROM = {0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98};

  private final int[] all = new int[FROM.length];
  private final int[] right = new int[FROM.length];
  private final double[] said = new double[FROM.length];

  void add(double confidence, boolean wasRight) {
    int bin = FROM.length - 1;
    while (confidence < FROM[bin]) {
      bin--;
    }
    all[bin]++;
    right[bin] += wasRight ? 1 : 0;
    said[bin] += confidence;
  }

  void print(PrintStream out) {
    out.println("  confidence from    said on average        n   right   share");
    for (int bin = 0; bin < FROM.length; bin++) {
      if (all[bin] > 0) {
        out.printf(
            Locale.ROOT,
            "  %15.2f    %15.3f %8d %7d %7.3f%n",
            FROM[bin],
            said[bin] / all[bin],
            all[bin],
            right[bin],
            (double) right[bin] / all[bin]);
      }
    }
  }
}
