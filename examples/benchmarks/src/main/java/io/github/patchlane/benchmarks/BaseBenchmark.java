package io.github.patchlane.benchmarks;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.git.BaseFinding;
import io.github.patchlane.core.git.BaseOptions;
import io.github.patchlane.core.git.BaseQuestion;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.SeriesFootprint;
import io.github.patchlane.mailinglist.MailingList;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * How right the bases are that are found for series whose senders named theirs, once that line is
 * hidden: whether {@code git am -3} makes the same files of the patches on both.
 *
 * <pre>
 * BaseBenchmark ARCHIVE REPOSITORY
 * </pre>
 */
public final class BaseBenchmark {
  private BaseBenchmark() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: BaseBenchmark ARCHIVE REPOSITORY");
      System.exit(2);
    }
    try (MailingList list = MailingList.open(args[0]);
        GitRepository repository = GitRepository.open(args[1])) {
      print(list, repository, args[1], System.out);
    }
  }

  private static void print(
      MailingList list, GitRepository repository, String directory, PrintStream out)
      throws IOException {
    List<Revision> revisions = new ArrayList<>();
    for (Contribution contribution : list.read().contributions()) {
      contribution.revisions().stream()
          .filter(revision -> !revision.patches().isEmpty())
          .forEach(revisions::add);
    }
    List<SeriesFootprint> all =
        revisions.stream().map(revision -> SeriesFootprint.of(revision, list)).toList();
    long start = System.nanoTime();
    List<BaseFinding> found =
        repository.findBases(
            all.stream().map(BaseQuestion::of).toList(), BaseOptions.DEFAULT.withoutDeclared());
    double seconds = (System.nanoTime() - start) / 1e9;
    try (BaseQuality quality = new BaseQuality(list, directory)) {
      for (int i = 0; i < revisions.size(); i++) {
        quality.add(revisions.get(i), found.get(i));
      }
      quality.print(out);
    }
    out.printf("  %-44s %5d in %.1f s%n", "bases looked for in one walk", found.size(), seconds);
  }
}
