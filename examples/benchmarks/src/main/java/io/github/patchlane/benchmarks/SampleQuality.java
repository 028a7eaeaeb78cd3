package io.github.patchlane.benchmarks;

import io.github.patchlane.cli.sample.Measure;
import io.github.patchlane.cli.sample.SampleOptions;
import io.github.patchlane.cli.sample.SampleProject;
import io.github.patchlane.cli.sample.SampleScore;
import io.github.patchlane.cli.sample.SampleTruth;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.ReadOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The invented project against what its generator meant, summed over several seeds. */
final class SampleQuality {
  private SampleQuality() {}

  static void print(int seeds, PrintStream out) {
    Map<String, int[]> sums = new LinkedHashMap<>();
    SampleOptions standard = SampleOptions.standard();
    for (int i = 0; i < seeds; i++) {
      SampleOptions options =
          new SampleOptions(
              standard.seed() + i,
              standard.contributions(),
              standard.start(),
              standard.days(),
              false);
      for (Measure measure : score(options)) {
        int[] sum = sums.computeIfAbsent(measure.name(), k -> new int[3]);
        sum[0] += measure.right();
        sum[1] += measure.expected();
        sum[2] += measure.right() + measure.wrong().size();
      }
    }
    out.println("Sample, " + seeds + " seeds");
    sums.forEach(
        (name, sum) -> {
          out.println(Ratio.line("recall " + name, sum[0], sum[1]));
          out.println(Ratio.line("precision " + name, sum[0], sum[2]));
        });
  }

  private static List<Measure> score(SampleOptions options) {
    try {
      Path folder = Files.createTempDirectory("patchlane-sample");
      try {
        return score(folder, SampleProject.write(folder, options));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make room for a sample", e);
    }
  }

  private static List<Measure> score(Path folder, SampleTruth truth) {
    String archive = folder.resolve(SampleProject.LIST).toString();
    String project = folder.resolve(SampleProject.PROJECT).toString();
    try (MailingList list = MailingList.open(List.of(archive), ReadOptions.DEFAULT);
        GitRepository repository = GitRepository.open(project)) {
      List<Contribution> read = list.read().contributions();
      return SampleScore.of(
          truth,
          LandedContributions.apply(
              read,
              repository.landings(
                  LandedContributions.candidates(read),
                  LandedContributions.mentions(read),
                  LandingOptions.asOf(truth.asOf()))));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
