/** Who is who: one person under several names, and machines told from people. */
@NullMarked
package io.github.patchlane.core.identity;

import org.jspecify.annotations.NullMarked;
