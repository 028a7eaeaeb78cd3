/** What tests of the GitLab lane are written with: repositories, bundles, archives of exports. */
@NullMarked
package io.github.patchlane.gitlab.testkit;

import org.jspecify.annotations.NullMarked;
