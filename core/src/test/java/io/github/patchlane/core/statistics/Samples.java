package io.github.patchlane.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Published samples, and seeded random ones. */
final class Samples {
  /** Freireich and others 1963: weeks of remission under 6-MP. */
  static final List<Observation> SIX_MP =
      parse("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");

  /** The same trial's placebo arm. */
  static final List<Observation> PLACEBO =
      parse("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

  private Samples() {}

  /** Times separated by spaces; a plus marks a censored one, {@code 2~7} one that entered at 2. */
  static List<Observation> parse(String text) {
    return Arrays.stream(text.split(" ")).map(Samples::parseOne).toList();
  }

  private static Observation parseOne(String word) {
    String plain = word.replace("+", "");
    boolean event = plain.length() == word.length();
    int tilde = plain.indexOf('~');
    Observation whole = new Observation(Double.parseDouble(plain.substring(tilde + 1)), event);
    return tilde < 0 ? whole : whole.enteredAt(Double.parseDouble(plain.substring(0, tilde)));
  }

  /** Up to {@code maxSize} subjects at few distinct times, so that ties of all kinds are common. */
  static List<Observation> random(SplittableRandom random, int maxSize, double shareOfEvents) {
    List<Observation> observations = new ArrayList<>();
    int size = 1 + random.nextInt(maxSize);
    for (int i = 0; i < size; i++) {
      observations.add(
          new Observation(random.nextInt(12) * 0.25, random.nextDouble() < shareOfEvents));
    }
    return observations;
  }

  /** As {@link #random}, about half of the subjects entering late. */
  static List<Observation> randomTruncated(SplittableRandom random, int maxSize) {
    return random(random, maxSize, 0.6).stream()
        .map(
            o ->
                o.time() > 0 && random.nextBoolean()
                    ? o.enteredAt(o.time() * random.nextInt(4) / 4)
                    : o)
        .toList();
  }
}
