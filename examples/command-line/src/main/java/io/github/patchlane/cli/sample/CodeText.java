package io.github.patchlane.cli.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes C that means nothing and reads like something. */
final class CodeText {
  private final Dice dice;
  private final Words words;

  CodeText(Dice dice, Words words) {
    this.dice = dice;
    this.words = words;
  }

  /** A whole function, its blank line behind it. */
  List<String> function(String name, int statements) {
    String noun = words.noun();
    List<String> lines = new ArrayList<>();
    lines.add(
        dice.pick(List.of("static int ", "int ", "static int "))
            + name
            + "(struct "
            + noun
            + " *"
            + noun
            + ", unsigned int "
            + dice.pick(List.of("nr", "flags", "cpu", "order"))
            + ")");
    lines.add("{");
    lines.add("\tunsigned int i;");
    lines.add("\tint rc = 0;");
    lines.add("");
    for (int i = 0; i < statements; i++) {
      lines.addAll(statement(noun));
    }
    lines.add("");
    lines.add("\treturn rc;");
    lines.add("}");
    lines.add("");
    return lines;
  }

  /** One to four lines at a function's first indent. */
  List<String> statement(String subject) {
    String other = words.noun();
    int number = dice.between(1, 4095);
    return switch (dice.below(6)) {
      case 0 -> List.of("\t" + subject + "->" + other + " = " + number + ";");
      case 1 ->
          List.of(
              "\tif (" + subject + "->" + other + "_count > " + number + ")",
              "\t\treturn -E" + dice.pick(List.of("BUSY", "INVAL", "AGAIN", "NOSPC")) + ";");
      case 2 -> List.of("\t" + words.verb() + "_" + other + "(" + subject + ", " + number + ");");
      case 3 ->
          List.of(
              "\tfor (i = 0; i < " + number + "; i++)",
              "\t\t" + words.verb() + "_" + other + "(&" + subject + "->" + other + "s[i]);");
      case 4 ->
          List.of(
              "\trc = "
                  + words.verb()
                  + "_"
                  + other
                  + "("
                  + subject
                  + ", 0x"
                  + Integer.toHexString(number)
                  + ");",
              "\tif (rc)",
              "\t\treturn rc;");
      default ->
          List.of(
              "\t/* The "
                  + other
                  + " is "
                  + dice.pick(List.of("owned", "pinned", "counted"))
                  + " by "
                  + subject
                  + " "
                  + number
                  + ". */",
              "\t" + subject + "->nr_" + other + "s += " + number + ";");
    };
  }

  List<String> file(String path, int functions) {
    List<String> lines = new ArrayList<>();
    String stem = stem(path);
    lines.add("/* SPDX-License-Identifier: MIT */");
    lines.add("/* " + path + ": the " + words.noun() + " and its " + words.noun() + "s */");
    lines.add("");
    lines.add("#include <thornbill/" + words.noun() + ".h>");
    lines.add("#include <thornbill/" + words.noun() + "_types.h>");
    lines.add("");
    lines.add("#define " + stem.toUpperCase(Locale.ROOT) + "_LIMIT " + dice.below(4096));
    lines.add("");
    for (int i = 0; i < functions; i++) {
      lines.addAll(function(words.functionName(stem), dice.between(3, 9)));
    }
    return lines.subList(0, lines.size() - 1);
  }

  /** {@code virtio_net} of {@code drivers/virtio-net.c}: what its functions' names start with. */
  static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).replace('-', '_');
  }
}
