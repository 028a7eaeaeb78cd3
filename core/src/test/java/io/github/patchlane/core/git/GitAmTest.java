package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.PatchContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each odd thing that a patch can hold, as {@code git format-patch} writes it, applied by us and by
 * {@code git am}: the same commit, or no commit at all. Where JGit's own applier goes wrong, the
 * case says so.
 */
class GitAmTest {
  private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
  private static final String LINES = TEN + TEN.replace("\n", "th\n");
  private static final String UMLAUTS = "d\u00c3\u00a4/\u00c3\u00b6";
  private static final byte[] NOISE = noise(7, 3000);

  @TempDir private Path folder;

  /**
   * A case.
   *
   * @param before makes the base
   * @param after makes what the patch is of
   * @param meanwhile changes the base before the patch is applied
   * @param options of format-patch
   */
  record Case(
      String name,
      Consumer<GitWorkTree> before,
      Consumer<GitWorkTree> after,
      Consumer<GitWorkTree> meanwhile,
      List<String> options) {
    static Case of(String name, Consumer<GitWorkTree> before, Consumer<GitWorkTree> after) {
      return new Case(name, before, after, tree -> {}, List.of());
    }

    Case after(Consumer<GitWorkTree> change) {
      return new Case(name, before, after, change, options);
    }

    Case with(String... formatPatch) {
      return new Case(name, before, after, meanwhile, List.of(formatPatch));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static byte[] noise(int seed, int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(seed).nextBytes(bytes);
    return bytes;
  }

  static Stream<Case> cases() {
    return Stream.concat(plainCases(), attributeCases());
  }

  /** A merge that text allows and attributes may forbid. */
  private static Case merged(String name, String... attributes) {
    return Case.of(
            name,
            t -> attributes(t, attributes).write("d/a.txt", LINES),
            t -> t.write("d/a.txt", LINES.replaceFirst("5", "five")))
        .after(t -> t.write("d/a.txt", LINES.replaceFirst("7", "seven")));
  }

  /** A conflict that attributes may allow. */
  private static Case conflicting(String name, String... attributes) {
    return Case.of(
            name,
            t -> attributes(t, attributes).write("d/a.txt", TEN),
            t -> t.write("d/a.txt", TEN.replace("5", "five").replace("10", "ten")))
        .after(t -> t.write("d/a.txt", TEN.replace("5", "V").replace("6\n", "6\nVI\n")));
  }

  /** Pairs of a directory and the lines of its attributes. */
  private static GitWorkTree attributes(GitWorkTree tree, String... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      tree.write(attributes[i] + ".gitattributes", attributes[i + 1] + "\n");
    }
    return tree;
  }

  private static Stream<Case> attributeCases() {
    return Stream.of(
        merged("attributes that say nothing of merging", "", "*.txt text=auto"),
        merged("a file that is not to be merged", "", "*.txt -merge"),
        merged("a file that is to be merged as a binary one", "", "*.txt merge=binary"),
        merged("a file that is a binary one", "", "*.txt binary"),
        merged("a file that is a binary one after all", "", "*.txt binary\na.txt merge"),
        merged("a macro taken back by name", "", "*.txt binary\na.txt -binary"),
        merged("a macro of one's own", "", "[attr]whole -merge\n*.txt whole"),
        merged("a macro that means itself", "", "[attr]round round\n*.txt round"),
        merged("a driver that nobody configured", "", "*.txt merge=ours"),
        merged("the nearest attributes", "", "*.txt -merge", "d/", "a.txt merge=text"),
        merged("the nearest attributes say nothing", "", "*.txt -merge", "d/", "b.txt merge"),
        merged("a path in the attributes", "", "/d/*.txt -merge"),
        merged("a path in the attributes of a directory", "d/", "/a.txt -merge"),
        conflicting("attributes without a union", "", "*.txt merge"),
        conflicting("a union", "", "*.txt merge=union"),
        conflicting("a driver that nobody configured, in conflict", "", "*.txt merge=mine"),
        conflicting("what unites no more", "", "*.txt merge=union\n*.txt !merge"),
        Case.of(
                "a union of two new files",
                t -> attributes(t, "", "news merge=union"),
                t -> t.write("news", "one\nboth\n"))
            .after(t -> t.write("news", "two\nboth\nmore\n")),
        Case.of(
                "a union where a last line has no end",
                t -> attributes(t, "", "news merge=union").write("news", "1\n2"),
                t -> t.write("news", "1\n2\nthree"))
            .after(t -> t.write("news", "1\n2\nIII")),
        Case.of(
                "a union of renamed files",
                t -> attributes(t, "", "*.txt merge=union").write("a.txt", LINES),
                t -> t.write("a.txt", LINES.replaceFirst("5", "five")))
            .after(t -> t.remove("a.txt").write("b.txt", LINES.replaceFirst("5", "V"))));
  }

  private static Stream<Case> plainCases() {
    return Stream.of(
        Case.of("an edit", t -> t.write("a", TEN), t -> t.write("a", TEN.replace("5", "five"))),
        Case.of(
                "an edit some lines further down than it says",
                t -> t.write("a", TEN),
                t -> t.write("a", TEN.replace("5", "five")))
            .after(t -> t.write("a", "x\ny\nz\n" + TEN)),
        Case.of(
                "one of two equal places, the nearer one below",
                t -> t.write("a", "\n\n\n" + TEN + "\n\n\n\n" + TEN),
                t -> t.write("a", "\n\n\n" + TEN.replace("5", "five") + "\n\n\n\n" + TEN))
            .after(t -> t.write("a", "x\n".repeat(9) + TEN + "\n\n\n\n" + TEN)),
        Case.of(
                "lines added at the end, where more came since: JGit puts them mid-file",
                t -> t.write("a", TEN),
                t -> t.write("a", TEN + "11\n"))
            .after(t -> t.write("a", TEN + "eleven\n")),
        Case.of("a first line", t -> t.write("a", TEN), t -> t.write("a", "0\n" + TEN))
            .after(t -> t.write("a", "-1\n" + TEN)),
        Case.of(
            "a 100% rename of an executable: JGit loses the mode",
            t -> t.write("bin/a", TEN).executable("bin/a", true), t -> t.move("bin/a", "sbin/b")),
        Case.of(
                "a copy of an executable: JGit loses the mode",
                t -> t.write("a", TEN).executable("a", true),
                t -> t.write("b", TEN).executable("b", true))
            .with("-C", "--find-copies-harder"),
        Case.of(
            "a rename with an edit",
            t -> t.write("a", TEN.repeat(3)),
            t -> t.move("a", "d/b").write("d/b", TEN.repeat(3).replaceFirst("5", "five"))),
        Case.of(
            "a rename with a change of mode",
            t -> t.write("a", TEN),
            t -> t.move("a", "b").executable("b", true)),
        Case.of(
                "two files that swap names: JGit fails",
                t -> t.write("a", TEN.repeat(4)).write("b", "x\n".repeat(40)),
                t -> t.move("a", "c").move("b", "a").move("c", "b"))
            .with("-B", "-M"),
        Case.of(
            "lines of both ends: JGit drops the CRs",
            t -> t.write("a", "1\r\n2\n3\r\n4\n5\n"),
            t -> t.write("a", "1\r\n2\nthree\r\n4\n5\n")),
        Case.of(
            "CR LF throughout: JGit fails",
            t -> t.write("a", TEN.replace("\n", "\r\n")),
            t -> t.write("a", TEN.replace("5", "five").replace("\n", "\r\n"))),
        Case.of("a new file of CR LF", t -> {}, t -> t.write("a", TEN.replace("\n", "\r\n"))),
        Case.of("a CR alone", t -> t.write("a", "1\r2\n3\n"), t -> t.write("a", "1\r2\n3\r4\n")),
        Case.of(
            "LF to CR LF", t -> t.write("a", TEN), t -> t.write("a", TEN.replace("\n", "\r\n"))),
        Case.of(
            "a path in UTF-8, quoted: JGit fails",
            t -> t.stage(UMLAUTS, "100644", TEN),
            t -> t.stage(UMLAUTS, "100644", TEN + "11\n").stage("\u00c3\u00bc", "100755", TEN)),
        Case.of(
            "a path in Latin-1",
            t -> t.stage("d/\u00e4 b", "100644", TEN),
            t -> t.stage("d/\u00e4 b", "100644", TEN + "11\n")),
        Case.of(
            "a path with tab, quote and backslash",
            t -> t.write("a\tb\"c\\d", TEN),
            t -> t.write("a\tb\"c\\d", TEN.replace("5", "five"))),
        Case.of(
            "a path with blanks",
            t -> t.write("a b/c d", TEN).write("e b/ x", ""),
            t -> t.write("a b/c d", TEN.replace("5", "five")).executable("e b/ x", true)),
        Case.of(
            "a rename of a quoted path",
            t -> t.stage(UMLAUTS, "100644", TEN),
            t -> t.stage(UMLAUTS, "0", "").stage("\u00c3\u00bc x", "100755", TEN)),
        Case.of(
            "a new submodule: JGit throws", t -> {}, t -> t.submodule("sub/one", "1".repeat(40))),
        Case.of(
            "a submodule that moves on: JGit throws",
            t -> t.submodule("sub/one", "1".repeat(40)),
            t -> t.submodule("sub/one", "2".repeat(40))),
        Case.of(
                "a submodule that has moved on already",
                t -> t.submodule("sub/one", "1".repeat(40)),
                t -> t.submodule("sub/one", "2".repeat(40)))
            .after(t -> t.submodule("sub/one", "3".repeat(40))),
        Case.of(
                "merged: a submodule beside lines that changed",
                t -> t.submodule("sub/one", "1".repeat(40)).stage("a", "100644", TEN + TEN),
                t ->
                    t.submodule("sub/one", "2".repeat(40))
                        .stage("a", "100644", (TEN + TEN).replaceFirst("5", "five")))
            .after(t -> t.stage("a", "100644", (TEN + TEN).replaceFirst("7", "seven"))),
        Case.of(
            "a submodule that goes",
            t -> t.submodule("sub/one", "1".repeat(40)),
            t -> t.stage("sub/one", "0", "")),
        Case.of(
            "a file that becomes a link: JGit fails",
            t -> t.write("a", TEN),
            t -> t.remove("a").link("a", "b")),
        Case.of(
            "a link that becomes a file",
            t -> t.link("a", "b"),
            t -> t.remove("a").write("a", TEN)),
        Case.of(
            "a directory that becomes a file: JGit fails",
            t -> t.write("d/a", TEN).write("d/b", TEN),
            t -> t.remove("d").write("d", TEN)),
        Case.of(
            "a file that becomes a directory",
            t -> t.write("d", TEN),
            t -> t.remove("d").write("d/a", TEN)),
        Case.of("a new link", t -> {}, t -> t.link("l", "some/where")),
        Case.of("a link that changes", t -> t.link("l", "one"), t -> t.link("l", "two")),
        Case.of("a deleted link", t -> t.link("l", "one").write("a", TEN), t -> t.remove("l")),
        Case.of("a new empty file", t -> {}, t -> t.write("d/e", "")),
        Case.of("a deleted empty file", t -> t.write("e", "").write("a", TEN), t -> t.remove("e")),
        Case.of("an empty file that is filled", t -> t.write("e", ""), t -> t.write("e", TEN)),
        Case.of("a file that becomes empty", t -> t.write("e", TEN), t -> t.write("e", "")),
        Case.of("chmod", t -> t.write("a", TEN), t -> t.executable("a", true)),
        Case.of(
            "chmod with an edit",
            t -> t.write("a", TEN),
            t -> t.write("a", TEN.replace("5", "five")).executable("a", true)),
        Case.of(
            "an edit of an executable",
            t -> t.write("a", TEN).executable("a", true),
            t -> t.write("a", TEN.replace("5", "five")).executable("a", true)),
        Case.of("a new binary", t -> {}, t -> t.write("b", NOISE)),
        Case.of(
            "a binary by delta",
            t -> t.write("b", NOISE),
            t -> {
              byte[] other = NOISE.clone();
              other[1500] ^= 1;
              t.write("b", other);
            }),
        Case.of("a deleted binary", t -> t.write("b", NOISE).write("a", TEN), t -> t.remove("b")),
        Case.of(
                "a binary that is another one meanwhile",
                t -> t.write("b", NOISE),
                t -> t.write("b", noise(8, 3000)))
            .after(t -> t.write("b", noise(9, 3000))),
        Case.of(
            "a binary renamed and changed",
            t -> t.write("b", NOISE),
            t -> {
              byte[] other = NOISE.clone();
              other[1500] ^= 1;
              t.remove("b").write("c", other);
            }),
        Case.of("no end of line, before", t -> t.write("a", "1\n2"), t -> t.write("a", "1\n2\n")),
        Case.of("no end of line, after", t -> t.write("a", "1\n2\n"), t -> t.write("a", "1\n2")),
        Case.of("no end of line at all", t -> t.write("a", "1"), t -> t.write("a", "2")),
        Case.of(
            "no end of line below the hunk",
            t -> t.write("a", TEN + "11"),
            t -> t.write("a", TEN.replace("9", "nine") + "11")),
        Case.of("Latin-1", t -> t.write("a", "\u00e4\n"), t -> t.write("a", "\u00f6\n")),
        Case.of(
            "trailing blanks and tabs",
            t -> t.write("a", "1 \n\t\n3\n"),
            t -> t.write("a", "1 \n\t\n3  \n \n\n")),
        Case.of(
            "lines like headers",
            t -> t.write("a", "-- x\n++ y\n@@ -1 +1 @@\ndiff --git a/a b/a\n"),
            t -> t.write("a", "-- z\n++ y\n@@ -1 +2 @@\n--- a/a\n+++ b/a\n")),
        Case.of("no context", t -> t.write("a", TEN), t -> t.write("a", TEN.replace("5", "five")))
            .with("-U0"),
        Case.of("one line of context", t -> t.write("a", TEN), t -> t.write("a", TEN + "11\n"))
            .with("-U1"),
        Case.of("no prefix", t -> t.write("d/a", TEN), t -> t.write("d/a", TEN + "11\n"))
            .with("--no-prefix"),
        Case.of("no prefix at the root", t -> t.write("a", TEN), t -> t.write("a", TEN + "11\n"))
            .with("--no-prefix"),
        Case.of("no index lines of renames", t -> t.write("a", TEN), t -> t.move("a", "b"))
            .with("--no-renames"),
        Case.of("a file that is there already", t -> {}, t -> t.write("a", TEN))
            .after(t -> t.write("a", "else\n")),
        Case.of("the same file is there already", t -> {}, t -> t.write("a", TEN))
            .after(t -> t.write("a", TEN).write("b", "")),
        Case.of("an empty file is there already", t -> {}, t -> t.write("a", TEN))
            .after(t -> t.write("a", "")),
        Case.of("a file in place of a directory", t -> {}, t -> t.write("a/b", TEN))
            .after(t -> t.write("a", "else\n")),
        Case.of("a directory in place of a file", t -> {}, t -> t.write("a", TEN))
            .after(t -> t.write("a/b", "else\n")),
        Case.of("a link in place of a directory", t -> {}, t -> t.write("a/b", TEN))
            .after(t -> t.write("c/x", "").link("a", "c")),
        Case.of(
                "a deleted file that changed",
                t -> t.write("a", TEN).write("b", ""),
                t -> t.remove("a"))
            .after(t -> t.write("a", TEN.replace("5", "five"))),
        Case.of(
                "a file that is gone",
                t -> t.write("a", TEN).write("b", ""),
                t -> t.write("a", TEN + "11\n"))
            .after(t -> t.remove("a")),
        Case.of(
                "another mode meanwhile",
                t -> t.write("a", TEN),
                t -> t.write("a", TEN.replace("5", "five")))
            .after(t -> t.executable("a", true)),
        Case.of(
                "applied already",
                t -> t.write("a", TEN),
                t -> t.write("a", TEN.replace("5", "five")))
            .after(t -> t.write("a", TEN.replace("5", "five")).write("b", "")),
        Case.of(
                "merged: the context changed",
                t -> t.write("a", LINES),
                t -> t.write("a", LINES.replaceFirst("5", "five")))
            .after(t -> t.write("a", LINES.replaceFirst("7", "seven"))),
        Case.of(
                "not merged: the line itself changed",
                t -> t.write("a", TEN),
                t -> t.write("a", TEN.replace("5", "five")))
            .after(t -> t.write("a", TEN.replace("5", "V"))),
        Case.of(
                "not merged: the next line changed",
                t -> t.write("a", TEN),
                t -> t.write("a", TEN.replace("5", "five")))
            .after(t -> t.write("a", TEN.replace("6", "VI"))),
        Case.of(
                "merged: part of it was done already",
                t -> t.write("a", TEN.repeat(3)),
                t -> t.write("a", TEN.repeat(3).replace("5", "five")))
            .after(t -> t.write("a", TEN.repeat(3).replaceFirst("5", "five"))),
        Case.of(
                "merged: renamed since",
                t -> t.write("a", LINES),
                t -> t.write("a", LINES.replaceFirst("5", "five")))
            .after(t -> t.move("a", "d/b").write("other", "x\n")),
        Case.of(
                "merged: renamed and edited since",
                t -> t.write("a", TEN.repeat(3)),
                t -> t.write("a", TEN.repeat(3).replaceFirst("5", "five")))
            .after(t -> t.remove("a").write("d/b", TEN.repeat(3) + "new\n").write("other", "x\n")),
        Case.of(
                "merged: the patch renames what was edited since",
                t -> t.write("a", TEN.repeat(3)),
                t -> t.move("a", "b").write("b", TEN.repeat(3).replaceFirst("5", "five")))
            .after(t -> t.write("a", TEN.repeat(3).replaceFirst("7", "seven"))),
        Case.of(
                "merged: a mode and a line",
                t -> t.write("a", LINES),
                t -> t.write("a", LINES.replaceFirst("5", "five")).executable("a", true))
            .after(t -> t.write("a", LINES.replaceFirst("7", "seven"))),
        Case.of(
                "merged: one of two files",
                t -> t.write("a", LINES).write("b", TEN),
                t -> t.write("a", LINES.replaceFirst("5", "five")).write("b", TEN + "11\n"))
            .after(t -> t.write("a", LINES.replaceFirst("7", "seven"))));
  }

  @BeforeAll
  static void gitIsThere() {
    Assumptions.assumeTrue(GitProgram.isInstalled(), "skipped: needs the git command");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSameCommitOrNone(Case one) throws IOException {
    GitWorkTree tree = new GitWorkTree(folder);
    tree.write("keep", "kept\n");
    one.before().accept(tree);
    String base = tree.commit("base");
    one.after().accept(tree);
    tree.commit("subject line\n\nBody of it,\nin two lines.");
    List<String> command = new ArrayList<>(List.of("format-patch", "--stdout", "-1"));
    command.addAll(one.options());
    byte[] mail = tree.git(command.toArray(String[]::new));
    tree.reset(base);
    one.meanwhile().accept(tree);
    String onto = tree.commit("meanwhile");

    // The three lines that git am has no option for: when it commits is in the environment.
    Optional<String> plain = tree.am(onto, mail, "--keep-cr");
    Optional<String> merged = plain.isPresent() ? plain : tree.am(onto, mail, "--keep-cr", "-3");
    String expected =
        plain.isPresent() ? "applied" : merged.isPresent() ? "applied-3way" : "conflicted";

    try (GitRepository repository = GitRepository.open(folder.toString())) {
      ApplyOutcome outcome =
          repository.apply(List.of(content(mail)), new CommitId(onto), options().inMemory());

      assertEquals(
          expected + merged.map(commit -> " " + commit).orElse(""),
          outcome.label() + outcome.applied().map(b -> " " + b.head()).orElse(""),
          outcome.toString());
    }
  }

  @Test
  void aMergeDriverThatIsNotRunIsNamedInTheConflict() throws IOException {
    Case one = conflicting("", "", "*.txt merge=changelog");
    GitWorkTree tree = new GitWorkTree(folder);
    one.before().accept(tree);
    String base = tree.commit("base");
    one.after().accept(tree);
    tree.commit("subject");
    byte[] mail = tree.git("format-patch", "--stdout", "-1");
    tree.reset(base);
    one.meanwhile().accept(tree);
    CommitId onto = new CommitId(tree.commit("meanwhile"));

    try (GitRepository repository = GitRepository.open(folder.toString())) {
      ApplyOutcome outcome = repository.apply(List.of(content(mail)), onto, options().inMemory());
      assertTrue(
          outcome
              .toString()
              .contains(
                  "have changed since; its merge driver changelog is a command, which is not run"),
          outcome.toString());
    }
  }

  static ApplyOptions options() {
    return ApplyOptions.DEFAULT.withCommitter(
        new Person("Max Keeper", "max@example.org"),
        OffsetDateTime.ofInstant(Instant.ofEpochSecond(1700001000), ZoneOffset.ofHours(-8)));
  }

  /** The mail of format-patch as a lane would read it. */
  static PatchContent content(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    int dashes = text.indexOf("\n---\n");
    return new PatchContent(
        new MessageId("patch@example.org"),
        new Person("Ada Lowe", "ada@example.org"),
        Optional.of(Instant.ofEpochSecond(1700000000)),
        ZoneOffset.ofHoursMinutes(1, 30),
        "subject line\n\nBody of it,\nin two lines.\n",
        Arrays.copyOfRange(mail, dashes + 5, mail.length));
  }
}
