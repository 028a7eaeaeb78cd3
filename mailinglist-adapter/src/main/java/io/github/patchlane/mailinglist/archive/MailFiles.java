package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its first bytes whether a file is an mbox, one mail or neither. */
final class MailFiles {
  private static final int LOOKED_AT = 1 << 20;
  private static final Pattern MBOX_NAME = Pattern.compile(".+\\.(mbox|mbx|txt)(\\.gz)?");

  private MailFiles() {}

  enum Kind {
    EMPTY,
    MBOX,
    /** Begins with a header line, not with a separator. */
    MAIL,
    /** Separators only further on: what stands before them is damaged or no mail. */
    MBOX_FURTHER_ON,
    OTHER
  }

  /**
   * @param mboxForced whether the caller says that it is an mbox
   */
  static Archive open(Path path, Places places, boolean mboxForced) {
    MailFile file = MailFile.open(path);
    boolean mboxNamed = MBOX_NAME.matcher(path.toString().toLowerCase(Locale.ROOT)).matches();
    return switch (look(file)) {
      case MBOX, MBOX_FURTHER_ON -> new MboxArchive(file, places);
      case MAIL ->
          mboxForced || mboxNamed
              ? new MboxArchive(file, places)
              : new SingleMailArchive(file, places);
      case EMPTY ->
          throw new UnreadableSourceException(
              "the file " + path + " is empty; name an archive with mail in it");
      case OTHER ->
          throw new UnreadableSourceException(
              "the file "
                  + path
                  + " is no mail archive: no \"From \" line of an mbox and no mail header in it;"
                  + " name an mbox, a maildir or a public-inbox clone");
    };
  }

  /**
   * Whether a file found in a folder of mail belongs to it: months without mail are empty, and a
   * text that does not begin as an mbox is somebody's note.
   */
  static boolean mayBePart(Path path) {
    boolean text = path.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
    try {
      return Files.size(path) > 0 && (!text || look(MailFile.open(path)) == Kind.MBOX);
    } catch (IOException e) {
      throw MailFile.unreadable(path, e);
    }
  }

  private static Kind look(MailFile file) {
    try (InputStream in = file.stream()) {
      Window window = new Window(in, 0);
      while (MailStart.isBlank(window, 0)) {
        window.drop(window.array()[window.base()] == '\n' ? 1 : 2);
      }
      if (!window.has(1)) {
        if (window.failure().isPresent()) {
          throw MailFile.unreadable(file.path(), window.failure().get());
        }
        return Kind.EMPTY;
      }
      if (MailStart.at(window, 0)) {
        return Kind.MBOX;
      }
      return MailStart.headerAt(window, 0) ? Kind.MAIL : lookFurther(window);
    } catch (IOException e) {
      throw MailFile.unreadable(file.path(), e);
    }
  }

  private static Kind lookFurther(Window window) {
    int line = 0;
    while (line >= 0) {
      boolean afterBlank = MailStart.isBlank(window, line);
      line = window.lineFeed(line, LOOKED_AT) + 1;
      if (line == 0) {
        break;
      }
      if (afterBlank && MailStart.at(window, line)) {
        return Kind.MBOX_FURTHER_ON;
      }
    }
    return Kind.OTHER;
  }
}
