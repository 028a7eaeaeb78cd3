package io.github.patchlane.cli;

import io.github.patchlane.core.metrics.Window;
import io.github.patchlane.core.trial.Protocol;
import io.github.patchlane.core.trial.ProtocolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every subcommand that compares. */
final class ProtocolOption {
  @Option(
      names = "--protocol",
      paramLabel = "FILE",
      description =
          "What is compared and how, settled beforehand, as a small TOML file; without it, the first"
              + " response within 7 days, list against merge requests.")
  @Nullable String file;

  boolean given() {
    return file != null;
  }

  /** The protocol, with the window of the command line where it has none of its own. */
  Protocol read(Window window) {
    Protocol protocol = file == null ? Protocol.standard() : parsed(file);
    if (window.equals(Window.ALWAYS)) {
      return protocol;
    }
    if (!protocol.window().equals(Window.ALWAYS)) {
      throw new UsageException(
          "--since and --until: the protocol has a window already; change it there");
    }
    return protocol.withWindow(window);
  }

  private static Protocol parsed(String file) {
    try {
      return Protocol.parse(new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8));
    } catch (ProtocolException e) {
      throw new UsageException("--protocol " + file + ", " + e.getMessage(), e);
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "--protocol: cannot read \""
              + file
              + "\" ("
              + (e instanceof NoSuchFileException ? "no such file" : e.getMessage())
              + "); name a readable file",
          e);
    }
  }
}
