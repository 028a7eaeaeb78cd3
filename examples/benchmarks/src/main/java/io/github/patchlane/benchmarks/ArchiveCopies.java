package io.github.patchlane.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.patchlane.core.source.Reading;
import io.github.patchlane.mailinglist.archive.Archive;
import io.github.patchlane.mailinglist.archive.Archives;
import io.github.patchlane.mailinglist.archive.RawMail;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A public-inbox repository with the mails of another archive several times over, each copy a list
 * of its own by {@link MailCopy}, packed as git packs by default. Needs git.
 */
final class ArchiveCopies {
  private static final Instant FIRST_COMMIT = Instant.parse("2010-01-01T00:00:00Z");

  private final OutputStream commits;
  private int mails;

  private ArchiveCopies(OutputStream commits) {
    this.commits = commits;
  }

  /**
   * Writes the repository, which must not be there yet.
   *
   * @return how many mails it holds
   */
  static int write(String source, int copies, Path repository) throws IOException {
    Commands.run("git", "init", "--quiet", "--bare", repository.toString());
    Commands.run("git", "-C", repository.toString(), "symbolic-ref", "HEAD", "refs/heads/master");
    Process fastImport =
        new ProcessBuilder("git", "-C", repository.toString(), "fast-import", "--quiet")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int mails;
    try (OutputStream out = new BufferedOutputStream(fastImport.getOutputStream(), 1 << 16);
        Archive archive = Archives.open(source)) {
      ArchiveCopies writer = new ArchiveCopies(out);
      // The copy with the oldest dates comes first, as in an archive that has grown.
      for (int copy = copies - 1; copy >= 0; copy--) {
        MailCopy changed = new MailCopy(copy);
        archive.forEach(reading -> writer.add(reading, changed));
      }
      mails = writer.mails;
    }
    Commands.await(fastImport, "git fast-import");
    // Without -f: git would find every copy's original and store a difference of a few bytes, which
    // is like no list's archive, and cheaper to unpack.
    Commands.run("git", "-C", repository.toString(), "repack", "-adq");
    return mails;
  }

  private void add(Reading<RawMail> reading, MailCopy copy) {
    if (reading instanceof Reading.Parsed<RawMail> mail) {
      try {
        commit(copy.of(mail.value().bytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void commit(byte[] mail) throws IOException {
    String title = "mail " + mails;
    long time = FIRST_COMMIT.getEpochSecond() + 60L * mails;
    String head =
        "commit refs/heads/master\ncommitter bench <bench@example.org> "
            + time
            + " +0000\ndata "
            + title.length()
            + "\n"
            + title
            + "\nM 100644 inline m\ndata "
            + mail.length
            + "\n";
    commits.write(head.getBytes(UTF_8));
    commits.write(mail);
    commits.write('\n');
    mails++;
  }
}
