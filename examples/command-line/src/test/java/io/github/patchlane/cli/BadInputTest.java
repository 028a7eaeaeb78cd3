package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.metrics.Metric;
import io.github.patchlane.core.metrics.Metrics;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad input is one line that says what, where and how to mend it; status 2; no output. */
class BadInputTest {
  @TempDir Path folder;
  private Path list;

  @BeforeEach
  void writeTheList() {
    list = Fixture.write(folder, "list.mbox", Fixture.MAILS);
  }

  @Test
  void anArchiveThatIsNotThere() {
    refused(
        "cannot read the archive DIR/no.mbox: no such file or folder; check the path",
        "list",
        folder.resolve("no.mbox"));
  }

  @Test
  void aFileThatIsNoArchive() {
    refused(
        "the file DIR/list.txt is no mail archive: no \"From \" line of an mbox and no mail header"
            + " in it; name an mbox, a maildir or a public-inbox clone",
        "list",
        Fixture.write(folder, "list.txt", "Dear all,\nthis is no mail.\n"));
  }

  @Test
  void anEmptyFile() {
    refused(
        "the file DIR/empty.mbox is empty; name an archive with mail in it",
        "list",
        Fixture.write(folder, "empty.mbox", ""));
  }

  @Test
  void anEmptyFolder() throws Exception {
    refused(
        "the folder DIR/empty is no mail archive; name a public-inbox clone, a maildir, an mbox or"
            + " a folder of .mbox, .mbox.gz or .txt.gz files",
        "list",
        Files.createDirectory(folder.resolve("empty")));
  }

  @Test
  void anEmptyMaildir() throws Exception {
    Path maildir = folder.resolve("Maildir");
    for (String part : new String[] {"cur", "new", "tmp"}) {
      Files.createDirectories(maildir.resolve(part));
    }
    refused(
        "the maildir DIR/Maildir holds no mail; name one with files in cur or new",
        "list",
        maildir);
  }

  @Test
  void anInboxWithoutACommit() throws Exception {
    refused(
        "the git repository DIR/inbox.git has no commit to read; check that the clone finished and"
            + " that HEAD names a branch",
        "list",
        repository("inbox.git"));
  }

  @Test
  void aRepositoryThatIsNotThere() {
    refused(
        "no git repository at \"DIR/no.git\": no such directory; give DIR or DIR:BRANCH",
        "list",
        list,
        "--repo",
        folder.resolve("no.git"));
  }

  @Test
  void aFolderThatIsNoRepository() throws Exception {
    refused(
        "no git repository at DIR/plain: give a work tree, a bare repository, or DIR:BRANCH",
        "list",
        list,
        "--repo",
        Files.createDirectory(folder.resolve("plain")));
  }

  @Test
  void aRepositoryWithoutACommit() throws Exception {
    refused(
        "the git repository at DIR/project.git is empty: fetch into it first",
        "list",
        list,
        "--repo",
        repository("project.git"));
  }

  @Test
  void aBranchThatIsNotThere() throws Exception {
    String project = repository("project.git");
    commit(project);
    refused(
        "no branch staging in the git repository at DIR/project.git: name one that is there as"
            + " DIR:BRANCH",
        "list",
        list,
        "--repo",
        project + ":staging");
  }

  @Test
  void datesThatAreNone() {
    for (String option : new String[] {"--since", "--until", "--as-of"}) {
      refused(
          option + ": \"yesterday\" is no date; write 2024-12-31 or 2024-12-31T18:00:00Z",
          "list",
          list,
          option,
          "yesterday");
      refused(
          option + ": \"2024-02-30\" is no date; write 2024-12-31 or 2024-12-31T18:00:00Z",
          "latency",
          list,
          option,
          "2024-02-30");
    }
  }

  @Test
  void aGroupThatIsNone() {
    refused(
        "--by: \"moon\" is no group; one of month, year, size, newcomer, lane, path",
        "latency",
        list,
        "--by",
        "moon");
  }

  @Test
  void aConditionThatIsNone() {
    refused(
        "no metric \"happiness\" in \"happiness > 7d\": the metrics are "
            + Metrics.with((path, at) -> Set.of()).stream()
                .map(Metric::id)
                .collect(Collectors.joining(", ")),
        "latency",
        list,
        "--fail-if",
        "happiness > 7d");
    refused(
        "no bound in \"time-to-first-response.median >\": write one such as 3d, 10% or 20",
        "latency", list, "--fail-if", "time-to-first-response.median >");
  }

  @Test
  void anOptionASubcommandOrAFormatThatIsNone() {
    refused(
        "Unknown option: '--colour'; did you mean --corrections?; see `patchlane list --help`",
        "list",
        list,
        "--colour");
    refused(
        "no subcommand \"lsit\"; one of trial, list, show, latency, compare, stalled, landings,"
            + " apply, range-diff, problems, convert, completion, help; see `patchlane --help`",
        "lsit",
        list);
    refused(
        "Invalid value for option '--format': expected one of [table, jsonl, csv]"
            + " (case-insensitive) but was 'xml'; see `patchlane list --help`",
        "list",
        list,
        "--format",
        "xml");
    refused("Missing required parameter: 'SOURCE'; see `patchlane list --help`", "list");
    refused(
        "Invalid value for option '--after': 'soon' is not an int; see `patchlane stalled --help`",
        "stalled",
        list,
        "--after",
        "soon");
  }

  @Test
  void anIdThatTheListDoesNotHold() {
    refused(
        "show: DIR/list.mbox holds no contribution with \"x@y\"; `patchlane list DIR/list.mbox"
            + " --format jsonl` names them all",
        "show",
        list,
        "x@y");
  }

  @Test
  void landingsWithoutARepository() {
    refused("landings: where to look is missing; give --repo DIR[:BRANCH]", "landings", list);
  }

  @Test
  void aCorrectionThatSaysNothingKnown() {
    refused(
        "DIR/corrections, line 2: cannot read \"same a@b\" (no such statement); expected same,"
            + " different, landed, not-landed, bot or human with its message-ids, full commit hash"
            + " or address",
        "list",
        list,
        "--corrections",
        Fixture.write(folder, "corrections", "bot ci@example.org\nsame a@b\n"));
  }

  @Test
  void aFileOfAnOptionThatIsNotThere() {
    refused(
        "--corrections: cannot read \"DIR/no\" (no such file); name a readable file",
        "list",
        list,
        "--corrections",
        folder.resolve("no"));
    refused(
        "--mailmap: cannot read \"DIR\" (Is a directory); name a readable file",
        "list",
        list,
        "--mailmap",
        folder);
    refused(
        "--mailmap: cannot read \"nul byte\" (Nul character not allowed: nul byte); name a readable"
            + " file",
        "list",
        list,
        "--mailmap",
        "nul\0byte");
  }

  @Test
  void linesOfJsonThatHoldNoContribution() {
    refused(
        "jsonl:DIR/no.jsonl: holds no contribution (line 1: no contribution: \"schema\" must be a"
            + " text); name a file that `list --format jsonl` wrote",
        "list",
        "jsonl:" + Fixture.write(folder, "no.jsonl", "{}\n[]\n"));
    refused(
        "DIR/no-such.jsonl: no such file; name a file that `list --format jsonl` wrote",
        "list",
        "jsonl:" + folder.resolve("no-such.jsonl"));
    refused(
        "jsonl:nul byte: no such path can exist; check its spelling", "list", "jsonl:nul\0byte");
  }

  @Test
  void whatIsNoProjectAndNoExport() {
    refused(
        "gitlab:xen: no project's address; expected https://HOST/GROUP/PROJECT",
        "list",
        "gitlab:xen");
    refused(
        "DIR/x.tar.gz: no such file; name a project export",
        "list",
        "gitlab-export:" + folder.resolve("x.tar.gz"));
    refused(
        "DIR/no.tar.gz: no project export (no tar archive, or a damaged one: a number is none);"
            + " name the .tar.gz that GitLab made",
        "list",
        "gitlab-export:" + Fixture.write(folder, "no.tar.gz", "no archive at all ".repeat(99)));
    refused(
        "gitlab-export:nul byte: no such path can exist; check its spelling",
        "list",
        "gitlab-export:nul\0byte");
    refused(
        "DIR/users, line 1: expected a username, a tab and \"Name <mail>\", found \"ann Ann\"",
        "list",
        "gitlab-export:" + folder.resolve("x.tar.gz"),
        "--users",
        Fixture.write(folder, "users", "ann Ann\n"));
  }

  private String repository(String name) throws Exception {
    Path path = folder.resolve(name);
    new FileRepositoryBuilder().setGitDir(path.toFile()).setBare().build().create(true);
    return path.toString();
  }

  private static void commit(String repository) throws Exception {
    try (Repository git = new FileRepositoryBuilder().setGitDir(new File(repository)).build();
        ObjectInserter objects = git.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(objects.insert(new TreeFormatter()));
      commit.setAuthor(new PersonIdent("Ann", "ann@example.org", Instant.EPOCH, ZoneOffset.UTC));
      commit.setCommitter(commit.getAuthor());
      commit.setMessage("start");
      ObjectId id = objects.insert(commit);
      objects.flush();
      RefUpdate branch = git.updateRef("refs/heads/master");
      branch.setNewObjectId(id);
      branch.update();
    }
  }

  private void refused(String expected, Object... arguments) {
    Ran ran = Ran.of(arguments);
    String said = ran.err().replace(folder.toString(), "DIR");
    assertEquals(
        new Ran(2, "", "patchlane: " + expected + "\n"), new Ran(ran.status(), ran.out(), said));
  }
}
