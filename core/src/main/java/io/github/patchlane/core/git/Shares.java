package io.github.patchlane.core.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** Work on many commits, shared among the processors; neighbours stay together. */
final class Shares {
  /** Fewer are not worth a thread. */
  private static final int SMALLEST = 64;

  private Shares() {}

  /** What is done with a run of them. */
  interface Work<T, R> {
    List<R> on(List<T> share) throws IOException;
  }

  /** The results in the order of what they are of. */
  static <T, R> List<R> of(List<T> all, Work<T, R> work) throws IOException {
    int shares =
        Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), all.size() / SMALLEST));
    try {
      return IntStream.range(0, shares)
          .parallel()
          .mapToObj(i -> all.subList(start(all, i, shares), start(all, i + 1, shares)))
          .map(share -> done(work, share))
          .flatMap(List::stream)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int start(List<?> all, int i, int shares) {
    return (int) ((long) all.size() * i / shares);
  }

  private static <T, R> List<R> done(Work<T, R> work, List<T> share) {
    try {
      return work.on(share);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
