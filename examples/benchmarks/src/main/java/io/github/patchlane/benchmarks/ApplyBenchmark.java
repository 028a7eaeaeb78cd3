package io.github.patchlane.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.git.ApplyOptions;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.mailinglist.archive.Archive;
import io.github.patchlane.mailinglist.archive.Archives;
import io.github.patchlane.mailinglist.archive.RawMail;
import io.github.patchlane.mailinglist.message.MessageParser;
import io.github.patchlane.mailinglist.series.PatchMailReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many patches a second become commits: ours from the mail's bytes, in memory and with loose
 * objects written, against {@code git am -3}, one process for each, on the same pairs of patch and
 * base in the same run. Checking the base out, which only git needs, is not counted.
 *
 * <pre>
 * ApplyBenchmark ARCHIVE REPOSITORY PAIRS
 * </pre>
 *
 * <p>PAIRS has lines {@code message-id TAB base}; further columns and a line of headings do not
 * matter.
 */
public final class ApplyBenchmark implements AutoCloseable {
  private static final int PASSES = 3;

  private final PrintStream out;
  private final List<Pair> pairs;
  private final ApplyWorkTree tree;

  /** A patch mail and what it is applied to. */
  private static final class Pair {
    private final byte[] mail;
    private final CommitId base;

    private Pair(byte[] mail, CommitId base) {
      this.mail = mail;
      this.base = base;
    }

    private byte[] mail() {
      return mail;
    }

    private CommitId base() {
      return base;
    }
  }

  private record Spent(double wall, double cpu, int applied) {}

  private ApplyBenchmark(List<Pair> pairs, Path repository, PrintStream out) throws IOException {
    this.pairs = pairs;
    this.out = out;
    this.tree = new ApplyWorkTree(repository);
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: ApplyBenchmark ARCHIVE REPOSITORY PAIRS");
      System.exit(2);
    }
    List<Pair> pairs = pairs(args[0], Path.of(args[2]));
    // standard output is not the benchmark's to close
    PrintStream out = System.out;
    try (ApplyBenchmark benchmark =
        new ApplyBenchmark(pairs, Path.of(args[1]).toAbsolutePath(), out)) {
      benchmark.run(args[1]);
    }
  }

  private static List<Pair> pairs(String archive, Path file) throws IOException {
    Map<MessageId, byte[]> mails = new HashMap<>();
    try (Archive opened = Archives.open(archive)) {
      opened.forEach(
          reading -> {
            if (reading instanceof Reading.Parsed<RawMail> mail) {
              MessageParser.quickId(mail.value().bytes())
                  .ifPresent(id -> mails.putIfAbsent(id, mail.value().bytes()));
            }
          });
    }
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", 3);
      if (cells.length > 1 && CommitId.isValid(cells[1])) {
        byte[] mail = mails.get(new MessageId(cells[0]));
        if (mail != null) {
          pairs.add(new Pair(mail, new CommitId(cells[1])));
        }
      }
    }
    return pairs;
  }

  private void run(String repository) throws IOException {
    out.printf("%d patches, each on its own base%n", pairs.size());
    Spent cold =
        told("ours in memory, first time", ours(repository, ApplyOptions.DEFAULT.inMemory()));
    Spent git = told("git am -3, a process each", git());
    List<Spent> warm = new ArrayList<>();
    for (int pass = 0; pass < PASSES; pass++) {
      warm.add(ours(repository, ApplyOptions.DEFAULT.inMemory()));
    }
    warm.sort(java.util.Comparator.comparingDouble(Spent::cpu));
    Spent memory = told("ours in memory, median of 3", warm.get(PASSES / 2));
    Spent loose = told("ours with objects written", ours(tree.bare(), ApplyOptions.DEFAULT));
    ratio("in memory, first time", git, cold);
    ratio("in memory", git, memory);
    ratio("objects written", git, loose);
  }

  private Spent told(String what, Spent spent) {
    out.printf(
        Locale.ROOT,
        "%-28s %8.2f s wall %8.2f s cpu %8.0f patches/s, %d applied%n",
        what,
        spent.wall(),
        spent.cpu(),
        pairs.size() / spent.wall(),
        spent.applied());
    return spent;
  }

  private void ratio(String what, Spent git, Spent ours) {
    out.printf(
        Locale.ROOT,
        "as fast as git am -3, %-24s %6.1f times by wall %6.1f times by cpu%n",
        what + ":",
        git.wall() / ours.wall(),
        git.cpu() / ours.cpu());
  }

  private Spent ours(String repository, ApplyOptions options) throws IOException {
    int applied = 0;
    long cpu = processCpu();
    long start = System.nanoTime();
    try (GitRepository opened = GitRepository.open(repository)) {
      for (Pair pair : pairs) {
        applied +=
            MessageParser.parse(pair.mail(), new Position("benchmark", ""))
                    .message()
                    .flatMap(PatchMailReader::content)
                    .flatMap(patch -> opened.apply(List.of(patch), pair.base(), options).applied())
                    .isPresent()
                ? 1
                : 0;
      }
    }
    return new Spent((System.nanoTime() - start) / 1e9, (processCpu() - cpu) / 1e9, applied);
  }

  private static long processCpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private Spent git() throws IOException {
    double wall = 0;
    double cpu = 0;
    int applied = 0;
    for (Pair pair : pairs) {
      tree.checkOut(pair.base());
      Cost cost = tree.am(pair.mail());
      wall += cost.wall();
      cpu += cost.cpu();
      applied += tree.isApplied() ? 1 : 0;
    }
    return new Spent(wall, cpu, applied);
  }

  @Override
  public void close() {
    tree.close();
  }
}
