package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.git.BaseEvidence;
import io.github.patchlane.core.git.BaseFinding;
import io.github.patchlane.core.git.BaseFinding.Found;
import io.github.patchlane.core.git.BaseOptions;
import io.github.patchlane.core.git.BaseQuestion;
import io.github.patchlane.core.git.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-data")
class RealBasesTest {
  /** Patches that find all their files unchanged on two commits make the same files of them. */
  @Test
  void whatTheFilesTellIsAsGoodAsWhatTheSenderNamed() {
    Path data = Path.of(System.getProperty("patchlane.data", ""));
    Assumptions.assumeTrue(
        Files.isDirectory(data.resolve("ltp-list.git"))
            && Files.isDirectory(data.resolve("ltp.git")),
        "needs ltp-list.git and ltp.git in -Dpatchlane.data");
    try (MailingList list = MailingList.open(data.resolve("ltp-list.git").toString());
        GitRepository repository = GitRepository.open(data.resolve("ltp.git").toString())) {
      List<BaseQuestion> questions =
          list.read().contributions().stream()
              .flatMap(contribution -> contribution.revisions().stream())
              .filter(revision -> revision.base().isPresent())
              .map((Revision revision) -> BaseQuestion.of(revision, list))
              .toList();
      List<BaseFinding> named = repository.findBases(questions, BaseOptions.DEFAULT);
      List<BaseFinding> found =
          repository.findBases(questions, BaseOptions.DEFAULT.withoutDeclared());
      List<String> different = new ArrayList<>();
      int compared = 0;
      for (int i = 0; i < questions.size(); i++) {
        if (named.get(i) instanceof Found truth
            && truth.evidence() == BaseEvidence.BASE_COMMIT
            && truth.mismatches().isEmpty()) {
          compared++;
          if (!(found.get(i) instanceof Found guess
              && guess.mismatches().isEmpty()
              && guess.prerequisites().equals(truth.prerequisites()))) {
            different.add(truth + " but " + found.get(i));
          }
        }
      }
      System.out.println(compared + " compared, different: " + different);
      assertTrue(compared >= 90 && different.size() <= 0.05 * compared, different.toString());
    }
  }
}
