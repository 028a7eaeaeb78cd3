package io.github.patchlane.core.rangediff;

import io.github.patchlane.core.contribution.SourceId;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a range-diff as git does: one line for each pair, the difference below it, indented. */
final class RangeDiffText {
  private final RangeDiff diff;
  private final Function<SourceId, String> names;
  private final int width;
  private final String dashes;

  RangeDiffText(RangeDiff diff, Function<SourceId, String> names) {
    this.diff = diff;
    this.names = names;
    int most =
        diff.pairs().stream()
            .flatMap(pair -> Stream.of(pair.before(), pair.after()))
            .flatMap(Optional::stream)
            .mapToInt(PatchPair.Side::place)
            .max()
            .orElse(0);
    this.width = Integer.toString(most + 1).length();
    this.dashes =
        "-"
            .repeat(
                diff.pairs().stream()
                    .findFirst()
                    .flatMap(pair -> pair.before().or(pair::after))
                    .map(side -> names.apply(side.id()).length())
                    .orElse(0));
  }

  String write() {
    StringBuilder text = new StringBuilder();
    for (PatchPair pair : diff.pairs()) {
      text.append(side(pair.before())).append(' ').append(pair.status().mark()).append(' ');
      text.append(side(pair.after())).append(' ').append(pair.title()).append('\n');
      indent(pair.difference(), text);
    }
    return text.toString();
  }

  /** A CR in it ends no line. */
  private static void indent(String difference, StringBuilder text) {
    int at = 0;
    while (at < difference.length()) {
      int next = difference.indexOf('\n', at) + 1;
      text.append("    ").append(difference, at, next);
      at = next;
    }
  }

  private String side(Optional<PatchPair.Side> side) {
    String place = side.map(s -> Integer.toString(s.place())).orElse("-");
    String name = side.map(s -> names.apply(s.id())).orElse(dashes);
    return " ".repeat(width - place.length()) + place + ":  " + name;
  }
}
