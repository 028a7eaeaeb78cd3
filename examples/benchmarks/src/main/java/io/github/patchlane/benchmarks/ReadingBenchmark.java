package io.github.patchlane.benchmarks;

import io.github.patchlane.cli.sample.SampleArchive;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long {@code patchlane list --format jsonl} takes over a public-inbox, against the floor: git
 * printing every mail of the same repository in the same run. Also over a quarter of the mails, to
 * see whether the cost grows in proportion.
 *
 * <p>Floor and program take turns, so that a disturbance of the machine meets both; what is printed
 * are medians.
 */
public final class ReadingBenchmark {
  private static final int SAMPLE_MAILS = 35_804;
  private static final int COPIES = 4;
  private static final long SEED = 1;
  private static final String USAGE =
      """
      usage: java -jar benchmarks.jar [--archive DIR] [--jar FILE] [--runs N] [--work DIR]

        --archive DIR  a public-inbox whose mails are used, %d times over under other names and ids;
                       without it a sample of %d invented mails
        --jar FILE     the program to measure; examples/command-line/target/patchlane.jar
        --runs N       how often each is run; 5
        --work DIR     where the repositories are kept between runs; target/reading-benchmark

      Needs git, bash and Linux. Prints seconds and MiB, and the ratios of medians.
      """
          .formatted(COPIES, SAMPLE_MAILS);

  private final Path jar;
  private final int runs;
  private final PrintStream out;

  private ReadingBenchmark(Path jar, int runs, PrintStream out) {
    this.jar = jar;
    this.runs = runs;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    String archive = "";
    Path jar = Path.of("examples/command-line/target/patchlane.jar");
    Path work = Path.of("target/reading-benchmark");
    int runs = 5;
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (value.isEmpty() ? "" : args[i]) {
        case "--archive" -> archive = value;
        case "--jar" -> jar = Path.of(value);
        case "--runs" -> runs = Integer.parseInt(value);
        case "--work" -> work = Path.of(value);
        default -> {
          System.out.print(USAGE);
          return;
        }
      }
    }
    if (!Files.exists(jar)) {
      System.err.println("no such jar: " + jar + "; build it with mvn package, or give --jar");
      System.exit(2);
    }
    Path whole = work.resolve("whole.git");
    Path quarter = work.resolve("quarter.git");
    prepare(archive, COPIES, whole);
    prepare(archive, 1, quarter);
    new ReadingBenchmark(jar, runs, System.out).run(whole, quarter);
  }

  private static void prepare(String archive, int copies, Path repository) throws IOException {
    if (Files.exists(repository)) {
      return;
    }
    Files.createDirectories(repository.toAbsolutePath().getParent());
    if (archive.isEmpty()) {
      SampleArchive.write(repository, SEED, SAMPLE_MAILS * copies / COPIES);
    } else {
      ArchiveCopies.write(archive, copies, repository);
    }
  }

  private void run(Path whole, Path quarter) throws IOException {
    List<Cost> floors = new ArrayList<>();
    List<Cost> ours = new ArrayList<>();
    List<Cost> quarters = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      floors.add(told("git    whole  ", Measurement.of(floor(whole))));
      ours.add(told("list   whole  ", Measurement.of(list(whole))));
      quarters.add(told("list   quarter", Measurement.of(list(quarter))));
    }
    Cost floor = Cost.median(floors);
    Cost our = Cost.median(ours);
    Cost part = Cost.median(quarters);
    out.printf(Locale.ROOT, "%nmedians of %d runs%n", runs);
    told("git    whole  ", floor);
    told("list   whole  ", our);
    told("list   quarter", part);
    ratio("wall, list to git", our.wall() / floor.wall());
    ratio("cpu, list to git", our.cpu() / floor.cpu());
    ratio("wall, whole to quarter", our.wall() / part.wall());
    ratio("cpu, whole to quarter", our.cpu() / part.cpu());
  }

  private Cost told(String what, Cost cost) {
    out.println(what + "  " + cost);
    return cost;
  }

  private void ratio(String what, double ratio) {
    out.printf(Locale.ROOT, "%-24s %5.2f%n", what, ratio);
  }

  /** Unpacks and prints every mail, oldest first. */
  private static String floor(Path repository) {
    String git = "git -C '" + repository + "' ";
    return git + "rev-list --reverse HEAD | sed 's/$/:m/' | " + git + "cat-file --batch";
  }

  /** With the java that runs this, and no option to it. */
  private String list(Path repository) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return "'" + java + "' -jar '" + jar + "' list 'inbox:" + repository + "' --format jsonl";
  }
}
