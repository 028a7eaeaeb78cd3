package io.github.patchlane.core.plan;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One line of a journal.
 *
 * @param plan which plan
 * @param step the step's key in it
 * @param state what the line says of the step
 * @param fingerprint of what was to be written
 * @param note for a person: what the step is, or why it failed
 * @param result what a done step gave, by name
 */
record JournalEntry(
    String plan,
    String step,
    State state,
    String fingerprint,
    String note,
    Map<String, String> result) {
  JournalEntry {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(step);
    Objects.requireNonNull(state);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(note);
    result = Collections.unmodifiableMap(new TreeMap<>(result));
  }

  /** What a line says. */
  enum State {
    /** It is about to be tried. Alone, it may or may not have been done. */
    INTENT,
    /** It stands outside. */
    DONE,
    /** It was surely not done. */
    FAILED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
