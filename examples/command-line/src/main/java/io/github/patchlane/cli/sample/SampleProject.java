package io.github.patchlane.cli.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the invented project: {@code list.git}, its mailing list as public-inbox keeps one, {@code
 * project.git}, its repository, and {@code project-export.tar.gz}, the merge requests of its last
 * months as GitLab exports them. Both repositories are bare, with one branch {@code master}. The
 * same options give the same bytes on every machine; no clock is read.
 */
public final class SampleProject {
  /** The list's archive below the directory written to. */
  public static final String LIST = "list.git";

  /** The canonical repository below the directory written to. */
  public static final String PROJECT = "project.git";

  /** The export of the merge requests below the directory written to. */
  public static final String EXPORT = "project-export.tar.gz";

  private SampleProject() {}

  /**
   * Writes both repositories and the export into a directory, which is made if need be.
   *
   * @throws UncheckedIOException when a repository cannot be written there, or is there already
   */
  public static SampleTruth write(Path directory, SampleOptions options) {
    try {
      Files.createDirectories(directory);
      try (BareRepository list = new BareRepository(directory.resolve(LIST));
          BareRepository project = new BareRepository(directory.resolve(PROJECT))) {
        ListArchive archive = new ListArchive(list.commits(), new MailWriter(options.realSize()));
        Story story = new Story(options, archive, new ProjectHistory(project.commits()));
        SampleTruth truth = story.tell();
        list.finish();
        project.finish();
        if (options.requests() > 0) {
          story.export().write(directory.resolve(EXPORT), project);
        }
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
