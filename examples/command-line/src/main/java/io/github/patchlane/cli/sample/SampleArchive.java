package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.MessageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Archives of any size, for benchmarks: one story after the other over the years, each with people,
 * titles and message-ids of its own, on a code base that starts afresh. The cost grows with the
 * mails and with nothing else. There is no project repository beside such an archive: base commits
 * and landed commits in mails and truth name objects that were never kept.
 */
public final class SampleArchive {
  private static final int CONTRIBUTIONS = 120;
  private static final int DAYS = 60;
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 5);

  private SampleArchive() {}

  /**
   * Writes a bare public-inbox repository with exactly so many mails, of which a real list's bulk
   * can be expected: a median near 6 kB and a long tail.
   *
   * @return the truth for the contributions whose mails are all in it
   * @throws UncheckedIOException when the repository cannot be written there, or is there already
   */
  public static SampleTruth write(Path repository, long seed, int mails) {
    try (BareRepository list = new BareRepository(repository)) {
      Cut archive = new Cut(new ListArchive(list.commits(), new MailWriter(true)), mails);
      Dice seeds = new Dice(seed);
      LocalDate start = FIRST_DAY;
      List<SampleTruth.Contribution> contributions = new ArrayList<>();
      List<MessageId> unrelated = new ArrayList<>();
      SampleTruth told;
      do {
        SampleOptions options = new SampleOptions(seeds.seed(), CONTRIBUTIONS, start, DAYS, true);
        ProjectHistory unkept = new ProjectHistory(new CommitChain(ObjectSink.forgetful()));
        told = new Story(options, archive, unkept).tell();
        told.contributions().stream().filter(archive::holdsAll).forEach(contributions::add);
        told.unrelated().stream().filter(archive::holds).forEach(unrelated::add);
        start = start.plusDays(DAYS);
      } while (archive.mails() < mails);
      list.finish();
      return new SampleTruth(
          told.asOf(), contributions, unrelated, archive.mails(), told.requests());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an archive to " + repository, e);
    }
  }

  /** Takes so many mails and lets the rest go by; remembers what the last story lost. */
  private static final class Cut implements Postbox {
    private final Postbox behind;
    private final int limit;
    private final Set<MessageId> lost = new HashSet<>();

    Cut(Postbox behind, int limit) {
      this.behind = behind;
      this.limit = limit;
    }

    @Override
    public void deliver(Mail mail) throws IOException {
      if (behind.mails() < limit) {
        behind.deliver(mail);
      } else {
        lost.add(mail.id());
      }
    }

    @Override
    public int mails() {
      return behind.mails();
    }

    boolean holds(MessageId mail) {
      return !lost.contains(mail);
    }

    boolean holdsAll(SampleTruth.Contribution contribution) {
      return contribution.mails().stream().allMatch(this::holds);
    }
  }
}
