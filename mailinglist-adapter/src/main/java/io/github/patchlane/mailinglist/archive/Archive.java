package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A mail archive, read as bytes. Start at {@link Archives#open}.
 *
 * <p>Mails come in archive order: a git inbox oldest commit first whatever the clocks said, an mbox
 * from its start, a maildir or folder by file name. Nothing is kept between mails but object ids
 * and file names, so that memory does not grow with the mails' bytes.
 *
 * <p>One thread at a time; but {@link #read} may be called from within a {@link #forEach} sink.
 */
public interface Archive extends AutoCloseable {

  /** The archive as the caller named it, without the forcing prefix. */
  String name();

  /**
   * Hands every mail to the sink, on the calling thread. A mail that can't be read arrives as
   * {@link Reading.Rejected} at its place and the rest goes on. A mail longer than {@link
   * RawMail#MAX_BYTES} arrives cut at that length, followed by a {@code Rejected} of kind {@code
   * DAMAGED} that says so.
   *
   * @throws io.github.patchlane.core.source.UnreadableSourceException if the archive as a whole
   *     fails, for instance because it vanished
   */
  void forEach(Consumer<Reading<RawMail>> sink);

  /**
   * Reads one mail again, with the same bytes that {@link #forEach} handed out; empty where this
   * archive holds no readable mail at that position.
   */
  Optional<byte[]> read(Position position);

  /** Lets go of files; never fails. */
  @Override
  void close();
}
