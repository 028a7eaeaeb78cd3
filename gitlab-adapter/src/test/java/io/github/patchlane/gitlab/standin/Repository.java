package io.github.patchlane.gitlab.standin;

import io.github.patchlane.core.diff.StablePatchId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;

/** A project's bare repository, asked what GitLab asks Gitaly. Commit ids are full hex. */
final class Repository implements AutoCloseable {
  static final String HEADS = "refs/heads/";

  private final org.eclipse.jgit.lib.Repository git;
  private final Map<String, List<FileChange>> changes =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<FileChange>> eldest) {
          return size() > 64;
        }
      };

  private Repository(org.eclipse.jgit.lib.Repository git) {
    this.git = git;
  }

  /** Opens the repository at the path, making an empty one where there is none. */
  static Repository at(Path path) {
    try {
      org.eclipse.jgit.lib.Repository git =
          new FileRepositoryBuilder().setGitDir(path.toFile()).setBare().build();
      if (!Files.exists(path.resolve("HEAD"))) {
        git.create(true);
        git.updateRef("HEAD").link(HEADS + "main");
      }
      return new Repository(git);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot open " + path, broken);
    }
  }

  /** A copy of another's branches that borrows the objects, as GitLab's forks do. */
  static Repository fork(Repository parent, Path path) {
    Repository fork = at(path);
    try {
      Path alternates = path.resolve("objects").resolve("info").resolve("alternates");
      Files.createDirectories(alternates.getParent());
      Path objects = parent.git.getDirectory().toPath().resolve("objects");
      Files.writeString(alternates, objects.toAbsolutePath() + "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot fork into " + path, broken);
    }
    for (String branch : parent.branches()) {
      fork.set(HEADS + branch, parent.branch(branch).orElseThrow());
    }
    return fork;
  }

  /** Gets the commits of a fork's branch. */
  void take(Repository fork, String branch) {
    String head = fork.branch(branch).orElseThrow();
    try (Transport transport = Transport.open(git, fork.git.getDirectory().toURI().toString())) {
      transport.fetch(
          NullProgressMonitor.INSTANCE,
          List.of(new RefSpec("+" + HEADS + branch + ":refs/keep-around/" + head)));
    } catch (IOException | URISyntaxException broken) {
      throw new IllegalStateException("cannot take " + branch + " from a fork", broken);
    }
  }

  org.eclipse.jgit.lib.Repository git() {
    return git;
  }

  /** The branch HEAD names, born or not. */
  String defaultBranch() {
    try {
      String full = git.getFullBranch();
      return full == null ? "main" : org.eclipse.jgit.lib.Repository.shortenRefName(full);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Optional<String> branch(String name) {
    return ref(HEADS + name);
  }

  Optional<String> ref(String name) {
    try {
      Ref ref = git.exactRef(name);
      return ref == null || ref.getObjectId() == null
          ? Optional.empty()
          : Optional.of(ref.getObjectId().name());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The commit that a branch, tag or id names. */
  Optional<String> resolve(String name) {
    try {
      ObjectId id = git.resolve(name + "^{commit}");
      return id == null ? Optional.empty() : Optional.of(id.name());
    } catch (IOException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  List<String> branches() {
    try {
      return git.getRefDatabase().getRefsByPrefix(HEADS).stream()
          .map(ref -> ref.getName().substring(HEADS.length()))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void set(String ref, String commit) {
    try {
      RefUpdate update = git.updateRef(ref);
      update.setNewObjectId(ObjectId.fromString(commit));
      accept(ref, update.forceUpdate());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void delete(String ref) {
    try {
      RefUpdate update = git.updateRef(ref);
      update.setForceUpdate(true);
      accept(ref, update.delete());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void accept(String ref, RefUpdate.Result result) {
    switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
      default -> throw new IllegalStateException(ref + ": " + result);
    }
  }

  RevCommit commit(String id) {
    try (RevWalk walk = new RevWalk(git)) {
      RevCommit commit = walk.parseCommit(ObjectId.fromString(id));
      walk.parseBody(commit);
      return commit;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  boolean hasCommit(String id) {
    return resolve(id).isPresent();
  }

  /** Where two lines of history parted; absent where they share nothing. */
  Optional<String> mergeBase(String one, String other) {
    try (RevWalk walk = new RevWalk(git)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(one)));
      walk.markStart(walk.parseCommit(ObjectId.fromString(other)));
      RevCommit base = walk.next();
      return base == null ? Optional.empty() : Optional.of(base.name());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  boolean isAncestor(String old, String young) {
    return mergeBase(old, young).filter(old::equals).isPresent();
  }

  /** What the second has and the first has not, newest first. */
  List<RevCommit> between(String from, String to) {
    try (RevWalk walk = new RevWalk(git)) {
      walk.sort(RevSort.TOPO);
      walk.markStart(walk.parseCommit(ObjectId.fromString(to)));
      walk.markUninteresting(walk.parseCommit(ObjectId.fromString(from)));
      List<RevCommit> commits = new ArrayList<>();
      for (RevCommit commit : walk) {
        walk.parseBody(commit);
        commits.add(commit);
      }
      return commits;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The files that differ, with renames found and three lines of context. */
  List<FileChange> changes(String from, String to) {
    synchronized (changes) {
      return changes.computeIfAbsent(from + to, pair -> read(from, to));
    }
  }

  private List<FileChange> read(String from, String to) {
    List<FileChange> files = new ArrayList<>();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (ObjectReader reader = git.newObjectReader();
        DiffFormatter formatter = formatter(reader, text)) {
      for (DiffEntry entry : formatter.scan(commit(from).getTree(), commit(to).getTree())) {
        text.reset();
        formatter.format(entry);
        formatter.flush();
        files.add(HunkReader.change(entry, text.toString(StandardCharsets.UTF_8)));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return List.copyOf(files);
  }

  /** The id of the whole change as {@code git patch-id} gives it; empty where nothing changed. */
  String patchId(String from, String to) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (ObjectReader reader = git.newObjectReader();
        DiffFormatter formatter = formatter(reader, text)) {
      formatter.format(commit(from).getTree(), commit(to).getTree());
      formatter.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return StablePatchId.of(text.toByteArray()).map(id -> id.value()).orElse("");
  }

  /** Hunks and renames as Gitaly's git gives them, whatever this machine's settings are. */
  private static DiffFormatter formatter(ObjectReader reader, ByteArrayOutputStream text) {
    DiffFormatter formatter = new DiffFormatter(text);
    formatter.setReader(reader, new Config());
    formatter.setDiffAlgorithm(new GitHunks());
    formatter.setDetectRenames(true);
    formatter.getRenameDetector().setRenameScore(50);
    return formatter;
  }

  @Override
  public void close() {
    git.close();
  }
}
