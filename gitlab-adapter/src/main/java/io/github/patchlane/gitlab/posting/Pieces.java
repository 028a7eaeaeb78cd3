package io.github.patchlane.gitlab.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Long texts cut into pieces that GitLab takes, at line ends where there are any. */
final class Pieces {
  /** GitLab's limit for a note, less room for what stands around the text. */
  static final int NOTE = 990_000;

  /** A description could be a little longer; what is cut off must fit into a note. */
  static final int DESCRIPTION = NOTE;

  private Pieces() {}

  /**
   * The pieces in their final form.
   *
   * @param form how a piece is written; its length counts, not that of the raw text
   */
  static List<String> of(String text, int limit, UnaryOperator<String> form) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (true) {
      String whole = form.apply(rest);
      if (whole.length() <= limit) {
        pieces.add(whole);
        return pieces;
      }
      int end = fitting(rest, limit, form);
      pieces.add(form.apply(rest.substring(0, end)));
      rest = rest.substring(end);
    }
  }

  /** Where to cut: as far on as the form allows, by halves; never inside a surrogate pair. */
  private static int fitting(String text, int limit, UnaryOperator<String> form) {
    int end = Math.min(text.length() - 1, limit);
    while (end > 1 && form.apply(text.substring(0, end)).length() > limit) {
      end = end / 2;
    }
    int line = text.lastIndexOf('\n', end - 1) + 1;
    int cut = line > end / 2 ? line : end;
    return cut > 1 && Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
  }
}
