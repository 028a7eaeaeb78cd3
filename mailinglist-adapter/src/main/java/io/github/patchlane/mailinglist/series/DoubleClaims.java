package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Takes mails apart that were joined too eagerly: where two claim the same place of one series,
 * each mail goes with the mail it answers, with its run, or with the series nearest in time that
 * still has the place free.
 */
final class DoubleClaims {
  /** Nobody sends so many series at a time that one further back is meant. */
  private static final int MOST_LOOKED_AT = 200;

  private final List<PatchMail> mails;
  private final List<Home> series = new ArrayList<>();
  private final Map<MessageId, Home> seriesOf = new HashMap<>();

  /** A series in the making, with what decides whether a mail fits it at hand. */
  private static final class Home {
    private final List<PatchMail> mails = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private OptionalInt total = OptionalInt.empty();
    private Optional<String> run = Optional.empty();

    void add(PatchMail mail) {
      if (mails.isEmpty()) {
        run = run(mail);
      }
      mails.add(mail);
      mail.subject().index().ifPresent(taken::add);
      total = total.isPresent() ? total : mail.subject().total();
    }

    boolean fits(PatchMail mail) {
      OptionalInt index = mail.subject().index();
      OptionalInt own = mail.subject().total();
      boolean free = index.isEmpty() || !taken.contains(index.getAsInt());
      return free && (own.isEmpty() || total.isEmpty() || own.equals(total));
    }

    Instant last() {
      return mails.get(mails.size() - 1).sentAt();
    }
  }

  /**
   * @param mails joined mails by time
   */
  DoubleClaims(List<PatchMail> mails) {
    this.mails = mails;
  }

  List<List<PatchMail>> resolve() {
    if (!anyClaimedTwice()) {
      return List.of(mails);
    }
    for (PatchMail mail : mails) {
      Home home =
          byAnswer(mail).or(() -> byRun(mail)).or(() -> byTime(mail)).orElseGet(this::newSeries);
      home.add(mail);
      seriesOf.put(mail.id(), home);
    }
    return series.stream().map(home -> home.mails).toList();
  }

  private boolean anyClaimedTwice() {
    Set<Integer> taken = new HashSet<>();
    return mails.stream()
        .map(mail -> mail.subject().index())
        .anyMatch(index -> index.isPresent() && !taken.add(index.getAsInt()));
  }

  private Home newSeries() {
    Home fresh = new Home();
    series.add(fresh);
    return fresh;
  }

  private Optional<Home> byAnswer(PatchMail mail) {
    for (MessageId reference : mail.references()) {
      Home home = seriesOf.get(reference);
      if (home != null) {
        // only the nearest counts: beyond it lie other rounds
        return home.fits(mail) ? Optional.of(home) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Home> byRun(PatchMail mail) {
    Optional<String> run = run(mail);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    return latest().stream().filter(home -> home.run.equals(run) && home.fits(mail)).findFirst();
  }

  private List<Home> latest() {
    return series.subList(Math.max(0, series.size() - MOST_LOOKED_AT), series.size());
  }

  private static Optional<String> run(PatchMail mail) {
    return SendRun.of(mail.id()).map(SendRun::key);
  }

  private Optional<Home> byTime(PatchMail mail) {
    if (mail.subject().isCover()) {
      return Optional.empty();
    }
    Optional<Home> nearest = Optional.empty();
    Duration best = Duration.ofHours(1);
    for (Home home : latest()) {
      if (home.fits(mail)) {
        Duration gap = Duration.between(home.last(), mail.sentAt()).abs();
        if (gap.compareTo(best) <= 0) {
          best = gap;
          nearest = Optional.of(home);
        }
      }
    }
    return nearest;
  }
}
