package io.github.patchlane.gitlab.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** A directory that is gone when its work is done. */
record ScratchFolder(Path path) implements AutoCloseable {
  static ScratchFolder create() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("patchlane-gitlab"));
  }

  /**
   * Keeps JGit from tidying up behind a fetch, in a thread of its own and perhaps when the folder
   * is being removed.
   */
  static void withoutTidying(Repository repository) throws IOException {
    repository.getConfig().setInt("gc", null, "auto", 0);
    repository.getConfig().setInt("gc", null, "autoPackLimit", 0);
    repository.getConfig().save();
  }

  @Override
  public void close() {
    if (!Files.exists(path)) {
      return;
    }
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            /** Gone already: all the better. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException trouble)
                throws IOException {
              if (trouble instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw trouble;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
                throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the directory " + path, e);
    }
  }
}
