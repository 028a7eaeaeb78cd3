package io.github.patchlane.mailinglist.review;

import java.util.Objects;
import java.util.Optional;

/**
 * What a machine reported.
 *
 * @param name of the check, or of the machine
 * @param passed empty where the mail does not say
 */
public record CheckResult(String name, Optional<Boolean> passed) {
  public CheckResult {
    Objects.requireNonNull(name);
    Objects.requireNonNull(passed);
  }
}
