package io.github.patchlane.cli.sample;

import io.github.patchlane.cli.sample.Edit.NewFile;
import io.github.patchlane.cli.sample.Edit.Place;
import io.github.patchlane.cli.sample.Edit.Splice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Thinks up patches. Every line a patch hangs on is set aside for it for good, so patches may land
 * in any order, or not at all, and the others still apply.
 */
final class Ideas {
  private final Dice dice;
  private final Words words;
  private final Prose prose;
  private final CodeText code;
  private final double size;
  private final double spread;
  private final Set<String> takenLines = new HashSet<>();

  /**
   * @param size a factor on the lines a patch brings in
   */
  Ideas(Dice dice, Words words, Prose prose, CodeText code, double size) {
    this.dice = dice;
    this.words = words;
    this.prose = prose;
    this.code = code;
    this.size = size;
    // Real archives have a tail that a story for people need not have.
    spread = size > 1 ? 1.3 : 0.6;
  }

  PatchDraft patch(Subsystem part, Snapshot tree) {
    return patch(part::owns, tree);
  }

  PatchDraft patch(Predicate<String> owned, Snapshot tree) {
    List<String> paths = tree.files().keySet().stream().filter(owned).toList();
    String path = dice.pick(paths.stream().filter(p -> p.endsWith(".c")).toList());
    String stem = CodeText.stem(path);
    List<Edit> edits = new ArrayList<>();
    String title;
    switch (dice.below(8)) {
      case 0, 1, 2 -> {
        title = stem + ": check the " + words.noun() + " before the " + words.verb();
        edits.add(guard(path, tree).orElseGet(() -> brandNew(path)));
      }
      case 3, 4 -> {
        title = stem + ": " + words.verb() + " the " + words.noun() + " once";
        edits.add(replacement(path, tree).orElseGet(() -> brandNew(path)));
      }
      case 5, 6 -> {
        String name = words.functionName(stem);
        title = stem + ": add " + name + "()";
        edits.add(newFunction(path, name, tree).orElseGet(() -> brandNew(path)));
      }
      default -> {
        title = stem + ": split off the " + words.noun();
        edits.add(brandNew(path));
      }
    }
    for (int more = dice.below(3); more > 0; more--) {
      String other = dice.pick(paths);
      (other.endsWith(".c") ? guard(other, tree) : paragraph(other, tree)).ifPresent(edits::add);
    }
    List<String> message = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      message.addAll(prose.paragraph(dice.between(1, 4)));
      message.add("");
    }
    return new PatchDraft(words.uniqueTitle(title), message, edits, List.of());
  }

  private Optional<Edit> guard(String path, Snapshot tree) {
    List<String> lines = new ArrayList<>();
    for (int i = amount(1.3); i > 0; i--) {
      lines.add("\tif (!" + words.noun() + "_" + words.verb() + "ed(" + dice.below(4096) + "))");
      lines.add("\t\treturn -E" + dice.pick(List.of("INVAL", "PERM", "FAULT")) + ";");
    }
    return anchor(path, tree, Ideas::isStatement)
        .map(line -> new Splice(path, line, Place.BEFORE, lines));
  }

  private Optional<Edit> replacement(String path, Snapshot tree) {
    List<String> lines = new ArrayList<>();
    for (int i = amount(2); i > 0; i--) {
      lines.addAll(code.statement(words.noun()));
    }
    return anchor(path, tree, Ideas::isStatement)
        .map(line -> new Splice(path, line, Place.REPLACE, lines));
  }

  private Optional<Edit> newFunction(String path, String name, Snapshot tree) {
    List<String> lines = new ArrayList<>(code.function(name, amount(5)));
    for (int i = (int) size; i > 1; i -= 3) {
      lines.addAll(code.function(words.functionName(CodeText.stem(path)), amount(4)));
    }
    return anchor(path, tree, Ideas::isSignature)
        .map(line -> new Splice(path, line, Place.BEFORE, lines));
  }

  private Optional<Edit> paragraph(String path, Snapshot tree) {
    if (!path.startsWith("docs/")) {
      return Optional.empty();
    }
    return anchor(path, tree, line -> line.length() > 20)
        .map(line -> new Splice(path, line, Place.BEFORE, prose.paragraph(amount(2))));
  }

  private Edit brandNew(String path) {
    String name = words.functionName(CodeText.stem(path));
    String fresh = path.substring(0, path.lastIndexOf('/') + 1) + name.replace('_', '-') + ".c";
    return new NewFile(fresh, code.file(fresh, amount(1.5)));
  }

  /** At least one; a few times the usual now and then, as with people. */
  private int amount(double usual) {
    return Math.max(1, (int) Math.round(usual * size * dice.spread(spread)));
  }

  private Optional<String> anchor(String path, Snapshot tree, Predicate<String> fit) {
    List<String> lines = tree.file(path).map(SourceFile::lines).orElse(List.of());
    Map<String, Integer> seen = new HashMap<>();
    lines.forEach(line -> seen.merge(line, 1, Integer::sum));
    List<String> free =
        lines.stream()
            .filter(line -> fit.test(line) && seen.getOrDefault(line, 0) == 1)
            .filter(line -> !takenLines.contains(path + line))
            .toList();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    String chosen = dice.pick(free);
    takenLines.add(path + chosen);
    return Optional.of(chosen);
  }

  private static boolean isStatement(String line) {
    return line.startsWith("\t")
        && !line.startsWith("\t\t")
        && line.endsWith(";")
        && line.length() > 18;
  }

  private static boolean isSignature(String line) {
    return line.endsWith(")") && (line.startsWith("int ") || line.startsWith("static int "));
  }
}
