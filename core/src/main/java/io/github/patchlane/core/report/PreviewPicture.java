package io.github.patchlane.core.report;

import io.github.patchlane.core.conversion.RequestPreview;
import io.github.patchlane.core.conversion.RequestPreview.Commit;
import io.github.patchlane.core.conversion.RequestPreview.Place;
import io.github.patchlane.core.conversion.RequestPreview.Said;
import io.github.patchlane.core.conversion.RequestPreview.Talk;
import io.github.patchlane.core.conversion.RequestPreview.Version;
import java.util.List;

/** A merge request as it would look, as a part of a page. */
final class PreviewPicture {
  private static final int TALKS = 60;

  /** The rest of a discussion is folded: it is long, and the report goes on below it. */
  private static final int OPEN_TALKS = 3;

  private static final int LONGEST = 20_000;

  private final Markup page;

  PreviewPicture(Markup page) {
    this.page = page;
  }

  void write(RequestPreview preview) {
    page.leaf("h3", "One of them as it would look").line();
    page.open("div", "class", "preview").line();
    page.leaf("h4", preview.title()).line();
    page.open("p", "class", "where");
    page.text(
        (preview.closed() ? "Closed, " : "Open, ") + String.join(", ", preview.labels()) + "; ");
    page.leaf("code", preview.branch()).text(" into ").leaf("code", preview.target());
    page.text("; ").leaf("code", SafeText.line(preview.id(), 200)).closeLine();
    lines("words", preview.description());
    page.leaf("h4", "Versions").line();
    preview.versions().forEach(this::version);
    page.leaf("h4", "Discussion").line();
    List<Talk> shown = preview.talks().subList(0, Math.min(TALKS, preview.talks().size()));
    int open = Math.min(OPEN_TALKS, shown.size());
    shown.subList(0, open).forEach(this::talk);
    if (open < shown.size()) {
      page.open("details");
      page.leaf("summary", Wording.count(shown.size() - open) + " more").line();
      shown.subList(open, shown.size()).forEach(this::talk);
      page.closeLine();
    }
    if (shown.size() < preview.talks().size()) {
      int rest = preview.talks().size() - shown.size();
      page.leaf("p", "And " + Wording.count(rest) + " that are not shown.").line();
    }
    page.closeLine();
  }

  private void version(Version version) {
    page.open("p", "class", "where");
    page.text(SafeText.line(version.label(), 40) + ", " + Wording.minute(version.at()));
    page.text(version.problem().isEmpty() ? "" : "; no version, as " + version.problem());
    page.closeLine();
    if (version.commits().isEmpty()) {
      return;
    }
    page.open("ul").line();
    for (Commit commit : version.commits()) {
      page.open("li").leaf("code", commit.id());
      page.text(" " + SafeText.line(commit.subject(), 200));
      page.text(", " + SafeText.line(commit.author(), 60)).closeLine();
    }
    page.closeLine();
  }

  private void talk(Talk talk) {
    talk.place().ifPresent(this::place);
    for (Said said : talk.said()) {
      page.open("div", "class", "said").line();
      page.leaf("p", said.kind(), "class", "where").line();
      lines("words", said.text());
      page.closeLine();
    }
  }

  private void place(Place place) {
    page.open("p", "class", "where").text("On ").leaf("code", place.path());
    page.text(", " + (place.removed() ? "removed line " : "line ") + place.line()).closeLine();
    lines("code", String.join("\n", place.excerpt()));
  }

  /** Line by line: in text written in one go, line ends are blanked as any control sign is. */
  private void lines(String kind, String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    if (cut.isBlank()) {
      return;
    }
    page.open("div", "class", kind);
    for (String line : cut.lines().toList()) {
      String shown = line.replace("\t", "        ");
      if (isDiffstat(line)) {
        page.leaf("span", shown, "class", "stat").line();
      } else {
        page.text(shown).line();
      }
    }
    page.closeLine();
  }

  /** {@code lib/a.c | 4 ++--}: columns that want signs of one width. */
  private static boolean isDiffstat(String line) {
    int bar = line.indexOf(" | ");
    if (!line.startsWith(" ") || bar < 0) {
      return false;
    }
    String change = line.substring(bar + 3).strip();
    return !change.isEmpty()
        && (change.startsWith("Bin ")
            || (Character.isDigit(change.charAt(0))
                && change.chars().allMatch(c -> (c >= '0' && c <= '9') || " +-".indexOf(c) >= 0)));
  }
}
