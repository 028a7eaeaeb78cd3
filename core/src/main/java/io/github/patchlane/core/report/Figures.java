package io.github.patchlane.core.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people and programs read them, the same on every machine. */
final class Figures {
  /** A quantile that the curve does not reach. */
  static final String NOT_REACHED = "—";

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private Figures() {}

  /** Without an exponent, rounded to so many places, without trailing zeros. */
  static BigDecimal rounded(double value, int places) {
    BigDecimal exact = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
    return exact.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(exact.stripTrailingZeros().toPlainString());
  }

  /** Seconds, to the millisecond. */
  static BigDecimal seconds(double value) {
    return rounded(value, 3);
  }

  static BigDecimal fraction(double value) {
    return rounded(value, 6);
  }

  /** A duration at two or three significant digits: {@code 45 min}, {@code 14 h}, {@code 3.2 d}. */
  static String duration(double seconds) {
    if (seconds < MINUTE) {
      return significant(seconds) + " s";
    } else if (seconds < HOUR) {
      return significant(seconds / MINUTE) + " min";
    } else if (seconds < 2.0 * DAY) {
      return significant(seconds / HOUR) + " h";
    }
    return significant(seconds / DAY) + " d";
  }

  static String duration(Duration length) {
    return duration(length.toMillis() / 1000.0);
  }

  static String duration(OptionalDouble seconds) {
    return seconds.isPresent() ? duration(seconds.getAsDouble()) : NOT_REACHED;
  }

  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  /** At two significant digits, or to the unit from 100 on. */
  static String significant(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shown =
        value >= 10
            ? exact.setScale(0, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(2, RoundingMode.HALF_EVEN));
    return shown.signum() == 0 ? "0" : plain(shown);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
