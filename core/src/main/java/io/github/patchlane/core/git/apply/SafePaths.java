package io.github.patchlane.core.git.apply;

/**
 * Which paths may be written: none that leaves the tree, and none that any file system could take
 * for git's own directory, however spelled. Git refuses the same where its two guards, for HFS+ and
 * for NTFS, are on.
 */
final class SafePaths {
  private static final int LONGEST_PATH = 4095;
  private static final int LONGEST_NAME = 255;

  private SafePaths() {}

  /** Refuses a path that is not safe to hold a thing of that mode. */
  static void check(String path, int mode) throws Refused {
    if (path.isEmpty() || path.length() > LONGEST_PATH || path.indexOf('\0') >= 0) {
      throw unsafe(path, "it is no path that a file can have");
    }
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      checkName(path, path.substring(start, end), Entry.isLink(mode) && end == path.length());
      start = end + 1;
    }
  }

  private static void checkName(String path, String name, boolean link) throws Refused {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw unsafe(path, "it leaves the tree");
    }
    if (name.length() > LONGEST_NAME) {
      throw unsafe(path, "it is no path that a file can have");
    }
    // NTFS takes a backslash for a slash.
    for (String part : name.split("\\\\", -1)) {
      if (isOnHfs(part, "git") || isOnNtfs(part, ".git") || isOnNtfs(part, "git~1")) {
        throw unsafe(path, "it is git's own");
      }
      if (part.equals("..") && name.length() > part.length()) {
        throw unsafe(path, "it leaves the tree");
      }
    }
    if (link
        && (isOnHfs(name, "gitmodules")
            || isOnNtfs(name, ".gitmodules")
            || isShortened(name, "gitmod", "gi7eba"))) {
      throw unsafe(path, "git does not follow a link there");
    }
  }

  /** Case does not count, nor do blanks and dots at the end, nor what a colon starts. */
  private static boolean isOnNtfs(String name, String wanted) {
    if (!name.regionMatches(true, 0, wanted, 0, wanted.length())) {
      return false;
    }
    for (int i = wanted.length(); i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ':') {
        return true;
      }
      if (c != ' ' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** The short names that NTFS may give: six letters, a tilde and a number, or a hash in it. */
  private static boolean isShortened(String name, String six, String hashed) {
    int tilde = name.indexOf('~');
    return tilde == 6
        && name.length() > 7
        && Character.isDigit(name.charAt(7))
        && (name.regionMatches(true, 0, six, 0, 6) || name.regionMatches(true, 0, hashed, 0, 6));
  }

  /** Case does not count, nor do code points that HFS+ leaves out of names. */
  private static boolean isOnHfs(String raw, String wanted) {
    int matched = -1;
    String name = Refused.shown(raw);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (isIgnoredOnHfs(c)) {
        continue;
      }
      char expected = matched < 0 ? '.' : matched < wanted.length() ? wanted.charAt(matched) : 0;
      if (Character.toLowerCase(c) != expected) {
        return false;
      }
      matched++;
    }
    return matched == wanted.length();
  }

  private static boolean isIgnoredOnHfs(char c) {
    return (c >= 0x200c && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x206a && c <= 0x206f)
        || c == 0xfeff;
  }

  private static Refused unsafe(String path, String why) {
    return Refused.file(Refused.Why.UNSAFE_PATH, path.isEmpty() ? "?" : path, why);
  }
}
