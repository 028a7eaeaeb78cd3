package io.github.patchlane.benchmarks;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import io.github.patchlane.mailinglist.MailingList;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How long finding what landed takes over a list and a repository, against {@code git log -p} over
 * the same repository in the same run. The list is read before, which is timed apart. Both take
 * turns; what is printed are medians. The first search is printed too: a command makes only that
 * one, with cold code. Memory is that of the whole process, the list included, and wants the
 * machine to be told what the command tells it: {@code -XX:+UseParallelGC -Xms440m -Xmn200m
 * -XX:TieredStopAtLevel=1}.
 *
 * <pre>
 * LandingBenchmark ARCHIVE REPOSITORY [RUNS]
 * </pre>
 */
public final class LandingBenchmark {
  private static final int RUNS = 5;
  private static final double NANOS = 1e9;

  private LandingBenchmark() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: LandingBenchmark ARCHIVE REPOSITORY [RUNS]");
      System.exit(2);
    }
    int runs = args.length > 2 ? Integer.parseInt(args[2]) : RUNS;
    run(args[0], args[1], runs, System.out);
  }

  private static void run(String archive, String project, int runs, PrintStream out)
      throws IOException {
    int colon = project.lastIndexOf(':');
    String directory = colon < 0 ? project : project.substring(0, colon);
    String branch = colon < 0 ? "" : " '" + project.substring(colon + 1) + "' --";
    String git = "git -C '" + directory + "' log -p" + branch;
    try (MailingList list = MailingList.open(archive)) {
      Time reading = Time.now();
      List<Contribution> contributions = list.read().contributions();
      out.println("reading the list     " + reading.since());
      List<Cost> floors = new ArrayList<>();
      List<Time> ours = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        floors.add(Measurement.of(git));
        Time start = Time.now();
        int landings = search(list, contributions, project);
        ours.add(start.since());
        out.printf(
            "%-20s %s, %d landings%n", i == 0 ? "search, cold" : "search", ours.get(i), landings);
        out.printf("%-20s %s%n", "git log -p", floors.get(i));
      }
      Cost floor = Cost.median(floors);
      double wall = median(ours.stream().map(Time::wall).toList());
      double cpu = median(ours.stream().map(Time::cpu).toList());
      out.printf("%-28s %5d MiB%n", "most memory ever resident", Measurement.ownPeakKib() >> 10);
      ratio(out, "wall, search to git", wall / floor.wall());
      ratio(out, "cpu, search to git", cpu / floor.cpu());
      ratio(out, "wall, first search to git", ours.get(0).wall() / floor.wall());
      ratio(out, "cpu, first search to git", ours.get(0).cpu() / floor.cpu());
    }
  }

  private static int search(MailingList list, List<Contribution> contributions, String project) {
    try (GitRepository repository = GitRepository.open(project)) {
      Landings found =
          repository.landings(
              LandedContributions.candidates(contributions),
              LandedContributions.mentions(contributions),
              list::content,
              LandingOptions.asOf(Instant.MAX));
      return found.patches().size();
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
  }

  private static void ratio(PrintStream out, String what, double ratio) {
    out.printf(Locale.ROOT, "%-28s %5.2f%n", what, ratio);
  }

  /** Seconds on the clock and on all processors. */
  private record Time(double wall, double cpu) {
    static Time now() {
      var system =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Time(System.nanoTime() / NANOS, system.getProcessCpuTime() / NANOS);
    }

    Time since() {
      Time now = now();
      return new Time(now.wall - wall, now.cpu - cpu);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%6.2f s wall, %6.2f s cpu", wall, cpu);
    }
  }
}
