package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.mailinglist.series.PatchMail;
import io.github.patchlane.mailinglist.series.Series;
import io.github.patchlane.mailinglist.thread.MailThreads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * From the mails of a list to its contributions: threads, then series, then what was said about
 * each. Everything here is a function of the set of mails.
 */
final class ListAssembly {
  private final MailStore store;
  private final ReadOptions options;
  private final Identities identities;

  ListAssembly(MailStore store, ReadOptions options) {
    this.store = store;
    this.options = options;
    this.identities = store.identities();
  }

  /**
   * Everything that the mails amount to.
   *
   * @param texts what it takes to fetch their words again
   */
  record Reading(Harvest harvest, MailTexts texts) {}

  Reading read() {
    Map<MessageId, List<MessageId>> references = new HashMap<>();
    store.mails().values().forEach(mail -> references.put(mail.id(), mail.references()));
    MailThreads threads = MailThreads.of(references);
    Map<MessageId, Mail> mails = new ParentClock(store.mails(), threads).clamped();
    List<PatchMail> patches = mails.values().stream().flatMap(m -> m.patch().stream()).toList();
    List<Series> series =
        Series.assemble(
            patches,
            threads,
            new Series.Rules(
                mail -> identities.key(mail.sender()),
                this::authors,
                options.corrections(),
                options.useDeclaredLinks()));
    Conversations conversations = new Conversations(mails, threads, series, options.corrections());
    List<Contribution> contributions = conversations.contributions();
    List<Problem> problems = new ArrayList<>(store.problems());
    problems.addAll(conversations.problems());
    problems.sort(
        Comparator.comparing((Problem p) -> p.position().archive())
            .thenComparing(p -> p.position().place())
            .thenComparing(Problem::reason));
    Optional<Instant> newest =
        NewestMail.of(
            mails.values().stream()
                .mapToLong(mail -> mail.sentAt().getEpochSecond())
                .sorted()
                .mapToObj(Instant::ofEpochSecond)
                .toList());
    int fixes = (int) mails.values().stream().filter(Mail::clockFixed).count();
    return new Reading(
        new Harvest(contributions, problems, store.items(), fixes, newest), conversations.texts());
  }

  private Set<String> authors(PatchMail mail) {
    Set<String> keys = new TreeSet<>();
    for (Person person : List.of(mail.sender(), mail.author())) {
      keys.add(identities.key(person));
      // people change their address more often than their full name; a first name alone is no name
      if (person.name().strip().indexOf(' ') > 0) {
        keys.add("name " + person.name().strip().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return keys;
  }
}
