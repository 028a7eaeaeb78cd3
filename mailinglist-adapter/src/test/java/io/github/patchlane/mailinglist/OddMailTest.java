package io.github.patchlane.mailinglist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.mailinglist.archive.InboxBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a maintainer sees of every odd mail, read through the door: the mails are in {@link
 * OddMails}, what must come of them in {@code odd/expected.txt}. The patch-ids there are git's own.
 */
class OddMailTest {
  private static final String FROM = "From ann@x.example Tue Jan  2 12:00:00 2024\n";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyOddMailIsReadAsExpected() throws IOException {
    Map<String, String> expected = expected();
    Map<String, List<String>> odd = OddMails.all();
    assertEquals(List.copyOf(odd.keySet()), List.copyOf(expected.keySet()));
    return odd.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> assertEquals(expected.get(e.getKey()), inMbox(e.getValue()))));
  }

  @Test
  void aMailThatAnInboxHoldsTwiceCountsOnce() throws IOException {
    String mail = mail("plain");
    Path repository = folder.resolve("inbox.git");
    try (InboxBuilder inbox = new InboxBuilder(repository)) {
      inbox.mail(mail).mail(mail);
    }
    assertEquals(expected().get("plain"), seen("inbox:" + repository));
  }

  @Test
  void aMailThatAnInboxTookBackIsGone() throws IOException {
    String kept = mail("plain");
    String gone = kept.replace("odd@", "gone@").replace("count", "regret");
    Path repository = folder.resolve("inbox.git");
    try (InboxBuilder inbox = new InboxBuilder(repository)) {
      inbox.mail(gone).mail(kept).deletion(gone);
    }
    assertEquals(expected().get("plain"), seen("inbox:" + repository));
  }

  @Test
  void aMaildirQuotesNothing() throws IOException {
    String mail = mail("From never quoted");
    Files.createDirectories(folder.resolve("cur"));
    Files.createDirectories(folder.resolve("new"));
    Files.writeString(folder.resolve("cur/1:2,S"), mail, ISO_8859_1);
    assertEquals(expected().get("From never quoted"), seen("maildir:" + folder));
  }

  private static String mail(String name) {
    return OddMails.all().getOrDefault(name, List.of()).get(0);
  }

  private String inMbox(List<String> mails) throws IOException {
    StringBuilder mbox = new StringBuilder();
    mails.forEach(mail -> mbox.append(FROM).append(mail).append('\n'));
    return seen("mbox:" + Files.writeString(folder.resolve("mbox"), mbox, ISO_8859_1));
  }

  private String seen(String archive) {
    try (ContributionSource list = MailingList.open(archive)) {
      Harvest harvest = list.read();
      StringBuilder text = new StringBuilder();
      harvest.contributions().forEach(c -> contribution(text, c, list));
      for (Problem problem : harvest.problems()) {
        String reason = problem.reason().replace(folder.toString(), "FOLDER");
        text.append("! %s: %s\n".formatted(problem.kind().label(), reason));
      }
      return text.toString();
    }
  }

  private static void contribution(StringBuilder text, Contribution c, ContributionSource list) {
    text.append(
        "%s by %s at %s, %d events: %s\n"
            .formatted(c.id().value(), c.submitter(), c.openedAt(), c.events().size(), c.title()));
    for (Revision revision : c.revisions()) {
      text.append("  %s, %d missing".formatted(revision.label(), revision.missing().size()));
      text.append(revision.cover().map(cover -> ", cover " + cover).orElse("")).append('\n');
      for (Patch patch : revision.patches()) {
        text.append(
            "    %d %s by %s +%d -%d %s\n"
                .formatted(
                    patch.index(),
                    patch.id().value(),
                    patch.author(),
                    patch.stat().added(),
                    patch.stat().removed(),
                    patch.stat().paths()));
        text.append("      %s\n".formatted(patch.patchId().map(Object::toString).orElse("-")));
        String message =
            list.content(patch.id()).map(content -> content.message()).orElse("no change");
        text.append("      \"%s\"\n".formatted(message.replace("\n", "/").replace("\0", "NUL")));
      }
    }
  }

  /** The sections of the file, each under its {@code # name}. */
  private static Map<String, String> expected() throws IOException {
    try (InputStream in = OddMailTest.class.getResourceAsStream("/odd/expected.txt")) {
      Map<String, String> sections = new LinkedHashMap<>();
      String all = in == null ? "" : new String(in.readAllBytes(), UTF_8);
      for (String section : all.split("(?m)^# ", -1)) {
        int eol = section.indexOf('\n');
        if (eol > 0) {
          sections.put(section.substring(0, eol), section.substring(eol + 1));
        }
      }
      return sections;
    }
  }
}
