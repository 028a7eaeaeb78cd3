package io.github.patchlane.gitlab.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what GitLab's "export project" writes, as far as anybody reads it. */
public final class ExportArchiveWriter {
  private final List<String> members = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private byte @Nullable [] bundle;
  private boolean membersLast;

  /** A line of {@code project_members.ndjson}. */
  public ExportArchiveWriter member(long id, String username, String publicEmail) {
    members.add(
        """
        {"access_level":40,"source_type":"Project","user_id":%d,"created_at":"2023-12-01T00:00:00.000Z","invite_email":null,"user":{"id":%d,"username":"%s","public_email":"%s"}}"""
            .formatted(id, id, username, publicEmail));
    return this;
  }

  /** A line of {@code merge_requests.ndjson}, or what stands in its place. */
  public ExportArchiveWriter request(String line) {
    requests.add(line);
    return this;
  }

  public ExportArchiveWriter bundle(byte[] content) {
    bundle = content.clone();
    return this;
  }

  /** The files of an archive have no order; members may come after what names them. */
  public ExportArchiveWriter membersLast() {
    membersLast = true;
    return this;
  }

  /** The tar within. */
  public TarWriter tar() {
    TarWriter tar = new TarWriter();
    tar.entry("./", '5', new byte[0]).file("./VERSION", "0.2.4");
    tar.file("./tree/project.json", "{\"description\":\"\",\"visibility_level\":20}\n");
    if (!membersLast) {
      members(tar);
    }
    tar.file("./tree/project/merge_requests.ndjson", lines(requests));
    if (membersLast) {
      members(tar);
    }
    Optional.ofNullable(bundle).ifPresent(b -> tar.file("./project.bundle", b));
    return tar;
  }

  private void members(TarWriter tar) {
    tar.file("./tree/project/project_members.ndjson", lines(members));
  }

  private static String lines(List<String> lines) {
    return String.join("", lines.stream().map(line -> line + "\n").toList());
  }

  /** Writes the archive. */
  public Path write(Path file) {
    return write(file, tar().bytes());
  }

  /** Packs a tar. */
  public static Path write(Path file, byte[] tar) {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(tar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
