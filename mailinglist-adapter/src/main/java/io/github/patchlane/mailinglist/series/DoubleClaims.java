package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes mails apart that were joined too eagerly: where two claim the same place of one series,
 * each mail goes with the mail it answers, with its run, or with the series nearest in time that
 * still has the place free.
 */
final class DoubleClaims {
  private final List<PatchMail> mails;
  private final List<List<PatchMail>> series = new ArrayList<>();
  private final Map<MessageId, List<PatchMail>> seriesOf = new HashMap<>();

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
      List<PatchMail> home =
          byAnswer(mail).or(() -> byRun(mail)).or(() -> byTime(mail)).orElseGet(this::newSeries);
      home.add(mail);
      seriesOf.put(mail.id(), home);
    }
    return series;
  }

  private boolean anyClaimedTwice() {
    for (int i = 0; i < mails.size(); i++) {
      if (!isFree(mails.subList(0, i), mails.get(i))) {
        return true;
      }
    }
    return false;
  }

  private List<PatchMail> newSeries() {
    List<PatchMail> fresh = new ArrayList<>();
    series.add(fresh);
    return fresh;
  }

  private Optional<List<PatchMail>> byAnswer(PatchMail mail) {
    for (MessageId reference : mail.references()) {
      List<PatchMail> home = seriesOf.get(reference);
      if (home != null) {
        // only the nearest counts: beyond it lie other rounds
        return fits(home, mail) ? Optional.of(home) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<List<PatchMail>> byRun(PatchMail mail) {
    Optional<String> run = SendRun.of(mail.id()).map(SendRun::key);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    return series.stream()
        .filter(home -> fits(home, mail))
        .filter(home -> SendRun.of(home.get(0).id()).map(SendRun::key).equals(run))
        .findFirst();
  }

  private Optional<List<PatchMail>> byTime(PatchMail mail) {
    if (mail.subject().isCover()) {
      return Optional.empty();
    }
    Optional<List<PatchMail>> nearest = Optional.empty();
    Duration best = Duration.ofHours(1);
    for (List<PatchMail> home : series) {
      Duration gap = Duration.between(home.get(home.size() - 1).sentAt(), mail.sentAt()).abs();
      if (fits(home, mail) && gap.compareTo(best) <= 0) {
        best = gap;
        nearest = Optional.of(home);
      }
    }
    return nearest;
  }

  private static boolean fits(List<PatchMail> home, PatchMail mail) {
    Optional<Integer> total = total(home);
    boolean sameTotal =
        mail.subject().total().isEmpty()
            || total.isEmpty()
            || total.get() == mail.subject().total().getAsInt();
    return isFree(home, mail) && sameTotal;
  }

  private static Optional<Integer> total(List<PatchMail> home) {
    return home.stream()
        .filter(mail -> mail.subject().total().isPresent())
        .map(mail -> mail.subject().total().getAsInt())
        .findFirst();
  }

  private static boolean isFree(List<PatchMail> home, PatchMail mail) {
    if (mail.subject().index().isEmpty()) {
      return true;
    }
    return home.stream().noneMatch(other -> other.subject().index().equals(mail.subject().index()));
  }
}
