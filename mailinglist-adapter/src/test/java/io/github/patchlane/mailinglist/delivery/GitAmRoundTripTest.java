package io.github.patchlane.mailinglist.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.compose.ComposeOptions;
import io.github.patchlane.mailinglist.compose.Proposal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits sent as mails and applied by git are the commits that they were. */
class GitAmRoundTripTest {
  @TempDir Path scratch;
  private Path repository;

  @BeforeEach
  void gitIsThere() throws Exception {
    try {
      git(scratch, Map.of(), "version");
    } catch (IOException e) {
      assumeTrue(false, "skipped: no git on this machine");
    }
    repository = Files.createDirectories(scratch.resolve("repository"));
    git(repository, Map.of(), "init", "-q", "-b", "main");
    write("file.c", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");
    write("script.sh", "#!/bin/sh\necho one\n");
    write("crlf.txt", "eins\r\nzwei\r\ndrei\r\n");
    write("latin.txt", "Stra\u00dfe\n", StandardCharsets.ISO_8859_1);
    commit("start", "base", "2026-01-01T00:00:00 +0000");
  }

  @Test
  void everyKindOfCommitComesBack() throws Exception {
    String base = head();
    write("file.c", "one\nFrom two\nthree\nfour\nfive\nsix\nseven\n");
    commit(
        "file: edit",
        "From here on it differs.\n\n>From there too.\n\tTabbed.  Trailing blank: \nx",
        "2026-01-02T03:04:05 +0530");
    git(repository, Map.of(), "mv", "script.sh", "run.sh");
    Files.setPosixFilePermissions(
        repository.resolve("run.sh"),
        java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    commit("script: rename and make it run", "", "2026-01-03T03:04:05 -0800");
    write("crlf.txt", "eins\r\nZWEI\r\ndrei\r\n");
    commit("crlf: shout", "", "2026-01-04T03:04:05 +0000");
    write("latin.txt", "Stra\u00dfe 7\n", StandardCharsets.ISO_8859_1);
    commit("latin: add a number", "Gr\u00fc\u00dfe", "2026-01-05T03:04:05 +0100");
    write("empty", "");
    write("new.txt", "no newline at the end");
    commit(
        "add \"two\" files",
        "From: nobody, says the message\n\nSubject: neither",
        "2026-01-06T03:04:05 +0000");
    Files.write(repository.resolve("image.bin"), randomBytes(7, 5000));
    commit("image: add", "x".repeat(1200), "2026-01-07T03:04:05 +0000");
    write("list.txt", "1\n");
    commit("list: add", "    1) indented\n\n2) not", "2026-01-07T13:04:05 +0000");
    Files.write(repository.resolve("image.bin"), randomBytes(8, 4000));
    git(repository, Map.of(), "rm", "-q", "file.c");
    commit(
        "a title that is so long that no mail program would leave it on one line, folded or not, \u00fcber und \u00fcber",
        "",
        "2026-01-08T03:04:05 +0000");
    assertComesBack(base);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomCommitsComeBack(long seed) throws Exception {
    Random random = new Random(seed);
    String base = head();
    for (int i = 0; i < 8; i++) {
      String file = "f" + random.nextInt(4) + (random.nextBoolean() ? ".txt" : " \u00e4.txt");
      StringBuilder text = new StringBuilder();
      Path path = repository.resolve(file);
      if (Files.exists(path)) {
        text.append(Files.readString(path));
      }
      for (int line = 0; line < 1 + random.nextInt(40); line++) {
        text.append(line(random)).append(random.nextInt(15) == 0 ? "\r\n" : "\n");
      }
      text.append(random.nextInt(5) == 0 ? "no end" : "");
      Files.writeString(path, text);
      // mail folds a subject, and git am takes every run of blanks in it for one
      commit(
          "commit " + i + " " + line(random).replaceAll("\\s+", " "),
          line(random) + "\n\n" + line(random),
          "2026-02-0" + (1 + i) + "T01:02:03 +0" + random.nextInt(9) + "00");
    }
    assertComesBack(base);
  }

  private static String line(Random random) {
    String[] words = {
      "From ", "pump", "\u00fcber", "->", "stop()", "\t", "=", "a=b", ".", "x  y", "\u65e5\u672c"
    };
    StringBuilder out = new StringBuilder("w");
    for (int i = random.nextInt(12); i >= 0; i--) {
      out.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
    }
    return random.nextInt(6) == 0 ? "From " + out.toString().strip() : out.toString().strip();
  }

  private void assertComesBack(String base) throws Exception {
    List<String> commits =
        git(repository, Map.of(), "rev-list", "--reverse", base + "..HEAD").lines().toList();
    Proposal proposal = new Proposal();
    proposal.round(
        "What it is for.", commits.stream().map(this::content).toArray(PatchContent[]::new));
    Path mbox = scratch.resolve("series.mbox");
    try (MailTarget target = new MailTarget(MboxDelivery.open(mbox), ComposeOptions.DEFAULT);
        Journal journal = Journal.inMemory()) {
      new PlanRun(journal, wait -> {}, report -> {})
          .run(target.plan(proposal.posting()), target.outside());
    }
    String wanted = log(repository, base);
    Path patches = scratch.resolve("patches.mbox");
    withoutCover(mbox, patches);
    Path clone = scratch.resolve("clone");
    git(scratch, Map.of(), "clone", "-q", repository.toString(), clone.toString());
    git(clone, Map.of(), "reset", "-q", "--hard", base);
    git(clone, COMMITTER, "am", "-q", "--keep-cr", patches.toString());
    assertLinesMatch(wanted.lines(), log(clone, base).lines());
    assertReadBack(mbox, commits);
  }

  /** Our own reader sees one contribution of these patches, bytes and all. */
  private void assertReadBack(Path mbox, List<String> commits) {
    try (MailingList list = MailingList.open(mbox.toString())) {
      List<Contribution> read = list.read().contributions();
      assertEquals(1, read.size());
      Revision revision = read.get(0).newest();
      List<PatchContent> contents =
          revision.patches().stream().map(p -> list.content(p.id()).orElseThrow()).toList();
      for (int i = 0; i < commits.size(); i++) {
        PatchContent sent = content(commits.get(i));
        PatchContent got = contents.get(i);
        assertEquals(
            new String(sent.diff(), StandardCharsets.ISO_8859_1),
            new String(got.diff(), StandardCharsets.ISO_8859_1));
        assertEquals(sent.author(), got.author());
        assertEquals(sent.authoredAt(), got.authoredAt());
        assertEquals(sent.message().strip(), got.message().strip());
      }
    }
  }

  private PatchContent content(String commit) {
    try {
      String[] facts =
          git(
                  repository,
                  Map.of(),
                  "show",
                  "-s",
                  "--format=%an%n%ae%n%at%n%ad",
                  "--date=format:%z",
                  commit)
              .split("\n", -1);
      String message = git(repository, Map.of(), "show", "-s", "--format=%B", commit);
      byte[] diff =
          gitBytes(
              repository, Map.of(), "show", "--format=", "--binary", "--full-index", "-M", commit);
      return new PatchContent(
          new CommitId(commit),
          new Person(facts[0], facts[1]),
          Optional.of(Instant.ofEpochSecond(Long.parseLong(facts[2]))),
          ZoneOffset.of(facts[3]),
          message,
          diff);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void withoutCover(Path mbox, Path to) throws IOException {
    String text = Files.readString(mbox, StandardCharsets.ISO_8859_1);
    int second = text.indexOf("\nFrom patchlane ", 1);
    Files.writeString(to, text.substring(second + 1), StandardCharsets.ISO_8859_1);
  }

  private static String log(Path where, String base) throws Exception {
    return git(
        where,
        Map.of(),
        "log",
        "--reverse",
        "--format=%T %an <%ae> %ad%n%B",
        "--date=iso",
        base + "..HEAD");
  }

  private static final Map<String, String> COMMITTER =
      Map.of("GIT_COMMITTER_NAME", "C", "GIT_COMMITTER_EMAIL", "c@example.org");

  private void commit(String subject, String body, String date) throws Exception {
    git(repository, Map.of(), "add", "-A");
    git(
        repository,
        Map.of(
            "GIT_AUTHOR_NAME",
            "Zo\u00eb O'Author, Jr.",
            "GIT_AUTHOR_EMAIL",
            "zoe@example.org",
            "GIT_AUTHOR_DATE",
            date,
            "GIT_COMMITTER_NAME",
            "C",
            "GIT_COMMITTER_EMAIL",
            "c@example.org"),
        "commit",
        "-q",
        "-m",
        subject,
        "-m",
        body);
  }

  private String head() throws Exception {
    return git(repository, Map.of(), "rev-parse", "HEAD").strip();
  }

  private void write(String name, String text) throws IOException {
    write(name, text, StandardCharsets.UTF_8);
  }

  private void write(String name, String text, java.nio.charset.Charset charset)
      throws IOException {
    Files.write(repository.resolve(name), text.getBytes(charset));
  }

  private static byte[] randomBytes(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String git(Path where, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return new String(gitBytes(where, environment, arguments), StandardCharsets.UTF_8);
  }

  private static byte[] gitBytes(Path where, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(false);
    builder.environment().putAll(environment);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Path errors = Files.createTempFile("git", ".err");
    builder.redirectError(errors.toFile());
    Process process = builder.start();
    byte[] out = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + ": " + Files.readString(errors));
    }
    Files.delete(errors);
    return out;
  }
}
