package io.github.patchlane.core.contribution;

/** The digits that git writes its hashes in. */
final class Hex {
  private Hex() {}

  static boolean isLowerCaseHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
