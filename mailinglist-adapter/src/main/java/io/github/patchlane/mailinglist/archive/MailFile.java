package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of mail, packed with gzip or not. Offsets count unpacked bytes. To go back into a packed
 * file, it is unpacked once into a temporary file, which {@link #close} removes.
 */
final class MailFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final boolean packed;
  private Optional<Path> unpacked = Optional.empty();

  private MailFile(Path path, boolean packed) {
    this.path = path;
    this.packed = packed;
  }

  static MailFile open(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(2);
      return new MailFile(path, magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  Path path() {
    return path;
  }

  /** The unpacked bytes from their beginning. A packed file may break off in the middle. */
  InputStream stream() throws IOException {
    InputStream in = Files.newInputStream(path);
    if (!packed) {
      return in;
    }
    try {
      return new GZIPInputStream(new BufferedInputStream(in, BUFFER), BUFFER);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The unpacked bytes from an offset on. */
  InputStream stream(long offset) throws IOException {
    InputStream in = Files.newInputStream(packed ? unpack() : path);
    try {
      in.skipNBytes(offset);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private Path unpack() throws IOException {
    if (unpacked.isPresent()) {
      return unpacked.get();
    }
    Path copy = Files.createTempFile("patchlane", ".mbox");
    unpacked = Optional.of(copy);
    copy.toFile().deleteOnExit();
    try (InputStream in = stream()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // A packed file that breaks off has been copied up to the break, as far as it can be read.
      if (Files.size(copy) == 0) {
        throw e;
      }
    }
    return copy;
  }

  static UnreadableSourceException unreadable(Path path, IOException cause) {
    String reason =
        cause instanceof NoSuchFileException ? "no such file" : String.valueOf(cause.getMessage());
    return new UnreadableSourceException(
        "cannot read " + path + ": " + reason + "; check the path and its permissions", cause);
  }

  @Override
  public void close() {
    unpacked.ifPresent(copy -> copy.toFile().delete());
    unpacked = Optional.empty();
  }
}
