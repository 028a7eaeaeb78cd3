package io.github.patchlane.gitlab.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.UnreadableSourceException;
import io.github.patchlane.gitlab.json.MalformedRecordException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The file of an export, gone through from its start as often as it is asked for. What is damaged
 * goes to the collector of problems, and the rest is read.
 */
public final class ExportFile {
  private static final String MEMBERS = "tree/project/project_members.ndjson";
  private static final String REQUESTS = "tree/project/merge_requests.ndjson";
  private static final String BUNDLE = "project.bundle";
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private final Path path;
  private final String name;

  public ExportFile(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /** Takes what the archive holds, in the order in which it lies there. */
  public interface Visitor {
    default void member(JsonNode node) throws MalformedRecordException {}

    default void request(JsonNode node, Position position) throws MalformedRecordException {}

    /** The git bundle; to be read at once. */
    default void bundle(InputStream bundle, long size) throws IOException {}
  }

  /**
   * Goes through the archive.
   *
   * @throws UnreadableSourceException where it is not there, no archive, or not of a project
   */
  public void visit(Visitor visitor, Consumer<Problem> problems) {
    boolean requests = false;
    boolean any = false;
    try (InputStream in = open()) {
      TarStream tar = new TarStream(in);
      Optional<TarStream.File> file = tar.next();
      while (file.isPresent()) {
        any = true;
        String inside = plain(file.get().name());
        if (inside.equals(MEMBERS)) {
          lines(file.get().content(), inside, (node, at) -> visitor.member(node), problems);
        } else if (inside.equals(REQUESTS)) {
          requests = true;
          lines(file.get().content(), inside, visitor::request, problems);
        } else if (inside.equals(BUNDLE)) {
          visitor.bundle(file.get().content(), file.get().size());
        }
        file = tar.next();
      }
    } catch (NoSuchFileException e) {
      throw new UnreadableSourceException(name + ": no such file; name a project export", e);
    } catch (IOException e) {
      if (!any) {
        throw new UnreadableSourceException(
            name + ": no project export (" + reason(e) + "); name the .tar.gz that GitLab made", e);
      }
      problems.accept(
          new Problem(
              Problem.Kind.DAMAGED,
              new Position(name, "its end"),
              "",
              "",
              "the archive breaks off (" + reason(e) + "); what came before was read"));
    }
    if (!requests) {
      throw new UnreadableSourceException(
          name
              + ": no project export with merge requests: it holds no "
              + REQUESTS
              + (any ? ", as exports since GitLab 13 do" : " and nothing else"));
    }
  }

  private InputStream open() throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      file.mark(GZIP.length);
      byte[] start = file.readNBytes(GZIP.length);
      file.reset();
      return java.util.Arrays.equals(start, GZIP)
          ? new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16)
          : file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Archives are packed as {@code .}, so that every name begins with {@code ./}. */
  private static String plain(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : message.replaceAll("\\s+", " ");
  }

  private interface LineReader {
    void read(JsonNode node, Position position) throws MalformedRecordException;
  }

  private void lines(
      InputStream content, String inside, LineReader reader, Consumer<Problem> problems)
      throws IOException {
    Lines lines = new Lines(content);
    while (lines.next()) {
      Position position = new Position(name, inside + " line " + lines.number());
      try {
        reader.read(JsonLine.read(lines.line()), position);
      } catch (MalformedRecordException e) {
        problems.accept(
            new Problem(Problem.Kind.UNREADABLE, position, "", "", oneLine(e.reason())));
      }
    }
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }
}
