package io.github.patchlane.benchmarks;

import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.ReadOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * How right the readers are, as precision and recall.
 *
 * <pre>
 * QualityBenchmark [ARCHIVE REPOSITORY TRUTH]
 * </pre>
 *
 * <p>Without arguments, on the invented project, whose truth its generator knows: several seeds.
 * With arguments, first on a real list: ARCHIVE is what {@code patchlane list} takes, REPOSITORY
 * the git repository that its patches land in, and TRUTH a folder with two tables, tab-separated
 * with one line of headings:
 *
 * <ul>
 *   <li>{@code revisions.tsv}: source ({@code change-id} or {@code link-to}), key, version,
 *       message-id: the revisions that a sender declared to be one effort
 *   <li>{@code landings.tsv}: commit, message-id of its patch, 1 where the patch-ids are equal
 * </ul>
 */
public final class QualityBenchmark {
  private static final int SEEDS = 5;

  private QualityBenchmark() {}

  public static void main(String[] args) {
    if (args.length != 0 && args.length != 3) {
      System.err.println("usage: QualityBenchmark [ARCHIVE REPOSITORY TRUTH]");
      System.exit(2);
    }
    if (args.length == 3) {
      realList(args[0], args[1], Path.of(args[2]), System.out);
    }
    SampleQuality.print(SEEDS, System.out);
  }

  private static void realList(String archive, String project, Path truth, PrintStream out) {
    List<DeclaredRevision> declared = DeclaredRevision.read(truth.resolve("revisions.tsv"));
    try (GitRepository repository = GitRepository.open(project)) {
      for (boolean useDeclared : List.of(true, false)) {
        ReadOptions options = ReadOptions.DEFAULT.withDeclaredLinks(useDeclared);
        try (MailingList list = MailingList.open(List.of(archive), options)) {
          var contributions = list.read().contributions();
          out.println(useDeclared ? "Revisions" : "Revisions, declared links ignored");
          new RevisionQuality(contributions, declared).print(out);
          if (useDeclared) {
            List<KnownLanding> known = KnownLanding.read(truth.resolve("landings.tsv"));
            new LandingQuality(repository, contributions, known, list::content).print(out);
          }
        }
      }
    }
  }
}
