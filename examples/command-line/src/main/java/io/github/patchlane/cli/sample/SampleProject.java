package io.github.patchlane.cli.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the invented project: {@code list.git}, its mailing list as public-inbox keeps one, and
 * {@code project.git}, its repository. Both are bare, with one branch {@code master}. The same
 * options give the same commits on every machine; no clock is read.
 */
public final class SampleProject {
  /** The list's archive below the directory written to. */
  public static final String LIST = "list.git";

  /** The canonical repository below the directory written to. */
  public static final String PROJECT = "project.git";

  private SampleProject() {}

  /**
   * Writes both repositories into a directory, which is made if need be.
   *
   * @throws UncheckedIOException when a repository cannot be written there, or is there already
   */
  public static SampleTruth write(Path directory, SampleOptions options) {
    try {
      Files.createDirectories(directory);
      try (BareRepository list = new BareRepository(directory.resolve(LIST));
          BareRepository project = new BareRepository(directory.resolve(PROJECT))) {
        ListArchive archive = new ListArchive(list.commits(), new MailWriter(options.realSize()));
        SampleTruth truth =
            new Story(options, archive, new ProjectHistory(project.commits())).tell();
        list.finish();
        project.finish();
        return truth;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sample into " + directory, e);
    }
  }

  /**
   * Writes the list alone, as an mbox of the mboxrd kind: the same mails as in {@link #LIST}.
   *
   * @throws UncheckedIOException when the file cannot be written
   */
  public static SampleTruth writeMbox(Path file, SampleOptions options) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      MboxFile mbox = new MboxFile(out, new MailWriter(options.realSize()));
      ProjectHistory unkept = new ProjectHistory(new CommitChain(ObjectSink.forgetful()));
      return new Story(options, mbox, unkept).tell();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sample to " + file, e);
    }
  }
}
