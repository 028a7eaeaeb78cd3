package io.github.patchlane.core.metrics;

import java.util.Objects;
import java.util.Optional;

/**
 * What a number means; it is printed wherever the number is.
 *
 * @param id its name in every output
 * @param text one sentence
 * @param chaoss the name of the CHAOSS metric that it is, where it is one
 */
public record Definition(String id, String text, Optional<String> chaoss) {
  public Definition {
    Objects.requireNonNull(id);
    Objects.requireNonNull(text);
    Objects.requireNonNull(chaoss);
  }

  static Definition of(String id, String text) {
    return new Definition(id, text, Optional.empty());
  }

  Definition asChaoss(String name) {
    return new Definition(id, text, Optional.of(name));
  }
}
