package io.github.patchlane.gitlab.standin;

import java.util.List;
import java.util.Optional;

/** Placeholder until written below. */
final class OpenApiCheck {
  static Optional<OpenApiCheck> load() {
    return Optional.empty();
  }

  List<String> request(Call call) {
    return List.of();
  }

  List<String> answer(Call call, Reply reply) {
    return List.of();
  }
}
