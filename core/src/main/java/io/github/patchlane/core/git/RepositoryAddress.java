package io.github.patchlane.core.git;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code DIR[:BRANCH]} means: a directory and the name of what is looked at in it.
 *
 * @param directory that exists
 * @param revision a branch, several with commas between, or {@code HEAD} where none was named
 */
record RepositoryAddress(Path directory, String revision) {
  private static final String DEFAULT = "HEAD";
  private static final Pattern COMMA = Pattern.compile(",", Pattern.LITERAL);

  /** A directory of the whole name wins: its own name may hold a colon. */
  static RepositoryAddress parse(String address) {
    if (isDirectory(address)) {
      return new RepositoryAddress(Path.of(address), DEFAULT);
    }
    int colon = address.lastIndexOf(':');
    String directory = colon < 0 ? address : address.substring(0, colon);
    String revision = colon < 0 ? DEFAULT : address.substring(colon + 1);
    if (!isDirectory(directory)) {
      throw new UnreadableRepositoryException(
          "no git repository at \"" + address + "\": no such directory; give DIR or DIR:BRANCH");
    }
    if (revision.chars().allMatch(c -> c == ',')) {
      throw new UnreadableRepositoryException(
          "no branch behind the colon of \"" + address + "\"; give DIR or DIR:BRANCH");
    }
    return new RepositoryAddress(Path.of(directory), revision);
  }

  /** The names that the revision may have in full, the most likely one first. */
  List<String> refs() {
    if (revision.equals(DEFAULT) || revision.startsWith("refs/")) {
      return List.of(revision);
    }
    return List.of(
        "refs/heads/" + revision, "refs/remotes/" + revision, "refs/tags/" + revision, revision);
  }

  /** One address for each name between commas. */
  List<RepositoryAddress> parts() {
    return COMMA
        .splitAsStream(revision)
        .filter(name -> !name.isBlank())
        .map(name -> new RepositoryAddress(directory, name.strip()))
        .toList();
  }

  private static boolean isDirectory(String path) {
    try {
      return !path.isEmpty() && Files.isDirectory(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
