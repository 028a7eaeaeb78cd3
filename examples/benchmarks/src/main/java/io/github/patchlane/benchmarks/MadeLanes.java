package io.github.patchlane.benchmarks;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.Window;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import io.github.patchlane.core.trial.Arm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Two lanes of one project whose true difference is known: half a year, some sixty regular authors
 * of very unequal diligence and patience with their reviewers, newcomers, committers whose own work
 * lands without a word, weekends on which little happens, series that take the longer the more
 * patches they have (the median from 2.5 days for one to 22 for more than four), a sixth that never
 * lands, and an end of observation while much is open. The same seed makes the same lanes.
 */
final class MadeLanes {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int WARM_UP = 28;
  private static final int DAYS = WARM_UP + 182;
  private static final int REGULARS = 60;
  private static final int COMMITTERS = 4;
  private static final int REVIEWERS = 12;
  private static final double NEVER_ANSWERED = 0.06;
  private static final double DAY = 24;

  static final Instant AS_OF = START.plus(Duration.ofDays(DAYS));
  static final Window WINDOW = Window.between(START.plus(Duration.ofDays(WARM_UP)), AS_OF);

  /** Newcomers are told from regulars by the first weeks, which are not compared. */
  static final LatencyOptions OPTIONS =
      LatencyOptions.asOf(AS_OF).withWarmUp(Duration.ofDays(WARM_UP));

  private final Map<Arm, List<Contribution>> lanes = new EnumMap<>(Arm.class);
  private final Map<ContributionId, Waits> waits = new HashMap<>();
  private final Random random;
  private final KnownEffect effect;
  private final List<Author> regulars = new ArrayList<>();

  /** How long one would have waited on either lane, in days. */
  record Waits(double baseline, double trial) {
    double difference(double horizon) {
      return Math.min(trial, horizon) - Math.min(baseline, horizon);
    }
  }

  private record Author(
      Person person, double weight, double patience, double preference, boolean newcomer) {}

  /** One effort before it is told as a contribution; times in hours, infinite where never. */
  private record Fate(double reply, double landing, double end, boolean declined) {
    double response() {
      return Math.min(reply, landing);
    }
  }

  MadeLanes(KnownEffect effect, int size, long seed) {
    this.effect = effect;
    this.random = new Random(seed * 31 + effect.name().hashCode());
    for (Arm arm : Arm.values()) {
      lanes.put(arm, new ArrayList<>());
    }
    for (int i = 0; i < REGULARS; i++) {
      regulars.add(author("regular" + i, Math.pow(i + 3.0, -0.9), false));
    }
    List<Author> newcomers = new ArrayList<>();
    int count = (int) Math.round(size * (double) DAYS / (DAYS - WARM_UP));
    for (int i = 0; i < count; i++) {
      add(i, author(i, newcomers), opening());
    }
  }

  List<Contribution> lane(Arm arm) {
    return Objects.requireNonNull(lanes.get(arm));
  }

  Waits waits(ContributionId id) {
    return Objects.requireNonNull(waits.get(id));
  }

  private Author author(String name, double weight, boolean newcomer) {
    return new Author(
        new Person(name, name + "@example.org"),
        weight,
        0.5 * random.nextGaussian(),
        0.15 * random.nextGaussian(),
        newcomer);
  }

  private Author author(int i, List<Author> newcomers) {
    if (random.nextDouble() < 0.25) {
      if (!newcomers.isEmpty() && random.nextDouble() < 0.35) {
        return newcomers.get(random.nextInt(newcomers.size()));
      }
      Author newcomer = author("newcomer" + i, 0, true);
      newcomers.add(newcomer);
      return newcomer;
    }
    double total = regulars.stream().mapToDouble(Author::weight).sum();
    double lot = random.nextDouble() * total;
    for (Author author : regulars) {
      lot -= author.weight();
      if (lot < 0) {
        return author;
      }
    }
    return regulars.get(0);
  }

  /** In hours; seldom on a weekend. */
  private double opening() {
    while (true) {
      double hour = random.nextDouble() * DAYS * DAY;
      if (!isWeekend(hour) || random.nextDouble() < 0.25) {
        return hour;
      }
    }
  }

  private static boolean isWeekend(double hour) {
    return (hour / DAY) % 7 >= 5;
  }

  /** When so many hours of attention have passed; on weekends there is a third of it. */
  private static double after(double start, double attention) {
    double now = start;
    double left = attention;
    while (left > 0 && now < 40 * 7 * DAY) {
      double rate = isWeekend(now) ? 1 / 3.0 : 1;
      double midnight = (Math.floor(now / DAY) + 1) * DAY;
      double here = (midnight - now) * rate;
      if (here >= left) {
        return now + left / rate;
      }
      left -= here;
      now = midnight;
    }
    return now + left;
  }

  private void add(int i, Author author, double opened) {
    double lot = random.nextDouble();
    int patches =
        lot < 0.55 ? 1 : lot < 0.7 ? 2 : lot < 0.85 ? 3 + random.nextInt(2) : 5 + random.nextInt(6);
    boolean committer = regulars.indexOf(author) >= 0 && regulars.indexOf(author) < COMMITTERS;
    Arm arm =
        random.nextDouble() < effect.share(patches, author.preference()) ? Arm.TRIAL : Arm.BASELINE;
    long fate = random.nextLong();
    Fate onBaseline = fate(new Random(fate), patches, author, opened, committer, 1);
    Fate onTrial =
        fate(new Random(fate), patches, author, opened, committer, effect.speed(author.newcomer()));
    Contribution made =
        contribution(i, arm, author, opened, patches, arm == Arm.TRIAL ? onTrial : onBaseline);
    lane(arm).add(made);
    waits.put(
        made.id(),
        new Waits((onBaseline.response() - opened) / DAY, (onTrial.response() - opened) / DAY));
  }

  private static Fate fate(
      Random lots, int patches, Author author, double opened, boolean committer, double speed) {
    double size = patches == 1 ? 1 : patches == 2 ? 1.3 : patches < 5 ? 2 : 3;
    double median = patches == 1 ? 2.5 : patches == 2 ? 5 : patches < 5 ? 10 : 22;
    double toReply = 20 * size * Math.exp(author.patience() + 1.1 * lots.nextGaussian()) / speed;
    double toEnd = median * DAY * Math.exp(author.patience() + 0.9 * lots.nextGaussian()) / speed;
    boolean answered = lots.nextDouble() >= NEVER_ANSWERED;
    boolean silent = lots.nextDouble() < (committer ? 0.5 : 0.05);
    double outcome = lots.nextDouble();
    double reply = answered && !silent ? after(opened, toReply) : Double.POSITIVE_INFINITY;
    double end = after(opened, toEnd);
    boolean declined = outcome >= 0.78 && outcome < 0.86 && answered && !silent;
    boolean landed = outcome < 0.78 && answered;
    return new Fate(
        reply,
        landed ? end : Double.POSITIVE_INFINITY,
        declined ? Math.max(end, reply + 1) : Double.POSITIVE_INFINITY,
        declined);
  }

  private Contribution contribution(
      int i, Arm arm, Author author, double opened, int patches, Fate fate) {
    String name = "made-" + i;
    List<Patch> content = new ArrayList<>();
    String path = "part" + (int) (5 * Math.pow(random.nextDouble(), 2)) + "/file.c";
    for (int p = 1; p <= patches; p++) {
      int lines = (int) Math.round(15 * Math.exp(random.nextGaussian()));
      content.add(
          new Patch(
              p,
              OptionalInt.of(patches),
              new MessageId(name + "-" + p + "@example.org"),
              name + " " + p,
              author.person(),
              Optional.empty(),
              Optional.empty(),
              new DiffStat(List.of(path), lines, lines / 3)));
    }
    Revision revision =
        new Revision(
            1,
            "v1",
            Revision.Kind.PROPOSAL,
            at(opened),
            Optional.empty(),
            Optional.empty(),
            content,
            List.of(),
            new Evidence(Evidence.Kind.POSTING, 1, "posted"));
    List<ReviewEvent> events = new ArrayList<>();
    List<Landing> landings = new ArrayList<>();
    talk(name, arm, events, fate);
    if (fate.landing() < DAYS * DAY) {
      land(name, content, events, landings, fate);
    } else if (fate.declined() && fate.end() < DAYS * DAY) {
      events.add(
          new ReviewEvent.Closed(
              act(name, "committer0", fate.end(), "closed"), ReviewEvent.Closed.Reason.DECLINED));
    }
    events.sort(ReviewEvent.BY_TIME);
    return new Contribution(
        new ContributionId("mail:" + name + "@example.org"),
        arm == Arm.TRIAL ? Lane.MERGE_REQUEST : Lane.MAILING_LIST,
        name,
        author.person(),
        at(opened),
        Standing.of(List.of(revision), events, landings).state(),
        List.of(revision),
        events,
        landings);
  }

  private void talk(String name, Arm arm, List<ReviewEvent> events, Fate fate) {
    boolean left = effect == KnownEffect.REVIEWERS_LEAVE && arm == Arm.TRIAL;
    double reply = fate.reply();
    if (reply > fate.landing() || reply >= DAYS * DAY) {
      return;
    }
    int reviewers = left ? 3 : REVIEWERS;
    events.add(comment(name, reviewers, reply, random.nextDouble() < (left ? 0.3 : 0.6), 0));
    int more = random.nextInt(left ? 2 : 4);
    double now = reply;
    for (int k = 1; k <= more; k++) {
      now += -Math.log(1 - random.nextDouble()) * 12;
      if (now < Math.min(fate.landing(), DAYS * DAY)) {
        events.add(comment(name, reviewers, now, true, k));
      }
    }
    if (random.nextDouble() < (left ? 0.35 : 0.8)
        && fate.landing() < DAYS * DAY
        && now < fate.landing()) {
      String who = "reviewer" + reviewer(reviewers);
      Act act = act(name, who, (now + fate.landing()) / 2, "approved");
      events.add(
          new ReviewEvent.Approved(
              act, Optional.of(new Trailer("Reviewed-by", act.by().person().toString()))));
    }
  }

  private ReviewEvent comment(
      String name, int reviewers, double hour, boolean substantive, int number) {
    return new ReviewEvent.Commented(
        act(name, "reviewer" + reviewer(reviewers), hour, "comment" + number),
        Optional.empty(),
        substantive);
  }

  private int reviewer(int reviewers) {
    return (int) (reviewers * Math.pow(random.nextDouble(), 1.5));
  }

  private void land(
      String name,
      List<Patch> content,
      List<ReviewEvent> events,
      List<Landing> landings,
      Fate fate) {
    CommitId commit =
        new CommitId(String.format(Locale.ROOT, "%040x", name.hashCode() & 0xffffffffL));
    for (Patch patch : content) {
      Evidence.Kind kind = random.nextDouble() < 0.6 ? Evidence.Kind.LINK : Evidence.Kind.PATCH_ID;
      landings.add(
          new Landing(patch.id(), commit, at(fate.landing()), new Evidence(kind, 1, "made so")));
    }
    String who = "regular" + random.nextInt(COMMITTERS);
    events.add(new ReviewEvent.Landed(act(name, who, fate.landing(), "landed")));
  }

  private static Act act(String name, String who, double hour, String what) {
    return new Act(
        at(hour),
        new Actor(new Person(who, who + "@example.org"), false),
        OptionalInt.of(1),
        Optional.empty(),
        new MessageId(name + "-" + what + "@example.org"));
  }

  private static Instant at(double hour) {
    return START.plusSeconds(Math.round(hour * 3600));
  }
}
