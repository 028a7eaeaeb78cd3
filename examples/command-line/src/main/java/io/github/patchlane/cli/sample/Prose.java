package io.github.patchlane.cli.sample;

import java.util.ArrayList;
import java.util.List;

/** Sentences for commit messages, covers and remarks, wrapped as people wrap mail. */
final class Prose {
  private static final int WIDTH = 72;

  private final Dice dice;
  private final Words words;

  Prose(Dice dice, Words words) {
    this.dice = dice;
    this.words = words;
  }

  List<String> paragraph(int sentences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      text.append(i == 0 ? "" : " ").append(sentence());
    }
    return wrap(text.toString());
  }

  String sentence() {
    String a = words.noun();
    String b = words.noun();
    String verb = words.verb();
    return switch (dice.below(9)) {
      case 0 ->
          "The " + a + " is taken before the " + b + ", so a late " + verb + " sees it stale.";
      case 1 ->
          "When two vcpus " + verb + " the same " + a + ", the second one loses its " + b + ".";
      case 2 -> "Nothing needs the " + a + " once the " + b + " has gone.";
      case 3 -> "This was seen on a board with " + dice.between(2, 96) + " cpus under load.";
      case 4 -> "Keep the " + a + " where it is and " + verb + " the " + b + " first.";
      case 5 ->
          "Measured with "
              + dice.between(2, 512)
              + " guests, the "
              + a
              + " costs "
              + dice.between(1, 90)
              + " us less.";
      case 6 -> "No functional change is meant for the " + b + ".";
      case 7 -> "The specification lets us " + verb + " a " + a + " at any time.";
      default -> "We should not " + verb + " a " + a + " that has no " + b + ".";
    };
  }

  /** Something a reviewer says of a line. */
  String remark() {
    String a = words.noun();
    return switch (dice.below(8)) {
      case 0 -> "Can this overflow when the " + a + " is empty?";
      case 1 -> "Please use the " + a + " helper here, it already checks.";
      case 2 -> "Why is the " + a + " not locked at this point?";
      case 3 -> "Off by one? The last " + a + " is never looked at.";
      case 4 -> "Nit: I'd call this " + a + ", like everywhere else.";
      case 5 -> "This leaks the " + a + " when the " + words.verb() + " fails.";
      case 6 -> "I'm not sure this is needed. Who " + words.verb() + "s the " + a + " otherwise?";
      default -> "Style: no blank line before the " + a + ", please.";
    };
  }

  String answer() {
    String a = words.noun();
    return switch (dice.below(5)) {
      case 0 -> "Good catch, will fix in the next version.";
      case 1 -> "The " + a + " is held by the caller here. I'll add a comment.";
      case 2 -> "Right, I'd missed the " + a + " case.";
      case 3 -> "It can't: the " + a + " is never empty once the " + words.verb() + " is done.";
      default -> "Ok.";
    };
  }

  static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
