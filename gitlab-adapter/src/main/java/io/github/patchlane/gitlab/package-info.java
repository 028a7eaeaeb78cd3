/**
 * The GitLab lane. Its two doors will be a live project, read and written over REST, and a project
 * export, read from its file without a request. What stands today is how both are named.
 */
@NullMarked
package io.github.patchlane.gitlab;

import org.jspecify.annotations.NullMarked;
