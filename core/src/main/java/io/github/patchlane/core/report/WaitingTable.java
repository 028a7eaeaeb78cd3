package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.metrics.Stalled;
import io.github.patchlane.core.metrics.Turn;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of open contributions: how long, whose move and why, which, who was there. */
final class WaitingTable {
  private static final int NAMED = 3;
  private static final int TITLE = 140;

  private final Markup page;
  private final Links links;

  WaitingTable(Markup page, Links links) {
    this.page = page;
    this.links = links;
  }

  void write(List<Stalled> items) {
    page.open("thead").open("tr");
    page.leaf("th", "Waiting", "scope", "col", "class", "number");
    page.leaf("th", "Contribution", "scope", "col");
    page.leaf("th", "Whose move, and why", "scope", "col");
    page.leaf("th", "Took part", "scope", "col");
    page.close().closeLine();
    page.open("tbody").line();
    for (Stalled item : items) {
      page.open("tr");
      page.leaf("td", Figures.duration(item.waiting()), "class", "number");
      page.open("th", "scope", "row");
      page.leaf("bdi", title(item), "class", "title");
      page.text(" ").open("span", "class", "mail");
      MailReference.newest(item.contribution(), links).write(page);
      page.close().close();
      page.leaf("td", move(item), "class", "move");
      page.open("td", "class", "people").text(tookPart(item));
      String help = couldHelp(item);
      if (!help.isEmpty()) {
        page.leaf("span", help, "class", "suggested");
      }
      page.close();
      page.closeLine();
    }
    page.closeLine();
  }

  static String title(Stalled item) {
    String title = SafeText.line(item.contribution().title(), TITLE);
    return title.isEmpty() ? "(no title)" : title;
  }

  static String move(Stalled item) {
    return item.turn().side().label() + ": " + item.turn().reason().text();
  }

  /** Who answered so far; they know it already. */
  static String tookPart(Stalled item) {
    if (item.active().isEmpty()) {
      return "no reply yet";
    }
    int more = item.active().size() - NAMED;
    return item.active().stream()
            .limit(NAMED)
            .map(p -> name(p) + (isSuggested(p, item) ? " (maintainer)" : ""))
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static boolean isSuggested(Person person, Stalled item) {
    return item.suggested().stream().anyMatch(person::isSameAs);
  }

  /** Maintainers who have said nothing yet; empty where there is none. */
  static String couldHelp(Stalled item) {
    String others =
        item.suggested().stream()
            .filter(p -> item.active().stream().noneMatch(p::isSameAs))
            .limit(NAMED)
            .map(WaitingTable::name)
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? ""
        : (item.turn().side() == Turn.Side.COMMITTER ? "could apply: " : "could review: ") + others;
  }

  private static String name(Person person) {
    return SafeText.line(person.name().isEmpty() ? person.email() : person.name(), 40);
  }
}
