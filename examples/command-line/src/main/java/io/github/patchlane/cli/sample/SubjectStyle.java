package io.github.patchlane.cli.sample;

import java.util.StringJoiner;

/** The dialects of the bracket in front of a subject. */
enum SubjectStyle {
  PLAIN,
  /** {@code [PATCHv2 1/3]} */
  GLUED,
  /** {@code [PATCH V2 1/3]} */
  UPPER,
  /** {@code [THORN PATCH v2 1/3]} */
  PROJECT,
  /** {@code [PATCH 1/3 v2]} */
  TRAILING,
  /** {@code [PATCH v2, 1/3]} */
  COMMA,
  /** {@code [PATCH 1 of 3 v2]}, as Mercurial's patchbomb has it. */
  OF;

  /**
   * @param before words in front of PATCH, "" for none
   * @param after words behind it, such as {@code for-4.20}
   * @param version "" for the first
   * @param count {@code 1/3}, or "" for an unnumbered mail
   */
  String bracket(String before, String after, String version, String count) {
    StringJoiner words = new StringJoiner(" ", "[", "]");
    add(words, before);
    String patch = this == PROJECT ? "THORN PATCH" : "PATCH";
    String shown = this == UPPER ? version.replace('v', 'V') : version;
    if (this == GLUED && after.isEmpty()) {
      add(words, patch + shown);
      add(words, count);
      return words.toString();
    }
    add(words, patch);
    add(words, after);
    if (this == TRAILING || this == OF) {
      add(words, this == OF && !count.endsWith("n") ? count.replace("/", " of ") : count);
      add(words, shown);
    } else if (this == COMMA && !shown.isEmpty() && !count.isEmpty()) {
      add(words, shown + ",");
      add(words, count);
    } else {
      add(words, shown);
      add(words, count);
    }
    return words.toString();
  }

  private static void add(StringJoiner words, String word) {
    if (!word.isEmpty()) {
      words.add(word);
    }
  }
}
