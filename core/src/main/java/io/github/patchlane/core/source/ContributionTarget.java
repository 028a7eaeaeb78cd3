package io.github.patchlane.core.source;

import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Plan;

/**
 * A lane to post to. Every implementation passes the contract tests that ship with core. Plan
 * first, print the plan or show it, then carry it out with {@link
 * io.github.patchlane.core.plan.PlanRun} on {@link #outside()}.
 *
 * <p>Not thread-safe unless an implementation says so.
 */
public interface ContributionTarget extends AutoCloseable {
  /** The target as its user named it, without secrets. */
  String name();

  Lane lane();

  /**
   * Says what a posting takes. Asks nobody and writes nothing; the same posting gives the same
   * plan, and a posting about which more was said since gives the same steps under the same keys,
   * and more of them.
   *
   * @return a plan without steps where the contribution cannot be posted; its remarks say why
   */
  Plan plan(Posting posting);

  /** Where its plans are carried out. */
  Outside outside();

  @Override
  void close();
}
