package io.github.patchlane.gitlab.repository;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Repositories of one folder behind git's own HTTP backend, on the loopback. */
final class RealGitServer implements AutoCloseable {
  private static final String BLANK_LINE = "\r\n\r\n";

  private final HttpServer server;
  private final Path folder;
  private final String backend;
  private final boolean firstProtocol;

  /**
   * @param firstProtocol whether clients that ask for a newer protocol get the first one
   */
  RealGitServer(Path folder, String backend, boolean firstProtocol) throws IOException {
    this.folder = folder;
    this.backend = backend;
    this.firstProtocol = firstProtocol;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where this machine has the program; empty where it has none. */
  static Optional<String> backend() {
    try {
      Process git = new ProcessBuilder("git", "--exec-path").start();
      String folder = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Path program = Path.of(folder.strip()).resolve("git-http-backend");
      return Files.isExecutable(program) ? Optional.of(program.toString()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  URI address(String repository) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + repository);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      ProcessBuilder cgi =
          new ProcessBuilder(backend).redirectError(ProcessBuilder.Redirect.DISCARD);
      byte[] body = exchange.getRequestBody().readAllBytes();
      Map<String, String> environment = cgi.environment();
      environment.put("GIT_PROJECT_ROOT", folder.toString());
      environment.put("GIT_HTTP_EXPORT_ALL", "1");
      environment.put("REQUEST_METHOD", exchange.getRequestMethod());
      environment.put("PATH_INFO", exchange.getRequestURI().getPath());
      environment.put(
          "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
      environment.put("CONTENT_LENGTH", Integer.toString(body.length));
      header(exchange, "Content-Type").ifPresent(type -> environment.put("CONTENT_TYPE", type));
      header(exchange, "Content-Encoding")
          .ifPresent(coding -> environment.put("HTTP_CONTENT_ENCODING", coding));
      header(exchange, "Git-Protocol")
          .filter(protocol -> !firstProtocol)
          .ifPresent(protocol -> environment.put("GIT_PROTOCOL", protocol));
      Process process = cgi.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(body);
      }
      reply(exchange, process.getInputStream());
    }
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static void reply(HttpExchange exchange, InputStream said) throws IOException {
    byte[] answer = said.readAllBytes();
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(BLANK_LINE);
    int status = 200;
    for (String line : text.substring(0, end).lines().toList()) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      if (line.startsWith("Status:")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().set(line.substring(0, colon), value);
      }
    }
    int start = end + BLANK_LINE.length();
    int length = answer.length - start;
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer, start, length);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
