package io.github.patchlane.core.trial;

import io.github.patchlane.core.metrics.Window;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A protocol's file, key by key; a key that nobody asked for is a mistake. */
final class ProtocolReader {
  private final Map<String, TomlValue> values;
  private final Set<String> known = new LinkedHashSet<>();

  ProtocolReader(String text) {
    values = Toml.parse(text);
  }

  Protocol read() {
    ProtocolBuilder protocol = Protocol.standard().toBuilder();
    text("name").ifPresent(protocol::name);
    whole("seed").ifPresent(seed -> protocol.seed(seed.longValue()));
    whole("resamples").ifPresent(count -> protocol.resamples(count.intValue()));
    text("lanes.baseline").ifPresent(protocol::baseline);
    text("lanes.trial").ifPresent(protocol::trial);
    text("lanes.channel")
        .map(l -> choice("lanes.channel", l, ChannelRule::ofLabel, ChannelRule.labels()))
        .ifPresent(protocol::channel);
    protocol.window(new Window(instant("window.since", 0), instant("window.until", 1)));
    text("primary.metric")
        .map(id -> choice("primary.metric", id, Protocol::duration, Protocol.durations()))
        .ifPresent(metric -> protocol.primary(metric.id()).horizon(metric.horizon()));
    text("primary.horizon")
        .map(text -> duration("primary.horizon", text))
        .ifPresent(protocol::horizon);
    number("primary.effect").ifPresent(effect -> protocol.effect(effect.doubleValue()));
    covariates("matching.exact").ifPresent(protocol::exact);
    covariates("matching.preferred").ifPresent(protocol::preferred);
    texts("secondary.metrics").map(this::secondaries).ifPresent(protocol::secondaries);
    guards().ifPresent(protocol::guards);
    whole("sensitivity.drop-weeks").ifPresent(weeks -> protocol.dropWeeks(weeks.intValue()));
    rejectUnknown();
    try {
      return protocol.build();
    } catch (IllegalArgumentException e) {
      // What no single key is to blame for is told of the file's first line.
      throw new ProtocolException(1, String.valueOf(e.getMessage()));
    }
  }

  private List<String> secondaries(List<String> ids) {
    return ids.stream()
        .map(
            id ->
                choice(
                    "secondary.metrics",
                    id,
                    s -> Comparisons.known(s) ? Optional.of(s) : Optional.empty(),
                    Comparisons.ids()))
        .toList();
  }

  /** Those that the file names, where it names any. */
  private Optional<List<GuardRule>> guards() {
    List<GuardRule> guards = new ArrayList<>();
    for (GuardRule.Kind kind : GuardRule.Kind.values()) {
      String key = "guards." + kind.label();
      Optional<String> threshold = text(key);
      threshold.ifPresent(text -> guards.add(guard(key, kind, text)));
    }
    return guards.isEmpty() ? Optional.empty() : Optional.of(guards);
  }

  private GuardRule guard(String key, GuardRule.Kind kind, String text) {
    String unit = kind.isShare() ? "pp" : "%";
    try {
      String number = text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : "?";
      return new GuardRule(kind, new BigDecimal(number.strip()).movePointLeft(2).doubleValue());
    } catch (IllegalArgumentException e) {
      throw problem(
          key,
          "a threshold is written \""
              + (kind.isShare() ? "10pp\", points of a hundred" : "25%\", of the baseline's")
              + "; not "
              + text);
    }
  }

  private Optional<List<Covariate>> covariates(String key) {
    return texts(key)
        .map(
            labels ->
                labels.stream()
                    .map(l -> choice(key, l, Covariate::ofLabel, Covariate.labels()))
                    .distinct()
                    .toList());
  }

  private <T> T choice(
      String key, String label, Function<String, Optional<T>> find, String choices) {
    return find.apply(label)
        .orElseThrow(() -> problem(key, "\"" + label + "\" is unknown; one of " + choices));
  }

  private Duration duration(String key, String text) {
    String digits = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    boolean plain =
        !digits.isEmpty()
            && digits.length() < 6
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (plain && text.endsWith("d")) {
      return Duration.ofDays(Long.parseLong(digits));
    } else if (plain && text.endsWith("h")) {
      return Duration.ofHours(Long.parseLong(digits));
    }
    throw problem(key, "a time is written \"7d\" or \"36h\"; not " + text);
  }

  /** A date is its midnight in UTC; as an end it means that the whole day still counts. */
  private Optional<Instant> instant(String key, int daysAfter) {
    return text(key)
        .map(
            text -> {
              try {
                return text.length() == 10
                    ? LocalDate.parse(text)
                        .plusDays(daysAfter)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
              } catch (DateTimeException e) {
                throw problem(
                    key, "a date is written 2026-03-01 or 2026-03-01T12:00:00Z; not " + text);
              }
            });
  }

  private Optional<BigDecimal> whole(String key) {
    Optional<BigDecimal> number = number(key);
    number
        .filter(
            n ->
                n.stripTrailingZeros().scale() > 0
                    || n.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0)
        .ifPresent(
            n -> {
              throw problem(key, "a whole number is needed; not " + n);
            });
    return number;
  }

  private Optional<String> text(String key) {
    return value(key)
        .map(
            value -> {
              if (value instanceof TomlValue.Text text) {
                return text.text();
              }
              throw new ProtocolException(value.line(), key + " needs one text in \"quotes\"");
            });
  }

  private Optional<List<String>> texts(String key) {
    return value(key)
        .map(
            value -> {
              if (value instanceof TomlValue.Texts texts) {
                return texts.texts();
              }
              throw new ProtocolException(value.line(), key + " needs a list: [\"one\", \"two\"]");
            });
  }

  private Optional<BigDecimal> number(String key) {
    return value(key)
        .map(
            value -> {
              if (value instanceof TomlValue.Figure number) {
                return number.number();
              }
              throw new ProtocolException(value.line(), key + " needs a number without quotes");
            });
  }

  private Optional<TomlValue> value(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private void rejectUnknown() {
    values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw new ProtocolException(
                value.line(), key + " is unknown; the keys are " + String.join(", ", known));
          }
        });
  }

  private ProtocolException problem(String key, String message) {
    TomlValue value = values.get(key);
    return new ProtocolException(value == null ? 1 : value.line(), key + ": " + message);
  }
}
