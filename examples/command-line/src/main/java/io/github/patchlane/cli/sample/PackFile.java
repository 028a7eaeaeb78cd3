package io.github.patchlane.cli.sample;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;

/**
 * Collects objects into one pack, streaming, and hands it to a repository at the end: a large
 * archive never stands in memory nor as loose files. Not thread-safe.
 */
final class PackFile implements ObjectSink, Closeable {
  private static final int HEADER = 12;

  private final Path file;
  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final byte[] buffer = new byte[1 << 16];
  private final Set<ObjectId> written = new HashSet<>();

  /**
   * @param file where the pack grows; gone after {@link #close}
   */
  PackFile(Path file) throws IOException {
    this.file = file;
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(new byte[HEADER]);
  }

  @Override
  public ObjectId insert(int type, byte[] content) throws IOException {
    ObjectId id = ObjectHash.of(type, content);
    if (!written.add(id)) {
      return id;
    }
    int size = content.length;
    int first = (type << 4) | (size & 15);
    size >>>= 4;
    while (size != 0) {
      out.write(first | 0x80);
      first = size & 0x7f;
      size >>>= 7;
    }
    out.write(first);
    deflater.reset();
    deflater.setInput(content);
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    return id;
  }

  /** Puts everything into the repository as one pack with its index. */
  void store(Repository repository) throws IOException {
    out.close();
    try (RandomAccessFile head = new RandomAccessFile(file.toFile(), "rw")) {
      head.write(
          ByteBuffer.allocate(HEADER)
              .put(Constants.PACK_SIGNATURE)
              .putInt(2)
              .putInt(written.size())
              .array());
      MessageDigest digest = Constants.newMessageDigest();
      head.seek(0);
      for (int n = head.read(buffer); n > 0; n = head.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      head.write(digest.digest());
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        ObjectInserter inserter = repository.newObjectInserter()) {
      PackParser parser = inserter.newPackParser(in);
      parser.setAllowThin(false);
      parser.parse(NullProgressMonitor.INSTANCE);
      inserter.flush();
    }
  }

  /** The whole pack once more; for after {@link #store}. */
  void copy(OutputStream to) throws IOException {
    Files.copy(file, to);
  }

  @Override
  public void close() throws IOException {
    out.close();
    deflater.end();
    Files.deleteIfExists(file);
  }
}
