/** Which commit each posted patch became: the rules, over any history that can tell its commits. */
@NullMarked
package io.github.patchlane.core.git.landing;

import org.jspecify.annotations.NullMarked;
