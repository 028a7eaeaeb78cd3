package io.github.patchlane.gitlab.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long to wait before a request is sent again. Times are reckoned by the server's own clock, as
 * its {@code Date} header has it: ours may be wrong and need not be looked at.
 */
final class Patience {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private Patience() {}

  /** 1, 2, 4, 8 … seconds. */
  static Duration afterTrouble(int attempt) {
    return Duration.ofSeconds(1L << Math.min(attempt, 6));
  }

  /**
   * Of the two limiters, one says in RateLimit headers when it opens again. The other, whose
   * refusal is JSON, is not what those headers speak of; it counts by the minute.
   */
  static Duration afterRefusal(Answer answer, int attempt) {
    Optional<Duration> asked = retryAfter(answer);
    if (asked.isEmpty() && !answer.isJson()) {
      asked = untilReset(answer);
    }
    return asked
        .map(Patience::bounded)
        .orElse(Duration.ofSeconds(Math.min(60, 15L << Math.min(attempt, 2))));
  }

  /** After an answer that used up what was left; empty where something is left. */
  static Optional<Duration> afterLast(Answer answer) {
    return answer
        .header("ratelimit-remaining")
        .filter("0"::equals)
        .flatMap(none -> untilReset(answer))
        .map(Patience::bounded);
  }

  static Optional<Duration> retryAfter(Answer answer) {
    return answer
        .header("retry-after")
        .flatMap(
            value ->
                number(value)
                    .map(Duration::ofSeconds)
                    .or(() -> date(value).flatMap(at -> untilThen(answer, at))));
  }

  private static Optional<Duration> untilReset(Answer answer) {
    return answer
        .header("ratelimit-reset")
        .flatMap(Patience::number)
        .flatMap(seconds -> untilThen(answer, Instant.ofEpochSecond(seconds)));
  }

  private static Optional<Duration> untilThen(Answer answer, Instant at) {
    return answer.header("date").flatMap(Patience::date).map(now -> Duration.between(now, at));
  }

  private static Optional<Long> number(String text) {
    boolean digits = text.length() < 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration asked) {
    if (asked.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
