package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A bare repository with three files of eighty lines on its branch main. */
final class InventedRepository implements AutoCloseable {
  private static final List<String> FILES = List.of("docs/start.txt", "lib/a.c", "lib/b.c");
  private static final PersonIdent MAKER =
      new PersonIdent(
          "Maker", "maker@example.org", Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Repository git;
  private final String base;

  /** A commit and its change as git prints it. */
  static final class Made {
    private final String commit;
    private final byte[] diff;

    Made(String commit, byte[] diff) {
      this.commit = commit;
      this.diff = diff;
    }

    String commit() {
      return commit;
    }

    byte[] diff() {
      return diff.clone();
    }
  }

  private InventedRepository(Repository git, String base) {
    this.git = git;
    this.base = base;
  }

  static InventedRepository open(Path directory) throws IOException {
    boolean fresh = !Files.exists(directory.resolve("HEAD"));
    Repository git = new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().build();
    if (fresh) {
      git.create(true);
      git.updateRef(Constants.HEAD).link("refs/heads/main");
    }
    InventedRepository made = new InventedRepository(git, "");
    String base =
        made.write(
            DirCache.newInCore(),
            FILES,
            List.of(text("x", 80), text("a", 80), text("b", 80)),
            List.of(),
            "base\n",
            MAKER);
    if (fresh) {
      var update = git.updateRef("refs/heads/main");
      update.setNewObjectId(ObjectId.fromString(base));
      update.update();
    }
    return new InventedRepository(git, base);
  }

  private static String text(String letter, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= lines; i++) {
      text.append(i % 7 == 0 ? "}" : letter + " line " + i + ";").append('\n');
    }
    return text.toString();
  }

  String base() {
    return base;
  }

  /** Changes some lines of one file. */
  Made commit(String parent, String message, Person author, Instant at, Random dice)
      throws IOException {
    String file = FILES.get(dice.nextInt(FILES.size()));
    List<String> lines = new ArrayList<>(Arrays.asList(read(parent, file).split("\n", -1)));
    int edits = 1 + dice.nextInt(3);
    for (int i = 0; i < edits; i++) {
      int line = dice.nextInt(lines.size() - 1);
      switch (dice.nextInt(3)) {
        case 0 -> lines.remove(line);
        case 1 -> lines.set(line, "\tchanged(" + dice.nextInt(1000) + ");");
        default -> lines.add(line, "\tadded(" + dice.nextInt(1000) + ");");
      }
    }
    PersonIdent who = new PersonIdent(author.name(), author.email(), at, ZoneOffset.UTC);
    DirCache index = DirCache.newInCore();
    try (RevWalk walk = new RevWalk(git)) {
      index =
          DirCache.read(
              git.newObjectReader(), walk.parseCommit(ObjectId.fromString(parent)).getTree());
    }
    String commit =
        write(
            index, List.of(file), List.of(String.join("\n", lines)), List.of(parent), message, who);
    return new Made(commit, diff(parent, commit));
  }

  private String write(
      DirCache index,
      List<String> files,
      List<String> texts,
      List<String> parents,
      String message,
      PersonIdent who)
      throws IOException {
    try (ObjectInserter inserter = git.newObjectInserter()) {
      DirCacheBuilder builder = index.builder();
      for (int i = 0; i < index.getEntryCount(); i++) {
        if (!files.contains(index.getEntry(i).getPathString())) {
          builder.add(index.getEntry(i));
        }
      }
      for (int i = 0; i < files.size(); i++) {
        DirCacheEntry entry = new DirCacheEntry(files.get(i));
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(
            inserter.insert(Constants.OBJ_BLOB, texts.get(i).getBytes(StandardCharsets.UTF_8)));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
      commit.setAuthor(who);
      commit.setCommitter(who);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id.name();
    }
  }

  private String read(String commit, String file) throws IOException {
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit parsed = walk.parseCommit(ObjectId.fromString(commit));
      try (TreeWalk tree = TreeWalk.forPath(git, file, parsed.getTree())) {
        return new String(git.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private byte[] diff(String from, String to) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (RevWalk walk = new RevWalk(git);
        DiffFormatter formatter = new DiffFormatter(text)) {
      formatter.setRepository(git);
      formatter.format(
          walk.parseCommit(ObjectId.fromString(from)).getTree(),
          walk.parseCommit(ObjectId.fromString(to)).getTree());
    }
    return text.toByteArray();
  }

  @Override
  public void close() {
    git.close();
  }
}
