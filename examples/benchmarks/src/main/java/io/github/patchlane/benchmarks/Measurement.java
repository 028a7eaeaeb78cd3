package io.github.patchlane.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a shell command in processes of its own and takes their cost: times from bash, which waits
 * for them all, memory from Linux's high-water mark of each. Needs both.
 */
final class Measurement {
  private static final long POLL_MILLIS = 10;

  private Measurement() {}

  /**
   * @param command for bash; its output is thrown away
   * @throws IOException if it cannot be run, or ends other than well
   */
  static Cost of(String command) throws IOException {
    Path times = Files.createTempFile("patchlane-bench", ".times");
    try {
      String timed =
          "set -o pipefail; TIMEFORMAT='%3R %3U %3S'; { time { "
              + command
              + " ; } > /dev/null 2>&3 ; } 3>&2 2> "
              + times;
      Process shell =
          new ProcessBuilder("bash", "-c", timed)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      long peak = 0;
      while (shell.isAlive()) {
        peak = Math.max(peak, peak(shell));
        Thread.sleep(POLL_MILLIS);
      }
      Commands.await(shell, command);
      String[] figures = Files.readString(times).strip().split(" ", -1);
      double cpu = Double.parseDouble(figures[1]) + Double.parseDouble(figures[2]);
      return new Cost(Double.parseDouble(figures[0]), cpu, peak);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while measuring " + command, e);
    } finally {
      Files.delete(times);
    }
  }

  /** The mark only rises, so that a late look misses nothing but the last moments. */
  private static long peak(Process shell) {
    try (Stream<ProcessHandle> processes = shell.descendants()) {
      return processes.mapToLong(Measurement::highWater).max().orElse(0);
    }
  }

  /** The most memory that this process ever had resident, in KiB; 0 where nobody says. */
  static long ownPeakKib() {
    return highWater(ProcessHandle.current());
  }

  private static long highWater(ProcessHandle process) {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
      return lines.stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      // It has ended meanwhile.
      return 0;
    }
  }
}
