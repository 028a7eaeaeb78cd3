package io.github.patchlane.cli.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Every choice the generator makes. {@link Random} and {@link StrictMath} are specified to the bit,
 * so one seed tells one story on every machine. Not thread-safe.
 */
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> List<T> shuffled(List<T> choices) {
    List<T> left = new ArrayList<>(choices);
    Collections.shuffle(left, random);
    return List.copyOf(left);
  }

  /** A waiting time as people's are: many short, few very long. */
  Duration lognormal(Duration median, double sigma) {
    return Duration.ofSeconds(Math.round(median.toSeconds() * spread(sigma)));
  }

  /** A lognormal factor whose median is 1. */
  double spread(double sigma) {
    return StrictMath.exp(random.nextGaussian() * sigma);
  }

  String hex(int digits) {
    return letters(digits, "0123456789abcdef");
  }

  String letters(int count, String alphabet) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  long seed() {
    return random.nextLong();
  }
}
