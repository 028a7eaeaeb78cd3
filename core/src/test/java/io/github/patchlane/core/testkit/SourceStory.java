package io.github.patchlane.core.testkit;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One small story that can happen on any lane, for {@link ContributionSourceContract}: an adapter's
 * author tells it in the words of that lane (mails, the records of an export) and the source must
 * give back {@link #OUTLINE}.
 *
 * <ul>
 *   <li>{@link #OPENED}: Ann proposes {@link #TITLE}, two patches, {@link #NAMES} and {@link
 *       #TABLE}. In the description she says what for; on a list that is the cover letter.
 *   <li>Six hours later Bob comments on the line {@code char *second;} of the first patch.
 *   <li>Another hour later Ann answers in words, quoting no line of the diff.
 *   <li>Two days after the opening Ann posts the second revision: {@link #NAMES_AGAIN} and {@link
 *       #TABLE} as it was.
 *   <li>A day later Bob approves the whole of it.
 *   <li>{@link #TYPO_OPENED}: Carol proposes {@link #TYPO}, one patch, and hears nothing.
 * </ul>
 *
 * People's addresses are their first names, {@code @example.org}; a lane that knows no addresses
 * may leave them out. Nothing landed.
 */
public final class SourceStory {
  public static final Instant OPENED = Instant.parse("2024-03-04T09:00:00Z");
  public static final Instant TYPO_OPENED = OPENED.plusSeconds(5 * 86_400);
  public static final String TITLE = "read names with a parser";

  public static final StoryPatch NAMES =
      new StoryPatch(
          "parser: hold two names",
          "Later patches fill them in.",
          """
          diff --git a/lib/parser.c b/lib/parser.c
          --- a/lib/parser.c
          +++ b/lib/parser.c
          @@ -1,3 +1,5 @@
           struct parser {
          +\tchar *first;
          +\tchar *second;
           \tint line;
           };
          """);

  public static final StoryPatch NAMES_AGAIN =
      new StoryPatch(
          "parser: hold two names",
          "Later patches fill them in.",
          NAMES.diff().replace("char *second;", "const char *second;"));

  public static final StoryPatch TABLE =
      new StoryPatch(
          "table: count its rows",
          "Nobody wants to count them by hand.",
          """
          diff --git a/lib/table.c b/lib/table.c
          --- a/lib/table.c
          +++ b/lib/table.c
          @@ -10,4 +10,4 @@
           int rows(struct table *t)
           {
          -\treturn 0;
          +\treturn t->rows;
           }
          """);

  public static final StoryPatch TYPO =
      new StoryPatch(
          "docs: mend a typo",
          "It is not spelled that way.",
          """
          diff --git a/docs/start.txt b/docs/start.txt
          --- a/docs/start.txt
          +++ b/docs/start.txt
          @@ -1 +1 @@
          -Wellcome.
          +Welcome.
          """);

  /** What a source must make of it; an approval of several patches is told once. */
  public static final String OUTLINE =
      """
      "read names with a parser" by Ann, open since 2024-03-04T09:00:00Z
        v1: 1/2 parser: hold two names, 2/2 table: count its rows
        v2: 1/2 parser: hold two names, 2/2 table: count its rows
        2024-03-04T09:00:00Z v1 revision-posted by Ann
        2024-03-04T15:00:00Z v1 commented by Bob at lib/parser.c:3 new
        2024-03-04T16:00:00Z v1 commented by Ann
        2024-03-06T09:00:00Z v2 revision-posted by Ann
        2024-03-07T09:00:00Z v2 approved by Bob
      "docs: mend a typo" by Carol, open since 2024-03-09T09:00:00Z
        v1: 1/1 docs: mend a typo
        2024-03-09T09:00:00Z v1 revision-posted by Carol
      """;

  /**
   * One patch of the story.
   *
   * @param subject the message's first line
   * @param body the message's rest
   * @param diff as git prints it
   */
  public record StoryPatch(String subject, String body, String diff) {}

  private SourceStory() {}

  /** The patches of Ann's two revisions, in order. */
  public static List<List<StoryPatch>> revisions() {
    return List.of(List.of(NAMES, TABLE), List.of(NAMES_AGAIN, TABLE));
  }

  /** Contributions as {@link #OUTLINE} tells them. */
  public static String outline(List<Contribution> contributions) {
    return contributions.stream().map(SourceStory::outline).collect(Collectors.joining());
  }

  private static String outline(Contribution c) {
    String head =
        "\"%s\" by %s, %s since %s\n"
            .formatted(c.title(), c.submitter().name(), c.state().label(), c.openedAt());
    return Stream.of(
            Stream.of(head),
            c.revisions().stream().map(SourceStory::outline),
            c.events().stream().map(SourceStory::outline).distinct())
        .flatMap(lines -> lines)
        .collect(Collectors.joining());
  }

  private static String outline(Revision r) {
    return "  "
        + r.label()
        + ": "
        + r.patches().stream().map(SourceStory::outline).collect(Collectors.joining(", "))
        + "\n";
  }

  private static String outline(Patch p) {
    return p.index() + "/" + p.total().orElse(0) + " " + p.subject();
  }

  private static String outline(ReviewEvent e) {
    return "  "
        + e.at()
        + " v"
        + e.act().revision().orElse(0)
        + " "
        + e.type()
        + " by "
        + e.by().person().name()
        + e.anchor()
            .map(a -> " at " + a.path() + ":" + a.line() + " " + a.side().label())
            .orElse("")
        + "\n";
  }
}
