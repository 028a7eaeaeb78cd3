/** The door to everything that needs a git repository. JGit stays inside. */
@NullMarked
package io.github.patchlane.core.git;

import org.jspecify.annotations.NullMarked;
