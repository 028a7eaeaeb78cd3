package io.github.patchlane.gitlab.standin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The script of what goes wrong. Requests count from the moment a fault is set, and only those it
 * fits, from one; each fault set so happens once. A seeded mix goes on until {@link #clear}, but
 * never strikes more than twice in a row, so that a patient client always gets through.
 *
 * <p>Safe for use by several threads.
 */
public final class Faults {
  private static final int IN_A_ROW = 2;

  private static final class Armed {
    final Fault fault;
    final Optional<String> kind;
    int left;

    Armed(Fault fault, Optional<String> kind, int left) {
      this.fault = fault;
      this.kind = kind;
      this.left = left;
    }
  }

  private final List<Armed> armed = new ArrayList<>();
  private final List<String> fired = new ArrayList<>();
  private Optional<Random> random = Optional.empty();
  private double rate;
  private List<Fault> mix = List.of();
  private int streak;
  private boolean cut;
  private Duration delay = Duration.ofMillis(200);
  private int reads = 3;
  private int retryAfter = 1;

  Faults() {}

  /** Strikes the n-th request from now that the fault fits. */
  public synchronized void at(int n, Fault fault) {
    armed.add(new Armed(fault, Optional.empty(), n));
  }

  /**
   * Strikes the n-th request of one kind from now.
   *
   * @param kind as {@link GitLabStandIn#requests} counts them: {@code create note}, {@code push}
   */
  public synchronized void at(int n, String kind, Fault fault) {
    armed.add(new Armed(fault, Optional.of(kind), n));
  }

  /** From now on strikes each request with this probability, by one of the kinds that fit it. */
  public synchronized void seeded(long seed, double probability, Fault... kinds) {
    random = Optional.of(new Random(seed));
    rate = probability;
    mix = List.of(kinds);
    streak = 0;
  }

  /** Forgets every fault set; a client cut off stays so. */
  public synchronized void clear() {
    armed.clear();
    random = Optional.empty();
    mix = List.of();
  }

  /** Serves again after {@link Fault#CUT_BEFORE} or {@link Fault#CUT_AFTER}: the next process. */
  public synchronized void reconnect() {
    cut = false;
  }

  public synchronized boolean isCut() {
    return cut;
  }

  /** How late a slow answer is; 200 ms unless set. */
  public synchronized void delay(Duration byThis) {
    delay = byThis;
  }

  /** How many reads an unprepared merge request stays so; 3 unless set. */
  public synchronized void reads(int many) {
    reads = many;
  }

  /** What both kinds of 429 and a 503 ask the client to wait, in seconds; 1 unless set. */
  public synchronized void retryAfter(int seconds) {
    retryAfter = seconds;
  }

  /** The faults that struck, in order, each with the kind of its request. */
  public synchronized List<String> fired() {
    return List.copyOf(fired);
  }

  synchronized Duration delay() {
    return delay;
  }

  synchronized int reads() {
    return reads;
  }

  synchronized int retryAfter() {
    return retryAfter;
  }

  synchronized Optional<Fault> next(String kind, boolean furtherPage, boolean dated) {
    Optional<Fault> struck = Optional.empty();
    Iterator<Armed> each = armed.iterator();
    while (each.hasNext()) {
      Armed one = each.next();
      if (one.fault.fits(kind, furtherPage, dated) && one.kind.map(kind::equals).orElse(true)) {
        one.left--;
        if (one.left == 0) {
          each.remove();
          struck = struck.or(() -> Optional.of(one.fault));
        }
      }
    }
    if (struck.isEmpty() && random.isPresent()) {
      struck = mixed(random.get(), kind, furtherPage, dated);
    }
    streak = struck.isPresent() ? streak + 1 : 0;
    struck.ifPresent(fault -> fired.add(fault + " " + kind));
    cut = cut || struck.filter(f -> f == Fault.CUT_BEFORE || f == Fault.CUT_AFTER).isPresent();
    return struck;
  }

  private Optional<Fault> mixed(Random dice, String kind, boolean furtherPage, boolean dated) {
    List<Fault> fitting = mix.stream().filter(f -> f.fits(kind, furtherPage, dated)).toList();
    boolean strikes = dice.nextDouble() < rate && streak < IN_A_ROW;
    return strikes && !fitting.isEmpty()
        ? Optional.of(fitting.get(dice.nextInt(fitting.size())))
        : Optional.empty();
  }
}
