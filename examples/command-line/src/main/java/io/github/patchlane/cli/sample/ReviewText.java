package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.review.LineAnchor;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of replies: quotes in the ways people cut them, and remarks between. */
final class ReviewText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE, MMM dd, yyyy 'at' HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Dice dice;
  private final Prose prose;

  ReviewText(Dice dice, Prose prose) {
    this.dice = dice;
    this.prose = prose;
  }

  /**
   * A body with remarks, and where they stand.
   *
   * @param remarks the diff line right above each remark, in order
   */
  record Remarks(List<String> body, List<DiffLine> remarks) {
    Remarks {
      body = List.copyOf(body);
      remarks = List.copyOf(remarks);
    }
  }

  /** The line that says who wrote what follows. */
  String attribution(Mail quoted) {
    String who = quoted.from().person().name();
    return switch (dice.below(3)) {
      case 0 -> "On " + DAY.format(quoted.sent()) + " +0000, " + who + " wrote:";
      case 1 -> "* " + who + " <" + quoted.from().person().email() + ">:";
      default -> who + " <" + quoted.from().person().email() + "> writes:";
    };
  }

  /** Remarks below one or a few changed lines of a patch. */
  Remarks inline(PatchMail patch) {
    List<Integer> targets = targets(patch.diff());
    List<String> body = new ArrayList<>();
    body.add(attribution(patch.mail()));
    int manner = dice.below(4);
    if (manner == 0) {
      patch.intro().forEach(line -> body.add(quote(line)));
    }
    int from = 0;
    List<DiffLine> remarks = new ArrayList<>();
    for (int target : targets) {
      int start = manner == 0 ? from : Math.max(from, startOfQuote(patch.diff(), target, manner));
      if (manner == 2 && start > from) {
        body.add("[...]");
      }
      for (int i = start; i <= target; i++) {
        body.add(quote(patch.diff().get(i).text()));
      }
      body.add("");
      body.addAll(Prose.wrap(prose.remark()));
      body.add("");
      remarks.add(patch.diff().get(target));
      from = target + 1;
    }
    if (manner == 0) {
      patch.diff().stream().skip(from).limit(30).forEach(line -> body.add(quote(line.text())));
    }
    return new Remarks(body, remarks);
  }

  /** An answer to the first remark below {@code line}, a level deeper than {@code depth}. */
  Remarks answer(Mail remark, DiffLine line, int depth, String words) {
    List<String> body = new ArrayList<>();
    body.add(attribution(remark));
    List<String> lines = remark.body();
    int at = quoteOf(lines, line.text());
    int end = at + 1;
    while (end < lines.size() && (depth > 1 || !lines.get(end).startsWith(">"))) {
      end++;
    }
    if (end > 0 && lines.get(end - 1).isEmpty()) {
      end--;
    }
    for (int i = Math.max(1, at - 4); i < end; i++) {
      body.add(quote(lines.get(i)));
    }
    body.add("");
    body.addAll(Prose.wrap(words));
    return new Remarks(body, List.of(line));
  }

  static LineAnchor anchor(MessageId patch, DiffLine line) {
    return line.newLine() > 0
        ? new LineAnchor(patch, line.path(), line.newLine(), LineAnchor.Side.NEW)
        : new LineAnchor(patch, line.path(), line.oldLine(), LineAnchor.Side.OLD);
  }

  static String quote(String line) {
    return line.isEmpty() ? ">" : line.startsWith(">") ? ">" + line : "> " + line;
  }

  private List<Integer> targets(List<DiffLine> diff) {
    List<Integer> worth = new ArrayList<>();
    for (int i = 0; i < diff.size(); i++) {
      if (diff.get(i).worthARemark()) {
        worth.add(i);
      }
    }
    List<Integer> drawn = dice.shuffled(worth);
    return drawn.stream().limit(dice.between(1, 3)).sorted().toList();
  }

  /** Manner 1 keeps file and hunk headers, 2 and 3 only a few lines. */
  private int startOfQuote(List<DiffLine> diff, int target, int manner) {
    if (manner != 1) {
      return Math.max(0, target - dice.between(3, 6));
    }
    int start = target;
    while (start > 0 && !diff.get(start).text().startsWith("diff --git")) {
      start--;
    }
    return start;
  }

  /** Where the line stands as the last one of a quote, below which something was said. */
  private static int quoteOf(List<String> lines, String text) {
    int found = 0;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(">") && line.endsWith(" " + text)) {
        found = i;
        if (i + 1 == lines.size() || !lines.get(i + 1).startsWith("> ")) {
          return i;
        }
      }
    }
    return found;
  }
}
