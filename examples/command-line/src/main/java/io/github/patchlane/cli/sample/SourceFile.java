package io.github.patchlane.cli.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** One file of the invented project at one moment; every line ends in a newline. Immutable. */
final class SourceFile {
  private final List<String> lines;
  private final byte[] bytes;
  private final ObjectId id;

  SourceFile(List<String> lines) {
    this.lines = List.copyOf(lines);
    bytes = lines.isEmpty() ? new byte[0] : (String.join("\n", lines) + "\n").getBytes(UTF_8);
    id = ObjectHash.of(Constants.OBJ_BLOB, bytes);
  }

  List<String> lines() {
    return lines;
  }

  byte[] bytes() {
    return bytes;
  }

  ObjectId id() {
    return id;
  }
}
