package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out depends on which mails there are, and on nothing else. */
class MailingListOrderTest {
  private static final String[] PEOPLE = {"Ann", "Bob", "Carol", "Dan"};
  private static final String[] TITLES = {"fix it", "mend that", "count the rows"};
  private static final String[] FILES = {"a.c", "b.c", "c.c"};
  private static final String[] SAID = {
    "Why?\n",
    "Reviewed-by: Bob <bob@example.org>\n",
    "If you rename it:\nAcked-by: Carol <carol@example.org>\n",
    "> +line 1\nNot this.\n",
    "Applied, thanks.\n",
    "NAK.\n"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyOrderOfAnyMailsGivesTheSame(long seed) {
    List<String> mails = mails(new Random(seed));
    Harvest inOrder = read("in-order", mails);
    assertTrue(inOrder.contributions().size() > 1, "something to compare");
    for (int i = 0; i < 4; i++) {
      Collections.shuffle(mails, new Random(seed * 100 + i));
      Harvest shuffled = read("shuffled-" + i, mails);

      assertEquals(inOrder.contributions(), shuffled.contributions());
      assertEquals(problems(inOrder), problems(shuffled));
      assertEquals(inOrder.newest(), shuffled.newest());
      assertEquals(inOrder.clockFixes(), shuffled.clockFixes());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aListInTwoArchivesThatOverlapIsTheListInOne(long seed) {
    List<String> mails = mails(new Random(seed));
    int third = mails.size() / 3;
    Path one = folder.resolve("first");
    Path two = folder.resolve("second");
    TestArchive.MBOX.open(one, mails.subList(0, 2 * third)).close();
    TestArchive.MAILDIR.open(two, mails.subList(third, mails.size())).close();

    try (MailingList both =
        MailingList.open(List.of(two.toString(), one.toString()), ReadOptions.DEFAULT)) {
      Harvest whole = read("whole", mails);
      Harvest joined = both.read();
      assertEquals(whole.contributions(), joined.contributions());
      assertEquals(problems(whole), problems(joined));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MBOX", "MAILDIR"})
  void anArchiveThatGrewGivesWhatReadingItAllAtOnceGives(TestArchive kind) throws Exception {
    List<String> mails = mails(new Random(4));
    Path path = folder.resolve("grows");
    try (MailingList list = kind.open(path, mails.subList(0, mails.size() / 2))) {
      int half = list.read().contributions().size();
      kind.write(path, mails);
      Harvest grown = list.read();

      assertTrue(half < grown.contributions().size(), "something came");
      assertEquals(read("whole", mails).contributions(), grown.contributions());
    }
  }

  @Test
  void aContributionThatLaterMailsDoNotTouchStaysAsItWas() {
    TestMail fix = TestMail.of("1", "Ann", 0, "[PATCH] fix it", body("a.c", "x"));
    TestMail reply = TestMail.of("2", "Bob", 1, "Re: [PATCH] fix it", "Why?\n").answering("1");
    TestMail later = TestMail.of("3", "Dan", 90, "[PATCH] mend that", body("b.c", "y"));

    assertEquals(
        read("before", List.of(fix.text(), reply.text())).contributions().get(0),
        read("after", List.of(fix.text(), reply.text(), later.text())).contributions().get(0));
  }

  private Harvest read(String name, List<String> mails) {
    try (MailingList list = TestArchive.MBOX.open(folder.resolve(name), mails)) {
      return list.read();
    }
  }

  /** Positions are of the order, and so are left aside. */
  private static List<String> problems(Harvest harvest) {
    return harvest.problems().stream().map(MailingListOrderTest::problem).sorted().toList();
  }

  private static String problem(Problem problem) {
    return problem.kind() + " " + problem.id() + " " + problem.subject();
  }

  /** Postings, rerolls, replies, strays and copies, as chance has it; ids are numbers. */
  private static List<String> mails(Random random) {
    List<TestMail> mails = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String id = Integer.toString(i);
      String who = PEOPLE[random.nextInt(PEOPLE.length)];
      String title = TITLES[random.nextInt(TITLES.length)];
      double hour = i + random.nextInt(5) - 2;
      String version = random.nextInt(3) == 0 ? "v" + (1 + random.nextInt(3)) + " " : "";
      String part = random.nextInt(3) == 0 ? (1 + random.nextInt(3)) + "/3" : "";
      String prefix = "[PATCH " + version + part;
      String subject = prefix.strip() + "] " + title;
      TestMail mail =
          random.nextInt(5) < 2
              ? TestMail.of(id, who, hour, subject, body(FILES[random.nextInt(3)], "line " + i % 5))
              : TestMail.of(id, who, hour, "Re: " + subject, SAID[random.nextInt(SAID.length)]);
      if (random.nextInt(4) > 0) {
        mail = mail.answering(Integer.toString(random.nextInt(70)));
      }
      mails.add(mail);
      if (random.nextInt(10) == 0) {
        mails.add(mail.at(mail.at().plusSeconds(random.nextInt(3))).with("X-Copy: yes"));
      }
      if (random.nextInt(20) == 0) {
        mails.add(TestMail.of(id, who, hour, subject, "Other words " + i + ".\n"));
      }
    }
    return new ArrayList<>(mails.stream().map(TestMail::text).toList());
  }

  private static String body(String path, String line) {
    return TestMail.patch("It was broken.", TestMail.adding(path, line));
  }
}
