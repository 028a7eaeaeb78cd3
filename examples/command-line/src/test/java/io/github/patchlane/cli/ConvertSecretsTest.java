package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.cli.sample.SampleOptions;
import io.github.patchlane.cli.sample.SampleProject;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.GitLabStandIn;
import io.github.patchlane.gitlab.standin.StandInUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code convert} as a process of its own, every log that it can write switched on: whatever
 * happens, no secret is in what it prints, nor in its journal.
 */
class ConvertSecretsTest {
  private static final String SMTP_USER = "gateway";
  private static final String PASSWORD = "Correct-Horse-7!";

  @TempDir private static Path sample;
  private static String contribution;

  @TempDir Path scratch;
  private GitLabStandIn gitlab;
  private StandInUser owner;
  private StandInUser reporter;

  @BeforeAll
  static void write() {
    contribution =
        SampleProject.write(sample, SampleOptions.standard()).contributions().stream()
            .filter(c -> c.state() == State.LANDED && c.oddity().equals("none"))
            .map(c -> c.id().value())
            .findFirst()
            .orElseThrow();
  }

  @BeforeEach
  void start() {
    gitlab = GitLabStandIn.start();
    owner = gitlab.user("owner", "Owner", "owner@example.org");
    reporter = gitlab.user("reporter", "Reporter", "reporter@example.org");
    Path server = scratch.resolve("server.git");
    FolderCopy.make(sample.resolve(SampleProject.PROJECT), server);
    gitlab
        .project("group/project", server)
        .member(owner, AccessLevel.OWNER)
        .member(reporter, AccessLevel.REPORTER);
  }

  @AfterEach
  void stop() {
    gitlab.close();
  }

  private record Ended(int status, String said) {}

  private Ended convert(String to, String variable, String secret, Path project) {
    Path logging = scratch.resolve("logging.properties");
    Path output = scratch.resolve("output");
    Path journal = scratch.resolve("journal");
    try {
      Files.writeString(
          logging,
          """
          handlers=java.util.logging.ConsoleHandler
          java.util.logging.ConsoleHandler.level=ALL
          .level=ALL
          """);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Djava.util.logging.config.file=" + logging);
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
      command.addAll(List.of("convert", sample.resolve(SampleProject.LIST).toString()));
      command.addAll(List.of(contribution, "--repo", project.toString(), "--to", to));
      command.addAll(List.of("--journal", journal.toString(), "--verbose"));
      command.addAll(List.of("--mail-to", "devel@example.org"));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(Map.of(variable, secret, "GIT_CONFIG_NOSYSTEM", "1"));
      int status = builder.start().waitFor();
      String said = Files.readString(output, StandardCharsets.ISO_8859_1);
      return new Ended(status, said + (Files.exists(journal) ? Files.readString(journal) : ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Ended toGitLab(String path, String token) {
    return convert(
        "gitlab:" + gitlab.url() + "/" + path,
        "GITLAB_TOKEN",
        token,
        sample.resolve(SampleProject.PROJECT));
  }

  private static void assertEnded(int status, String words, String secret, Ended ended) {
    assertEquals(status, ended.status(), ended.said());
    assertTrue(ended.said().contains(words), ended.said());
    // as it is, and as HTTP and SMTP send it
    for (String form :
        List.of(
            secret,
            base64(secret),
            base64("oauth2:" + secret),
            base64("\0" + SMTP_USER + "\0" + secret))) {
      int at = ended.said().indexOf(form);
      assertEquals(-1, at, () -> "behind " + ended.said().substring(Math.max(0, at - 200), at));
    }
  }

  private static String base64(String text) {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return encoded.replace("=", "");
  }

  @Test
  void allGoesWell() {
    assertEnded(0, "performed", owner.token(), toGitLab("group/project", owner.token()));
    assertTrue(gitlab.state().contains("merge request"), gitlab.state());
  }

  @Test
  void theTokenIsNotAccepted() {
    String wrong = "glpat-no-such-token-0123456789";
    assertEnded(2, "does not accept the token", wrong, toGitLab("group/project", wrong));
  }

  @Test
  void theTokenMayNotPush() {
    Ended ended = toGitLab("group/project", reporter.token());
    assertTrue(ended.status() != 0, ended.said());
    assertEnded(ended.status(), "push", reporter.token(), ended);
  }

  @Test
  void theProjectIsNotThere() {
    assertEnded(2, "group/other", owner.token(), toGitLab("group/other", owner.token()));
  }

  /** A server that speaks SMTP as far as the login, and takes nobody. */
  @Test
  void theMailServerTurnsThePasswordAway() throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      Thread answering = new Thread(() -> turnAway(server));
      answering.setDaemon(true);
      answering.start();
      Path project = scratch.resolve("configured.git");
      FolderCopy.make(sample.resolve(SampleProject.PROJECT), project);
      configure(project, server.getLocalPort());
      assertEnded(
          2,
          "it does not take that user and password",
          PASSWORD,
          convert("smtp:", "PATCHLANE_SMTP_PASSWORD", PASSWORD, project));
    }
  }

  private static void configure(Path project, int port) throws IOException {
    try (var repository =
        new FileRepositoryBuilder().setGitDir(project.toFile()).setBare().build()) {
      StoredConfig config = repository.getConfig();
      config.setString("sendemail", null, "smtpServer", "127.0.0.1");
      config.setInt("sendemail", null, "smtpServerPort", port);
      config.setString("sendemail", null, "smtpUser", SMTP_USER);
      config.setString("sendemail", null, "from", "Gateway <gateway@example.org>");
      config.save();
    }
  }

  private static void turnAway(ServerSocket server) {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = socket.getOutputStream()) {
      say(out, "220 mail.example.org ESMTP");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("EHLO")) {
          say(out, "250-mail.example.org\r\n250 AUTH PLAIN LOGIN");
        } else {
          // as some servers do, with what was sent in its answer
          say(out, line.startsWith("AUTH") ? "535 5.7.8 no: " + line : "221 bye");
        }
      }
    } catch (IOException e) {
      // the client has hung up
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
