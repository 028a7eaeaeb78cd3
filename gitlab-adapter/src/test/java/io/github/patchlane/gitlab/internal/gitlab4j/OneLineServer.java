package io.github.patchlane.gitlab.internal.gitlab4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that hears one request at a time, word for word, and answers as it was told. */
final class OneLineServer implements AutoCloseable {
  private static final String HANG_UP = "";

  private final ServerSocket socket;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<String> heard = new ArrayList<>();

  private OneLineServer(ServerSocket socket) {
    this.socket = socket;
  }

  static OneLineServer start() throws IOException {
    OneLineServer server =
        new OneLineServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(server::serve, "one-line-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  void answers(String status, String body, String... headers) {
    answers.add(
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + String.join("\r\n", headers)
            + (headers.length == 0 ? "\r\n" : "\r\n\r\n")
            + body);
  }

  /** Takes the next request and says nothing. */
  void hangsUp() {
    answers.add(HANG_UP);
  }

  List<String> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  private void serve() {
    try {
      while (true) {
        try (Socket line = socket.accept()) {
          String request = request(line.getInputStream());
          synchronized (heard) {
            heard.add(request);
          }
          line.getOutputStream().write(answers.take().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | InterruptedException end) {
      // the test is over
    }
  }

  private static String request(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int left = Integer.MAX_VALUE;
    while (left > 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      bytes.write(next);
      left--;
      String text = bytes.toString(StandardCharsets.UTF_8);
      if (left > 1 << 20 && text.endsWith("\r\n\r\n")) {
        left = length(text);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.startsWith("Content-Length: "))
        .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
