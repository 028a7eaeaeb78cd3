package io.github.patchlane.mailinglist.review;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.mailinglist.review.Target.TargetPatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random patches, quoted and commented at lines that are known. */
class AnchorsPropertyTest {
  private static final int RUNS = 400;

  private final Random random = new Random(20300102);

  /** A diff and where each of its lines lies. */
  private record Made(List<String> lines, List<Optional<LineAnchor>> places) {}

  @Test
  void quotesThatNothingMangledGiveEveryLineExactly() {
    assertShare(1, false);
  }

  @Test
  void cutRewrappedAndRespacedQuotesGiveNearlyAllLines() {
    assertShare(0.95, true);
  }

  private void assertShare(double least, boolean mangled) {
    int asked = 0;
    int right = 0;
    int given = 0;
    List<String> wrong = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Made made = diff();
      List<LineAnchor> expected = new ArrayList<>();
      String reply = quote(made, mangled, expected);
      String diff = String.join("\n", made.lines()) + "\n";
      DiffIndex index = UnifiedDiff.parse(diff.getBytes(StandardCharsets.UTF_8)).index();
      Target target =
          new Target(
              1,
              new MessageId("p1"),
              1,
              List.of(new TargetPatch(1, new MessageId("p1"), Mails.ANN, Optional.of(index))),
              Mails.ANN);
      List<LineAnchor> found =
          Anchors.locate(Mails.reply(reply).comments(), target).stream()
              .flatMap(Optional::stream)
              .toList();
      asked += expected.size();
      given += found.size();
      List<LineAnchor> left = new ArrayList<>(found);
      for (LineAnchor anchor : expected) {
        if (left.remove(anchor)) {
          right++;
        } else if (wrong.size() < 3) {
          wrong.add(anchor + "\nin\n" + reply);
        }
      }
    }
    String detail = right + " of " + asked + " asked, " + given + " given\n" + wrong;
    assertTrue(right >= least * asked && right >= least * given && asked > RUNS, detail);
  }

  private Made diff() {
    List<String> lines = new ArrayList<>();
    List<Optional<LineAnchor>> places = new ArrayList<>();
    for (int file = 0; file <= random.nextInt(3); file++) {
      String path = "dir/file" + file + ".c";
      for (String header :
          List.of("diff --git a/" + path + " b/" + path, "--- a/" + path, "+++ b/" + path)) {
        lines.add(header);
        places.add(Optional.empty());
      }
      int oldLine = 1 + random.nextInt(50);
      int newLine = oldLine;
      for (int hunk = 0; hunk <= random.nextInt(3); hunk++) {
        int header = lines.size();
        lines.add("");
        places.add(Optional.empty());
        int oldStart = oldLine;
        int newStart = newLine;
        int size = 4 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
          int kind = random.nextInt(4);
          boolean old = kind == 0;
          lines.add((kind == 0 ? "-" : kind == 1 ? " " : "+") + code());
          LineAnchor.Side side = old ? LineAnchor.Side.OLD : LineAnchor.Side.NEW;
          places.add(
              Optional.of(
                  new LineAnchor(new MessageId("p1"), path, old ? oldLine : newLine, side)));
          oldLine += kind <= 1 ? 1 : 0;
          newLine += kind >= 1 ? 1 : 0;
        }
        lines.set(
            header,
            "@@ -"
                + oldStart
                + ","
                + (oldLine - oldStart)
                + " +"
                + newStart
                + ","
                + (newLine - newStart)
                + " @@");
        int gap = 5 + random.nextInt(40);
        oldLine += gap;
        newLine += gap;
      }
    }
    return new Made(lines, places);
  }

  private String code() {
    return switch (random.nextInt(10)) {
      case 0 -> "\t}";
      case 1 -> "\t\treturn 0;";
      case 2 -> "\tcheck_the_result(value);";
      default ->
          "\tvalue"
              + random.nextInt(900)
              + " = compute_"
              + random.nextInt(900)
              + "(first_argument"
              + (random.nextBoolean()
                  ? ", and_a_much_longer_second_argument_" + random.nextInt(99) + ", third"
                  : "")
              + ");";
    };
  }

  private String quote(Made made, boolean mangled, List<LineAnchor> expected) {
    String mark = List.of("> ", ">> ", "> > ", "> > > ").get(random.nextInt(4));
    boolean spaces = mangled && random.nextBoolean();
    boolean wraps = mangled && random.nextInt(4) == 0;
    StringBuilder reply = new StringBuilder("Hi Ann,\n\nOn Monday, Ann Author wrote:\n");
    for (int i = 0; i < made.lines().size(); i++) {
      String line = made.lines().get(i);
      String shown = spaces ? line.replace("\t", "        ") : line;
      int cut = shown.lastIndexOf(' ');
      if (wraps && shown.length() > 78 && cut > 60) {
        shown = shown.substring(0, cut) + "\n" + mark + shown.substring(cut + 1);
      }
      if (mangled && random.nextInt(25) == 0) {
        int skipped = random.nextInt(6);
        i = Math.min(made.lines().size() - 1, i + skipped);
        reply.append("[...]\n");
        continue;
      }
      reply.append(mark).append(shown).append('\n');
      boolean telling = line.length() > 30;
      Optional<LineAnchor> place = made.places().get(i);
      if (place.isPresent() && (telling || !mangled) && random.nextInt(9) == 0) {
        reply.append("\nThis wants a word, number ").append(i).append(".\n\n");
        expected.add(place.get());
      }
    }
    return reply + "\nKind regards,\nRita\n";
  }
}
