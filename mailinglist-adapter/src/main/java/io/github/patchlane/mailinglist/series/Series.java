package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.source.Corrections;
import io.github.patchlane.mailinglist.thread.MailThreads;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A patch series across its revisions, as the list saw it. Start at {@link #assemble}.
 *
 * @param revisions by time
 * @param mails for each revision the mails of its posting, the cover first
 */
public record Series(List<Revision> revisions, List<List<PatchMail>> mails) {
  public Series {
    revisions = List.copyOf(revisions);
    mails = mails.stream().map(List::copyOf).toList();
    if (revisions.isEmpty() || revisions.size() != mails.size()) {
      throw new IllegalArgumentException("every revision has its mails");
    }
  }

  /**
   * What decides which mails belong together.
   *
   * @param senderOf one key for all mails of one person
   * @param authorsOf the keys of the people behind a mail: its sender, its author
   * @param corrections what a person knows better
   * @param useDeclared whether change-ids and declared links count
   */
  public record Rules(
      Function<PatchMail, String> senderOf,
      Function<PatchMail, Set<String>> authorsOf,
      Corrections corrections,
      boolean useDeclared) {
    public Rules {
      Objects.requireNonNull(senderOf);
      Objects.requireNonNull(authorsOf);
      Objects.requireNonNull(corrections);
    }
  }

  /**
   * Assembles and links all patch mails of an archive. The result depends on the set of mails
   * alone; every mail is in exactly one series.
   *
   * @return by the time of the first posting
   */
  public static List<Series> assemble(
      Collection<PatchMail> mails, MailThreads threads, Rules rules) {
    List<Posting> postings = SeriesAssembly.assemble(mails, threads, rules.senderOf());
    List<Effort> efforts =
        new RevisionLinks(
                postings, threads, rules.authorsOf(), rules.corrections(), rules.useDeclared())
            .efforts();
    return efforts.parallelStream()
        .map(
            effort ->
                new Series(
                    Rounds.of(effort, threads),
                    effort.rounds().stream().map(r -> r.posting().mails().toList()).toList()))
        .toList();
  }
}
