package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.git.ApplyOptions;
import io.github.patchlane.core.git.ApplyOutcome;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.source.PatchContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real patches on the commits they landed on, against what {@code git am} and {@code git am -3}
 * made of them there: {@code -Dpatchlane.data} names the folder of ltp-list.git and ltp.git, {@code
 * -Dpatchlane.truth} that of apply.tsv.
 */
@Tag("real-data")
class RealApplyTest {
  private static final Path DATA = Path.of(System.getProperty("patchlane.data", ""));
  private static final Path TRUTH =
      Path.of(System.getProperty("patchlane.truth", DATA.toString())).resolve("apply.tsv");

  /** The columns of a line: what git made of one mail on one commit. */
  private record Row(String line) {
    String cell(int column) {
      return line.split("\t", -1)[column];
    }

    MessageId mail() {
      return new MessageId(cell(0));
    }

    CommitId parent() {
      return new CommitId(cell(1));
    }

    boolean applies() {
      return cell(2).equals("ok");
    }

    boolean merges() {
      return !applies() && cell(5).equals("ok");
    }

    String tree() {
      return cell(6);
    }
  }

  @BeforeAll
  static void theDataIsThere() {
    Assumptions.assumeTrue(
        Files.isDirectory(DATA.resolve("ltp-list.git"))
            && Files.isDirectory(DATA.resolve("ltp.git")),
        "skipped: needs ltp-list.git and ltp.git in -Dpatchlane.data");
    Assumptions.assumeTrue(Files.exists(TRUTH), "skipped: needs apply.tsv in -Dpatchlane.truth");
  }

  @Test
  void everyPatchComesOutAsGitAmHasIt() throws IOException {
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    try (MailingList list = MailingList.open(DATA.resolve("ltp-list.git").toString());
        GitRepository repository = GitRepository.open(DATA.resolve("ltp.git").toString())) {
      for (String line : Files.readAllLines(TRUTH).stream().skip(1).toList()) {
        Row row = new Row(line);
        rows++;
        Optional<PatchContent> patch = list.content(row.mail());
        ApplyOutcome outcome =
            repository.apply(
                patch.map(List::of).orElse(List.of()),
                row.parent(),
                ApplyOptions.DEFAULT.inMemory());
        String expected = row.applies() ? "applied" : row.merges() ? "applied-3way" : "conflicted";
        String tree = outcome.applied().map(b -> b.tree().value()).orElse("-");
        if (!outcome.label().equals(expected)) {
          wrong.add(row.mail() + " is " + outcome + ", not " + expected);
        } else if (!expected.equals("conflicted") && !tree.equals(row.tree())) {
          wrong.add(row.mail() + " has tree " + tree + ", not " + row.tree());
        }
        if (row.applies() && patch.isPresent()) {
          String commit =
              patch.get().author().name()
                  + "\t"
                  + patch.get().author().email()
                  + "\t"
                  + patch.get().authoredAt().orElseThrow().getEpochSecond()
                  + "\t"
                  + patch.get().message().lines().findFirst().orElse("");
          String own = row.line().split("\t", 9)[8];
          if (!commit.equals(own)) {
            wrong.add(row.mail() + ": " + commit + ", not " + own);
          }
        }
      }
    }
    System.err.println(rows + " rows, " + wrong.size() + " wrong");
    assertEquals(List.of(), wrong);
  }
}
