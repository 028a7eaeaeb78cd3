package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefLeaseSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitOverHttpTest {
  @TempDir private Path directory;

  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(directory);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aPushMakesAVersionAndAStaleLeaseIsRefused() throws Exception {
    try (Git git = cloned(shop.dora)) {
      ObjectId first = change(git, "beans\n", "Sell beans only");
      assertEquals(RemoteRefUpdate.Status.OK, push(git, shop.dora, "HEAD:refs/heads/beans"));
      int iid = shop.opened("beans", first.name(), "Sell beans");
      ObjectId second = change(git, "cider\n", "Sell cider only");
      assertEquals(
          RemoteRefUpdate.Status.OK, push(git, shop.dora, "+HEAD:refs/heads/beans", first.name()));
      assertEquals(
          RemoteRefUpdate.Status.REJECTED_REMOTE_CHANGED,
          push(git, shop.dora, "+HEAD~1:refs/heads/beans", first.name()));
      JsonNode versions = shop.gitlab.as(shop.dora).get(shop.api(iid) + "/versions");
      assertEquals(
          List.of(second.name(), first.name()),
          List.of(
              versions.path(0).path("head_commit_sha").asText(),
              versions.path(1).path("head_commit_sha").asText()));
    }
  }

  @Test
  void theDefaultBranchIsProtectedFromDevelopers() throws Exception {
    try (Git git = cloned(shop.dora)) {
      change(git, "beans\n", "Sell beans only");
      assertEquals(
          RemoteRefUpdate.Status.REJECTED_OTHER_REASON,
          push(git, shop.dora, "HEAD:refs/heads/main"));
      assertEquals(RemoteRefUpdate.Status.OK, push(git, shop.olga, "HEAD:refs/heads/main"));
    }
  }

  @Test
  void aPushWhoseAnswerIsLostHasHappenedOnce() throws Exception {
    try (Git git = cloned(shop.dora)) {
      ObjectId head = change(git, "beans\n", "Sell beans only");
      shop.gitlab.resetRequests();
      shop.gitlab.faults().at(1, "push", Fault.LOST_RESPONSE);
      assertThrows(TransportException.class, () -> push(git, shop.dora, "HEAD:refs/heads/beans"));
      assertEquals(1, shop.gitlab.requests().get("push"));
      assertEquals(
          head.name(),
          shop.gitlab
              .as(shop.dora)
              .get(shop.api() + "/repository/branches/beans")
              .path("commit")
              .path("id")
              .asText());
    }
  }

  @Test
  void reportersMayNotPush() throws Exception {
    try (Git git = cloned(shop.rosa)) {
      assertThrows(TransportException.class, () -> push(git, shop.rosa, "HEAD:refs/heads/x"));
    }
  }

  @Test
  void headsOfMergeRequestsAndOldVersionsCanBeFetched() throws Exception {
    String first = shop.commit("One", List.of(shop.base), Map.of("stock.txt", "apples\n"));
    String second = shop.commit("Two", List.of(shop.base), Map.of("stock.txt", "beans\n"));
    int iid = shop.opened("topic", first, "A topic");
    shop.gitlab.as(shop.dora).push(shop.project, "topic", second);
    try (Git git = cloned(shop.rosa)) {
      git.fetch()
          .setCredentialsProvider(credentials(shop.rosa))
          .setRefSpecs(
              new RefSpec("refs/merge-requests/" + iid + "/head:refs/mr/head"), new RefSpec(first))
          .call();
      assertEquals(second, git.getRepository().resolve("refs/mr/head").name());
      assertTrue(git.getRepository().getObjectDatabase().has(ObjectId.fromString(first)));
    }
  }

  private Git cloned(StandInUser user) throws Exception {
    return Git.cloneRepository()
        .setURI(shop.project.gitUrl())
        .setCredentialsProvider(credentials(user))
        .setDirectory(directory.resolve(user.username()).toFile())
        .call();
  }

  private static UsernamePasswordCredentialsProvider credentials(StandInUser user) {
    return new UsernamePasswordCredentialsProvider("oauth2", user.token());
  }

  private static ObjectId change(Git git, String content, String message) throws Exception {
    Files.writeString(git.getRepository().getWorkTree().toPath().resolve("stock.txt"), content);
    return git.commit()
        .setAll(true)
        .setAuthor("Dora Developer", "dora@shop.example")
        .setCommitter("Dora Developer", "dora@shop.example")
        .setSign(false)
        .setMessage(message)
        .call();
  }

  private static RemoteRefUpdate.Status push(Git git, StandInUser user, String spec)
      throws Exception {
    return push(git, user, spec, "");
  }

  private static RemoteRefUpdate.Status push(
      Git git, StandInUser user, String spec, String expected) throws Exception {
    var push = git.push().setCredentialsProvider(credentials(user)).setRefSpecs(new RefSpec(spec));
    if (!expected.isEmpty()) {
      push.setRefLeaseSpecs(new RefLeaseSpec(spec.substring(spec.indexOf(':') + 1), expected));
    }
    PushResult result = push.call().iterator().next();
    return result.getRemoteUpdates().iterator().next().getStatus();
  }
}
