package io.github.patchlane.mailinglist.review;

/** Tells most paragraphs without a verdict by the beginnings of their words alone. */
final class VerdictStems {
  private static final String[][] BY_LETTER = new String[26][];

  static {
    for (int i = 0; i < BY_LETTER.length; i++) {
      BY_LETTER[i] = new String[0];
    }
    stems("applied", "abandon");
    stems("nak", "nack");
    stems("drop", "disc", "disreg", "don't ");
    stems("merged");
    stems("pushed", "picked", "pulled");
    stems("queued");
    stems("committed");
    stems("ignore");
    stems("superseded", "scrap");
    stems("withdr");
    stems("retract", "replaced by", "rejected: ");
    stems("forget");
  }

  private VerdictStems() {}

  private static void stems(String... ofOneLetter) {
    BY_LETTER[ofOneLetter[0].charAt(0) - 'a'] = ofOneLetter;
  }

  static boolean in(String words) {
    boolean inside = false;
    for (int i = 0; i + 2 < words.length(); i++) {
      char c = words.charAt(i);
      int letter = (c | 32) - 'a';
      if (letter >= 0 && letter < BY_LETTER.length) {
        if (!inside && starts(words, i, BY_LETTER[letter])) {
          return true;
        }
        inside = true;
      } else {
        inside = Character.isLetterOrDigit(c);
      }
    }
    return false;
  }

  private static boolean starts(String words, int at, String[] stems) {
    int second = words.charAt(at + 1) | 32;
    for (String stem : stems) {
      if (stem.charAt(1) == second && words.regionMatches(true, at, stem, 0, stem.length())) {
        return true;
      }
    }
    return false;
  }
}
