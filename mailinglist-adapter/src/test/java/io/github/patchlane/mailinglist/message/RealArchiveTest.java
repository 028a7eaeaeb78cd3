package io.github.patchlane.mailinglist.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads a public-inbox whole and prints what it found: {@code -Dpatchlane.data=DIR}. */
@Tag("real-data")
class RealArchiveTest {
  private static final int WARM_ROUNDS = 3;

  @Test
  void everyMailOfARealListIsReadWithSenderTextAndDate() throws IOException {
    File inbox = new File(System.getProperty("patchlane.data", "."), "ltp-list.git");
    Assumptions.assumeTrue(inbox.isDirectory(), () -> "no archive at " + inbox);
    Map<String, byte[]> mails = mails(inbox);

    List<ParsedMail> parsed = new ArrayList<>();
    for (int round = 0; round < WARM_ROUNDS; round++) {
      parsed.clear();
      long start = cpuNanos();
      mails.forEach(
          (commit, mail) ->
              parsed.add(MessageParser.parse(mail, new Position("list", "commit " + commit))));
      double micros = (cpuNanos() - start) / 1e3;
      System.out.printf(
          "%d mails, %.1f us CPU each, %.0f a CPU second%n",
          mails.size(), micros / mails.size(), mails.size() * 1e6 / micros);
    }
    List<Message> messages = parsed.stream().flatMap(p -> p.message().stream()).toList();
    print(parsed, messages);

    assertEquals(mails.size(), messages.size());
    assertTrue(messages.stream().noneMatch(m -> m.from().email().isEmpty()));
    assertTrue(messages.stream().noneMatch(m -> m.subject().indexOf('\ufffd') >= 0));
    assertTrue(messages.stream().noneMatch(m -> m.from().name().contains(" via ")));
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(List<ParsedMail> parsed, List<Message> messages) {
    Map<String, Integer> reasons = new TreeMap<>();
    parsed.stream()
        .flatMap(p -> p.problems().stream())
        .map(Problem::reason)
        .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    reasons.forEach((reason, count) -> System.out.println(count + "  " + reason));
    System.out.println("clock fixed: " + messages.stream().filter(Message::clockFixed).count());
    System.out.println("automatic: " + messages.stream().filter(Message::automatic).count());
    messages.stream()
        .filter(m -> m.text().isBlank() || m.parts().size() != 1)
        .forEach(m -> System.out.println("parts " + m.parts().size() + ": " + m.id()));
    messages.stream()
        .filter(m -> m.text().indexOf('\ufffd') >= 0 || isOdd(m.from().toString()))
        .forEach(m -> System.out.println("odd: " + m.id() + ' ' + m.from() + ' ' + m.subject()));
    messages.stream()
        .flatMap(m -> m.recipients().stream())
        .filter(p -> p.email().isEmpty() || isOdd(p.toString()))
        .distinct()
        .forEach(p -> System.out.println("odd recipient: " + p));
  }

  private static boolean isOdd(String text) {
    return text.indexOf('\ufffd') >= 0
        || text.contains("=?")
        || text.contains("Ã")
        || text.indexOf('"') >= 0;
  }

  private static Map<String, byte[]> mails(File inbox) throws IOException {
    Map<String, byte[]> mails = new TreeMap<>();
    try (Repository repository = new FileRepositoryBuilder().setGitDir(inbox).setBare().build();
        RevWalk walk = new RevWalk(repository);
        ObjectReader reader = repository.newObjectReader()) {
      walk.markStart(walk.parseCommit(repository.resolve(Constants.HEAD)));
      for (RevCommit commit : walk) {
        try (TreeWalk found = TreeWalk.forPath(reader, "m", commit.getTree())) {
          if (found != null) {
            mails.put(commit.name(), reader.open(found.getObjectId(0)).getBytes());
          }
        }
      }
    }
    return mails;
  }
}
