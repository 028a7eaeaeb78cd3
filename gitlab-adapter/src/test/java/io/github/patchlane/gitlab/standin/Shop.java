package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A small project on a stand-in: an owner, a developer, a reporter, and commits made to measure.
 */
final class Shop implements AutoCloseable {
  static final String STOCK = "apples\nbeans\ncider\ndates\neggs\nflour\ngrapes\nhoney\n";

  final GitLabStandIn gitlab = GitLabStandIn.start();
  final StandInUser olga = gitlab.user("olga", "Olga Owner", "olga@shop.example");
  final StandInUser dora = gitlab.publicUser("dora", "Dora Developer", "dora@shop.example");
  final StandInUser rosa = gitlab.user("rosa", "Rosa Reporter", "rosa@shop.example");
  final StandInProject project;
  final String base;

  Shop(Path directory) {
    project =
        gitlab
            .project("town/shop", directory.resolve("shop.git"))
            .member(olga, AccessLevel.OWNER)
            .member(dora, AccessLevel.DEVELOPER)
            .member(rosa, AccessLevel.REPORTER);
    base = commit("Stock the shop", List.of(), Map.of("stock.txt", STOCK));
    gitlab.as(olga).push(project, "main", base);
  }

  /** The REST path of the project. */
  String api() {
    return "/projects/" + project.id();
  }

  String api(int iid) {
    return api() + "/merge_requests/" + iid;
  }

  StandInClient client(StandInUser user) {
    return new StandInClient(gitlab, user);
  }

  /** Pushes the branch as the developer and opens a merge request for it, at the console. */
  int opened(String branch, String head, String title) {
    gitlab.as(dora).push(project, branch, head);
    JsonNode made =
        gitlab
            .as(dora)
            .post(
                api() + "/merge_requests",
                Map.of("title", title, "source_branch", branch, "target_branch", "main"));
    return made.path("iid").asInt();
  }

  /** A commit whose tree holds exactly these files. */
  String commit(String message, List<String> parents, Map<String, String> files) {
    try (FileRepository git = new FileRepository(project().toFile());
        ObjectInserter inserter = git.newObjectInserter()) {
      DirCache cache = DirCache.newInCore();
      DirCacheBuilder builder = cache.builder();
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(
            inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(cache.writeTree(inserter));
      PersonIdent person =
          new PersonIdent(
              "Dora Developer",
              "dora@shop.example",
              Instant.parse("2029-12-01T10:00:00Z"),
              ZoneOffset.UTC);
      commit.setAuthor(person);
      commit.setCommitter(person);
      commit.setMessage(message);
      commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
      String id = inserter.insert(commit).name();
      inserter.flush();
      return id;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Path project() {
    return project.repository();
  }

  @Override
  public void close() {
    gitlab.close();
  }
}
