package io.github.patchlane.core.review;

import io.github.patchlane.core.contribution.Person;
import java.util.Objects;

/**
 * Who did something.
 *
 * @param person after identities were brought together
 * @param bot whether a machine acted in that name: CI, a list robot, a patch tracker
 */
public record Actor(Person person, boolean bot) {
  public Actor {
    Objects.requireNonNull(person);
  }

  /** Whether this is a human other than the given person. */
  public boolean isHumanOtherThan(Person other) {
    return !bot && !person.isSameAs(other);
  }
}
