/** Who stands behind an account: a person, a machine, or somebody who wrote elsewhere. */
@NullMarked
package io.github.patchlane.gitlab.identity;

import org.jspecify.annotations.NullMarked;
