package io.github.patchlane.cli;

import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.GitLabStandIn;
import io.github.patchlane.gitlab.standin.StandInProject;
import io.github.patchlane.gitlab.standin.StandInUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A list with two contributions, one of them sent twice and commented on a line; the project's
 * repository; and a GitLab that has the project too.
 */
final class ConvertFixture implements AutoCloseable {
  static final String FIRST = "mail:one@example.org";
  static final String SECOND = "mail:other@example.org";

  final GitLabStandIn gitlab = GitLabStandIn.start();
  final StandInUser bot = gitlab.user("bridge", "Bridge", "bridge@example.org");
  final StandInProject project;
  final Path list;
  final Path repository;

  ConvertFixture(Path folder) throws Exception {
    list =
        Fixture.write(
            folder,
            "list.mbox",
            mail("one", "04", "[PATCH] count on", "", patch("n.txt", "two", "deux"))
                + mail(
                    "re",
                    "05",
                    "Re: [PATCH] count on",
                    "In-Reply-To: <one@example.org>\n",
                    "> +deux\n\nIn English, please.\n")
                + mail("two", "06", "[PATCH v2] count on", "", patch("n.txt", "two", "both"))
                + mail("other", "07", "[PATCH] say more", "", patch("m.txt", "two", "more")));
    repository = folder.resolve("repository");
    PersonIdent max =
        new PersonIdent(
            "Max", "max@example.org", Instant.parse("2024-03-01T00:00:00Z"), ZoneOffset.UTC);
    try (Git git = Git.init().setInitialBranch("main").setDirectory(repository.toFile()).call()) {
      for (String name : List.of("n.txt", "m.txt")) {
        Files.writeString(repository.resolve(name), "one\ntwo\nthree\n");
        git.add().addFilepattern(name).call();
      }
      git.commit().setAuthor(max).setCommitter(max).setSign(false).setMessage("base").call();
    }
    Path bare = folder.resolve("server.git");
    Git.cloneRepository()
        .setBare(true)
        .setURI(repository.toUri().toString())
        .setDirectory(bare.toFile())
        .call()
        .close();
    project = gitlab.project("group/project", bare).member(bot, AccessLevel.OWNER);
  }

  private static String mail(String id, String day, String subject, String headers, String body) {
    return """
    From list@example.org Mon Mar  4 09:00:00 2024
    From: Ann <ann@example.org>
    Date: %s Mar 2024 09:00:00 +0000
    Message-ID: <%s@example.org>
    Subject: %s
    %s
    %s
    """
        .formatted(day, id, subject, headers, body);
  }

  private static String patch(String path, String before, String after) {
    return """
    Why not.

    Signed-off-by: Ann <ann@example.org>
    ---
    diff --git a/%1$s b/%1$s
    --- a/%1$s
    +++ b/%1$s
    @@ -1,3 +1,3 @@
     one
    -%2$s
    +%3$s
     three
    --\s
    2.40.0
    """
        .formatted(path, before, after);
  }

  String target() {
    return "gitlab:" + project.webUrl();
  }

  /** {@code convert} of the list, with the bot's token. */
  Ran convert(Object... more) {
    return convertWith(Map.of("GITLAB_TOKEN", bot.token()), more);
  }

  Ran convertWith(Map<String, String> environment, Object... more) {
    List<Object> words = new ArrayList<>(List.of("convert", list, "--repo", repository));
    words.addAll(Arrays.asList(more));
    return Ran.with(environment, words.toArray());
  }

  @Override
  public void close() {
    gitlab.close();
  }
}
