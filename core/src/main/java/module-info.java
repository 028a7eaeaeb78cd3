/** Patch review over two lanes, in one model. */
module io.github.patchlane.core {
  requires com.fasterxml.jackson.databind;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires org.eclipse.jgit;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.patchlane.core;
  exports io.github.patchlane.core.contribution;
  exports io.github.patchlane.core.conversion;
  exports io.github.patchlane.core.diff;
  exports io.github.patchlane.core.git;
  exports io.github.patchlane.core.git.landing;
  exports io.github.patchlane.core.identity;
  exports io.github.patchlane.core.jsonl;
  exports io.github.patchlane.core.metrics;
  exports io.github.patchlane.core.policy;
  exports io.github.patchlane.core.plan;
  exports io.github.patchlane.core.rangediff;
  exports io.github.patchlane.core.report;
  exports io.github.patchlane.core.review;
  exports io.github.patchlane.core.source;
  exports io.github.patchlane.core.statistics;
  exports io.github.patchlane.core.trial;
}
