/** GitLab's REST interface, version 4: its requests, its limits, its records. */
@NullMarked
package io.github.patchlane.gitlab.rest;

import org.jspecify.annotations.NullMarked;
