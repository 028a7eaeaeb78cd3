/**
 * The GitLab lane. It has two doors to read through: {@link
 * io.github.patchlane.gitlab.GitLabProject}, a live project over REST and git, and {@link
 * io.github.patchlane.gitlab.GitLabExport}, the archive of a project export, read without a
 * request.
 */
@NullMarked
package io.github.patchlane.gitlab;

import org.jspecify.annotations.NullMarked;
