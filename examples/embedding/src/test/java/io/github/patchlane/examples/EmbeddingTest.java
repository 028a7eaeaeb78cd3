package io.github.patchlane.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Contribution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples on a list of three patches, one of them unanswered. */
class EmbeddingTest {
  private static final String LIST =
      mail("one", "Ann", "04 Mar 2024 09:00:00", "[PATCH] fix it", "", diff("a.c"))
          + mail("re1", "Bob", "04 Mar 2024 15:00:00", "Re: [PATCH] fix it", "one", "Why?\n")
          + mail("two", "Dan", "05 Mar 2024 09:00:00", "[PATCH] mend it", "", diff("b.c"))
          + mail("re2", "Bob", "05 Mar 2024 11:00:00", "Re: [PATCH] mend it", "two", "How?\n")
          + mail("three", "Carol", "06 Mar 2024 09:00:00", "[PATCH] start", "", diff("c.c"))
          + mail("end", "Eve", "09 Mar 2024 09:00:00", "hello", "", "Hello.\n");

  @TempDir Path folder;
  private String archive = "";

  @BeforeEach
  void writeTheList() throws IOException {
    archive = Files.writeString(folder.resolve("list.mbox"), LIST).toString();
  }

  @Test
  void theMedianCountsWhatIsStillWaiting() {
    assertEquals(Optional.of(Duration.ofHours(6)), Latencies.medianTimeToFirstResponse(archive));
  }

  @Test
  void thereIsNoMedianWhereFewerThanHalfWereAnswered() throws IOException {
    Files.writeString(
        Path.of(archive), mail("one", "Ann", "04 Mar 2024 09:00:00", "[PATCH] a", "", diff("a.c")));

    assertEquals(Optional.empty(), Latencies.medianTimeToFirstResponse(archive));
  }

  @Test
  void onlyTheUnansweredPatchIsListed() {
    assertEquals(
        List.of("start"), UnansweredPatches.in(archive).stream().map(Contribution::title).toList());
  }

  @Test
  void aDiffComesOutAsItWasSent() throws IOException {
    SeriesAsDiffs.write(archive, folder.resolve("out"));

    assertEquals(diff("b.c"), "Why.\n---\n" + Files.readString(folder.resolve("out/2/1.diff")));
  }

  @Test
  void theScriptCompilesAndPrintsWhatItSays() throws Exception {
    Path script = Path.of("../scripts/unanswered.java").toRealPath();
    String classPath = System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", folder.toString(), script.toString());
    assertEquals(0, status);

    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("unanswered")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {archive, "2"});
    } finally {
      System.setOut(before);
    }
    assertEquals(
        "3 days  start, Carol <carol@example.org>\n", printed.toString(StandardCharsets.UTF_8));
  }

  private static String mail(
      String id, String name, String date, String subject, String answers, String body) {
    return """
    From list@example.org Mon Mar  4 09:00:00 2024
    From: %2$s <%3$s@example.org>
    Date: %4$s +0000
    Message-ID: <%1$s@example.org>
    Subject: %5$s
    %6$s
    %7$s
    """
        .formatted(
            id,
            name,
            name.toLowerCase(java.util.Locale.ROOT),
            date,
            subject,
            answers.isEmpty() ? "" : "In-Reply-To: <" + answers + "@example.org>\n",
            body);
  }

  private static String diff(String path) {
    return """
    Why.
    ---
    diff --git a/%1$s b/%1$s
    --- a/%1$s
    +++ b/%1$s
    @@ -1,2 +1,3 @@
     before
    +new
     after
    """
        .formatted(path);
  }
}
