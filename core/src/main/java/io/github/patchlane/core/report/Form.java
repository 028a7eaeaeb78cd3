package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.conversion.RequestPreview;
import io.github.patchlane.core.metrics.Definition;
import io.github.patchlane.core.metrics.Exclusion;
import io.github.patchlane.core.metrics.Stalled;
import java.util.List;

/**
 * What a section can say, whether on a page or in a mail. All text may come from strangers: a form
 * makes it harmless.
 */
interface Form {
  /** A heading below that of the section. */
  void heading(String text);

  /** The sentences that must be read, if no other is. */
  void lead(String text, Measures... metrics);

  /** A paragraph, and the metrics whose numbers it gives. */
  void paragraph(String text, Measures... metrics);

  /** The few figures to remember. */
  void headlines(List<Headline> headlines);

  void grid(Grid grid);

  void chart(Chart chart);

  /** Open contributions and whose move it is. */
  void waiting(String caption, List<Stalled> items);

  /** The contributions behind a number. */
  void behind(String caption, List<Contribution> contributions);

  /**
   * What was left out, why, and which contributions that are.
   *
   * @param whole a clause that tells where all of them are named
   */
  void leftOut(String caption, List<Exclusion> excluded, String whole);

  /** A contribution as it would look on another lane. */
  void preview(RequestPreview preview);

  /** How each month was received, on each lane. */
  void months(List<LaneReport> lanes);

  void definitions(List<Definition> definitions);

  /** Every contribution with what was measured of it. */
  void register(LaneReport lane);
}
