package io.github.patchlane.core.git.apply;

import org.eclipse.jgit.lib.ObjectId;

/**
 * What a tree says of one path.
 *
 * @param mode one of git's five
 * @param id of the blob, or of the commit that a submodule is at
 */
record Entry(int mode, ObjectId id) {
  static final int FILE = 0100644;
  static final int EXECUTABLE = 0100755;
  static final int LINK = 0120000;
  static final int SUBMODULE = 0160000;
  static final int DIRECTORY = 0040000;

  private static final int KIND = 0170000;

  /** The same kind of thing: file, link or submodule. */
  static boolean sameKind(int a, int b) {
    return (a & KIND) == (b & KIND);
  }

  static boolean isFile(int mode) {
    return (mode & KIND) == 0100000;
  }

  static boolean isLink(int mode) {
    return (mode & KIND) == LINK;
  }

  static boolean isSubmodule(int mode) {
    return (mode & KIND) == SUBMODULE;
  }

  /** The mode that git keeps of any; 0 stays 0, as nothing was said. */
  static int canonicalMode(int mode) {
    if (mode == 0) {
      return 0;
    }
    return switch (mode & KIND) {
      case 0100000 -> (mode & 0100) != 0 ? EXECUTABLE : FILE;
      case LINK -> LINK;
      case DIRECTORY -> DIRECTORY;
      default -> SUBMODULE;
    };
  }
}
