package io.github.patchlane.cli.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The merge requests as GitLab's "export project" packs them, of version 17: a tar of JSON lines
 * and a git bundle. No entry has a date, so the same requests give the same bytes.
 */
final class ProjectExport {
  private static final int BLOCK = 512;

  private final List<Request> requests;
  private final RequestUsers users;

  ProjectExport(List<Request> requests, RequestUsers users) {
    this.requests = List.copyOf(requests);
    this.users = users;
  }

  /**
   * Writes the archive.
   *
   * @param project finished, with the commits of all versions
   */
  void write(Path file, BareRepository project) throws IOException {
    // those of the lines below know the accounts that the members are
    byte[] lines = lines(requests.stream().map(Request::line).toList());
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    project.bundle(bundle, refs());
    try (OutputStream out = new Gzip(new BufferedOutputStream(Files.newOutputStream(file)))) {
      entry(out, "./VERSION", bytes("0.2.4"));
      entry(out, "./tree/project.json", bytes("{\"description\":\"Thornbill\"}\n"));
      entry(out, "./tree/project/project_members.ndjson", lines(users.lines()));
      entry(out, "./tree/project/merge_requests.ndjson", lines);
      entry(out, "./project.bundle", bundle.toByteArray());
      out.write(new byte[2 * BLOCK]);
    }
  }

  /** GitLab keeps every version that it ever showed. */
  private SortedMap<String, ObjectId> refs() {
    SortedMap<String, ObjectId> refs = new TreeMap<>();
    for (Request request : requests) {
      refs.put("refs/merge-requests/" + request.iid + "/head", request.version.head());
      request.versions().forEach(v -> refs.put("refs/keep-around/" + v.head().name(), v.head()));
    }
    return refs;
  }

  private static byte[] lines(List<ObjectNode> nodes) {
    return bytes(nodes.stream().map(node -> node + "\n").collect(Collectors.joining()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A file in the form of POSIX ustar. */
  private static void entry(OutputStream out, String name, byte[] content) throws IOException {
    byte[] head = new byte[BLOCK];
    put(head, 0, name);
    put(head, 100, "0000644\0");
    put(head, 108, "0000000\0");
    put(head, 116, "0000000\0");
    put(head, 124, "%011o\0".formatted(content.length));
    put(head, 136, "00000000000\0");
    put(head, 156, "0");
    put(head, 257, "ustar\0" + "00");
    // the sum is taken with blanks where it will stand
    Arrays.fill(head, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : head) {
      sum += b & 0xff;
    }
    put(head, 148, "%06o\0 ".formatted(sum));
    out.write(head);
    out.write(content);
    out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  private static void put(byte[] head, int at, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, head, at, ascii.length);
  }

  /** Fast rather than small: nearly all of it is a pack, which is compressed already. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
