package io.github.patchlane.gitlab.standin;

/** Answers one row of the table of operations. Runs under the world's monitor. */
@FunctionalInterface
interface Route {
  /** May throw a {@link Refusal} in place of an answer. */
  Reply answer(Call call);
}
