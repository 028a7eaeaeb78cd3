package io.github.patchlane.cli;

/**
 * Tells Jakarta Mail by name where its streams are. It would otherwise search the class path for
 * them once for each part of each mail, which is a good part of the time an archive takes. The
 * setting is the whole process's, so the library leaves it to whoever owns the process: here the
 * command.
 */
final class MailLibrary {
  private static final String WANTED = "jakarta.mail.util.StreamProvider";
  private static final String OURS = "org.eclipse.angus.mail.util.MailStreamProvider";

  private MailLibrary() {}

  /** Leaves alone what somebody chose on the command line. */
  static void settle() {
    if (System.getProperty(WANTED) == null) {
      System.setProperty(WANTED, OURS);
    }
  }
}
