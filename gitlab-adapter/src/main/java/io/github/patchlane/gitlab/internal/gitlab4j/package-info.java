/**
 * The only place that knows GitLab4J. Its HTTP client carries every request, so that proxies,
 * certificates and tokens are handled by what people already know; its models are not used for
 * reading, because they drop what the definitions need (milliseconds, {@code approved_at}, {@code
 * prepared_at}, {@code patch_id_sha}, state events, reviewers) and know one page size.
 */
@NullMarked
package io.github.patchlane.gitlab.internal.gitlab4j;

import org.jspecify.annotations.NullMarked;
