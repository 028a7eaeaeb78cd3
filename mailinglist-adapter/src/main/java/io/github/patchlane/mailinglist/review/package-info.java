/**
 * What a mail says about a patch: trailers with their scope, comments on lines, verdicts, checks.
 */
@NullMarked
package io.github.patchlane.mailinglist.review;

import org.jspecify.annotations.NullMarked;
