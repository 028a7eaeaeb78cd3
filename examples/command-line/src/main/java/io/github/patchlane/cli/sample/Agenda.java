package io.github.patchlane.cli.sample;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;

/** The story's clock: acts run in the order of their times, and may put further ones down. */
final class Agenda {
  private static final Set<Month> SUMMER = Set.of(Month.JULY, Month.AUGUST);

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingInt(Entry::order));
  private final Dice dice;
  private Instant now;
  private int order;

  Agenda(Dice dice, Instant start) {
    this.dice = dice;
    now = start;
  }

  Instant now() {
    return now;
  }

  /** A later moment that someone would choose: their pace, their weekends, their nights. */
  Instant later(Member who, Duration median, double sigma) {
    return later(dice, who, median, sigma);
  }

  /** The same by dice of one's own, which leave everybody else's luck alone. */
  Instant later(Dice dice, Member who, Duration median, double sigma) {
    boolean summer = SUMMER.contains(now.atOffset(ZoneOffset.UTC).getMonth());
    double factor = who.pace() * (summer ? 1.7 : 1);
    Duration wait = dice.lognormal(median, sigma);
    return settle(dice, who, now.plusSeconds(30 + Math.round(wait.toSeconds() * factor)));
  }

  Instant settle(Member who, Instant at) {
    return settle(dice, who, at);
  }

  Instant settle(Dice dice, Member who, Instant at) {
    OffsetDateTime local = at.atOffset(who.zone());
    if (local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 && dice.chance(0.8)) {
      local = local.plusDays(DayOfWeek.SUNDAY.getValue() + 1L - local.getDayOfWeek().getValue());
    }
    if ((local.getHour() < 8 || local.getHour() > 21) && dice.chance(0.85)) {
      if (local.getHour() > 21) {
        local = local.plusDays(1);
      }
      local = local.withHour(dice.between(8, 17)).withMinute(dice.below(60));
    }
    Instant settled = local.toInstant();
    return settled.isBefore(now) ? now.plusSeconds(dice.between(60, 3600)) : settled;
  }

  void at(Instant time, Act act) {
    entries.add(new Entry(time, order++, act));
  }

  /** Runs all that is due before the end; what would come later never happens. */
  void runUntil(Instant end) throws IOException {
    while (true) {
      Entry next = entries.poll();
      if (next == null || !next.at().isBefore(end)) {
        return;
      }
      if (next.at().isAfter(now)) {
        now = next.at();
      }
      next.act().run();
    }
  }

  /** Something that happens. */
  interface Act {
    void run() throws IOException;
  }

  private record Entry(Instant at, int order, Act act) {}
}
