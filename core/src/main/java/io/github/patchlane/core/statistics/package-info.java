/**
 * How: survival curves, tests and intervals. Knows nothing of patches and can be used alone.
 *
 * <p>Every answer comes from a static {@code of} and is an immutable record, safe to share between
 * threads; intervals and p-values are two-sided. Where to start:
 *
 * <ul>
 *   <li>times of which some are still pending: {@link
 *       io.github.patchlane.core.statistics.KaplanMeier}, compared by {@link
 *       io.github.patchlane.core.statistics.RestrictedMeanDifference} and {@link
 *       io.github.patchlane.core.statistics.LogRank}
 *   <li>several ways to end: {@link io.github.patchlane.core.statistics.AalenJohansen}
 *   <li>counts: {@link io.github.patchlane.core.statistics.MannWhitney}, {@link
 *       io.github.patchlane.core.statistics.CliffsDelta}, {@link
 *       io.github.patchlane.core.statistics.HodgesLehmann}
 *   <li>items that belong together: {@link io.github.patchlane.core.statistics.ClusterBootstrap}
 *   <li>many questions at once: {@link io.github.patchlane.core.statistics.Holm}, {@link
 *       io.github.patchlane.core.statistics.BenjaminiHochberg}
 *   <li>before the data, or where it cannot tell: {@link io.github.patchlane.core.statistics.Power}
 * </ul>
 */
@NullMarked
package io.github.patchlane.core.statistics;

import org.jspecify.annotations.NullMarked;
