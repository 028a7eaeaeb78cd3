package io.github.patchlane.core.git;

final class GitDiff extends org.eclipse.jgit.diff.HistogramDiff {}
