package io.github.patchlane.core.git;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The git command, to compare with where it is installed. */
final class GitProgram {
  private GitProgram() {}

  static boolean isInstalled() {
    try {
      return run(new File("."), new ProcessBuilder("git", "version")).startsWith("git version");
    } catch (IOException e) {
      return false;
    }
  }

  /** What {@code git patch-id --stable} says of every commit that is no merge. */
  static Map<String, String> patchIds(File repository) throws IOException {
    String ids =
        run(
            repository,
            new ProcessBuilder(
                "sh", "-c", "git log -p --no-merges --full-index HEAD | git patch-id --stable"));
    Map<String, String> byCommit = new HashMap<>();
    ids.lines().forEach(line -> byCommit.put(line.substring(41), line.substring(0, 40)));
    return byCommit;
  }

  private static String run(File directory, ProcessBuilder command) throws IOException {
    command.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    command.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Process process =
        command.directory(directory).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
