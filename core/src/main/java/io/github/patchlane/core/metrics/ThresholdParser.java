package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.metrics.Threshold.Comparison;
import io.github.patchlane.core.metrics.Threshold.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads {@code [GROUP…] METRIC[.STATISTIC] COMPARISON BOUND}, several between commas. */
final class ThresholdParser {
  private final String text;

  private ThresholdParser(String text) {
    this.text = text;
  }

  static List<Threshold> parse(String expression) {
    List<Threshold> thresholds = new ArrayList<>();
    for (String part : expression.split("[,;]", -1)) {
      if (part.isBlank()) {
        throw new ThresholdSyntaxException(
            "an empty condition in \""
                + expression
                + "\": write for example time-to-first-response.median > 3d");
      }
      thresholds.add(new ThresholdParser(part.strip().replaceAll("\\s+", " ")).threshold());
    }
    return List.copyOf(thresholds);
  }

  private Threshold threshold() {
    int sign = firstSign();
    int after = sign + 1 < text.length() && text.charAt(sign + 1) == '=' ? sign + 2 : sign + 1;
    String comparisonSign = text.substring(sign, after);
    Comparison comparison =
        Arrays.stream(Comparison.values())
            .filter(c -> c.sign().equals(comparisonSign))
            .findFirst()
            .orElseThrow(() -> wrong("no comparison", "write >, >=, < or <="));
    List<String> words = List.of(text.substring(0, sign).strip().split(" "));
    String measured = words.get(words.size() - 1);
    int dot = measured.indexOf('.');
    String id = dot < 0 ? measured : measured.substring(0, dot);
    Metric metric =
        Metrics.byId(id)
            .orElseThrow(
                () -> wrong("no metric \"" + id + "\"", "the metrics are " + Metrics.ids()));
    boolean survival = Shape.of(metric) != Shape.NUMBER && Shape.of(metric) != Shape.SHARE;
    Statistic statistic =
        dot < 0
            ? (survival ? Statistic.MEDIAN : Statistic.VALUE)
            : statistic(measured.substring(dot + 1), id, survival);
    double bound = bound(text.substring(after).strip(), unit(metric, statistic));
    return new Threshold(
        text,
        words.subList(0, words.size() - 1).stream().map(this::filter).toList(),
        metric,
        statistic,
        comparison,
        bound);
  }

  private int firstSign() {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '<' || text.charAt(i) == '>') {
        return i;
      }
    }
    throw wrong("no comparison", "write METRIC.STATISTIC, then >, >=, < or <=, then a bound");
  }

  private Statistic statistic(String label, String id, boolean survival) {
    List<Statistic> allowed =
        Arrays.stream(Statistic.values())
            .filter(s -> s == Statistic.COUNT || (s != Statistic.VALUE) == survival)
            .toList();
    return allowed.stream()
        .filter(s -> s.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "no statistic \"" + label + "\" of " + id,
                    "there are "
                        + allowed.stream()
                            .map(Statistic::label)
                            .collect(Collectors.joining(", "))));
  }

  private Filter filter(String word) {
    int equals = word.indexOf('=');
    if (equals > 0) {
      String by = word.substring(0, equals);
      return new Filter(
          GroupBy.ofLabel(by).orElseThrow(() -> noGroup(word)), word.substring(equals + 1));
    }
    if (Arrays.stream(Experience.values()).anyMatch(e -> e.label().equals(word))) {
      return new Filter(GroupBy.NEWCOMER, word);
    }
    return Arrays.stream(Lane.values())
        .filter(lane -> lane.label().equals(word))
        .findFirst()
        .map(lane -> new Filter(GroupBy.LANE, lane.label()))
        .orElseThrow(() -> noGroup(word));
  }

  private ThresholdSyntaxException noGroup(String word) {
    return wrong(
        "no group \"" + word + "\"",
        "write newcomer, mailing-list, merge-request, or KEY=VALUE with a key of "
            + GroupBy.choices().stream().map(GroupBy::label).collect(Collectors.joining(", ")));
  }

  /** What a metric's figure is counted in. */
  private enum Shape {
    DURATION,
    ROUNDS,
    SHARE,
    NUMBER;

    static Shape of(Metric metric) {
      if (metric instanceof DurationMetric) {
        return DURATION;
      } else if (metric instanceof Iterations) {
        return ROUNDS;
      }
      return metric instanceof OpenCount
              || metric instanceof Newcomers
              || metric instanceof ContributorAbsenceFactor
          ? NUMBER
          : SHARE;
    }
  }

  private static Shape unit(Metric metric, Statistic statistic) {
    return statistic == Statistic.COUNT ? Shape.NUMBER : Shape.of(metric);
  }

  private double bound(String bound, Shape shape) {
    int digits = 0;
    while (digits < bound.length()
        && (Character.isDigit(bound.charAt(digits)) || bound.charAt(digits) == '.')) {
      digits++;
    }
    String unit = bound.substring(digits).strip().toLowerCase(Locale.ROOT);
    double number = number(bound.substring(0, digits), bound);
    return switch (shape) {
      case DURATION -> number * seconds(unit, bound);
      case SHARE ->
          switch (unit) {
            case "%" -> number / 100;
            case "" -> number;
            default -> throw wrong("no share \"" + bound + '"', "write it as 10% or 0.1");
          };
      case ROUNDS, NUMBER -> {
        require(unit.isEmpty(), () -> wrong("no count \"" + bound + '"', "write a plain number"));
        yield number;
      }
    };
  }

  private double number(String digits, String bound) {
    return Optional.of(digits)
        .filter(d -> d.matches("\\d+(\\.\\d+)?"))
        .map(Double::parseDouble)
        .orElseThrow(
            () ->
                wrong(
                    bound.isEmpty() ? "no bound" : "no number in \"" + bound + '"',
                    "write one such as 3d, 10% or 20"));
  }

  private double seconds(String unit, String bound) {
    return switch (unit) {
      case "s" -> 1;
      case "min", "m" -> 60;
      case "h" -> 3600;
      case "d" -> 86_400;
      case "w" -> 7 * 86_400;
      default ->
          throw wrong("no duration \"" + bound + '"', "write a number and s, min, h, d or w");
    };
  }

  private static void require(boolean held, Supplier<ThresholdSyntaxException> otherwise) {
    if (!held) {
      throw otherwise.get();
    }
  }

  private ThresholdSyntaxException wrong(String what, String remedy) {
    return new ThresholdSyntaxException(what + " in \"" + text + "\": " + remedy);
  }
}
