package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The door to mail archives.
 *
 * <p>{@link #open} tells by looking what it was given:
 *
 * <ul>
 *   <li>a public-inbox git repository, bare or with a work tree: v1, or one epoch of v2
 *   <li>a v2 inbox folder, with {@code git/0.git}, {@code git/1.git} and so on
 *   <li>a maildir
 *   <li>an mbox of any name and dialect, packed with gzip or not
 *   <li>a folder of such mboxes, as Pipermail's months are
 *   <li>a file that is one mail
 * </ul>
 */
public final class Archives {
  private Archives() {}

  /**
   * Opens an archive.
   *
   * @param source a path; {@code inbox:}, {@code mbox:} or {@code maildir:} before it says what it
   *     is, where looking would tell otherwise
   * @throws UnreadableSourceException if nothing is there, if it is no archive, or if it is empty
   *     or damaged as a whole; the message is one line that says how to mend it
   */
  public static Archive open(String source) {
    if (source.startsWith("inbox:")) {
      String name = source.substring("inbox:".length());
      return Inboxes.open(existing(name), name);
    }
    if (source.startsWith("maildir:")) {
      String name = source.substring("maildir:".length());
      return MaildirArchive.open(existing(name), name);
    }
    if (source.startsWith("mbox:")) {
      String name = source.substring("mbox:".length());
      Path path = existing(name);
      return Files.isDirectory(path)
          ? openFolder(path, name)
          : MailFiles.open(path, Places.of(name), true);
    }
    return openByLooking(existing(source), source);
  }

  private static Archive openByLooking(Path path, String name) {
    if (!Files.isDirectory(path)) {
      return MailFiles.open(path, Places.of(name), false);
    }
    if (MaildirArchive.is(path)) {
      return MaildirArchive.open(path, name);
    }
    return Inboxes.is(path) ? Inboxes.open(path, name) : openFolder(path, name);
  }

  private static Archive openFolder(Path folder, String name) {
    List<Archive> parts = new ArrayList<>();
    for (Path file : FolderArchive.mailFiles(folder)) {
      if (!MailFiles.mayBePart(file)) {
        continue;
      }
      Places places = Places.of(name).part(String.valueOf(file.getFileName()));
      try {
        parts.add(MailFiles.open(file, places, false));
      } catch (UnreadableSourceException e) {
        Position position = new Position(name, String.valueOf(file.getFileName()));
        parts.add(new BrokenPart(name, position, String.valueOf(e.getMessage())));
      }
    }
    if (parts.stream().allMatch(BrokenPart.class::isInstance)) {
      throw new UnreadableSourceException(
          "the folder "
              + folder
              + " is no mail archive; name a public-inbox clone, a maildir, an mbox or a folder of"
              + " .mbox, .mbox.gz or .txt.gz files");
    }
    return new FolderArchive(name, parts);
  }

  private static Path existing(String name) {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      throw new UnreadableSourceException(
          "cannot read the archive " + name + ": no such path can exist; check its spelling", e);
    }
    if (name.isEmpty() || !Files.exists(path)) {
      throw new UnreadableSourceException(
          "cannot read the archive " + name + ": no such file or folder; check the path");
    }
    return path;
  }
}
