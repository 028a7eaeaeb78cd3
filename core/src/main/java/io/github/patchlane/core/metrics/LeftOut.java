package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is left out, gathered by its reason. */
final class LeftOut {
  private final Optional<String> metric;
  private final Map<String, List<Contribution>> byReason = new TreeMap<>();

  private LeftOut(Optional<String> metric) {
    this.metric = metric;
  }

  static LeftOut ofAll() {
    return new LeftOut(Optional.empty());
  }

  static LeftOut of(Metric metric) {
    return new LeftOut(Optional.of(metric.id()));
  }

  void add(String reason, Contribution contribution) {
    byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(contribution);
  }

  List<Exclusion> exclusions() {
    return byReason.entrySet().stream()
        .map(e -> new Exclusion(metric, e.getKey(), e.getValue()))
        .toList();
  }
}
