package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the git repositories that make up an inbox. */
final class Inboxes {
  private static final Pattern EPOCH = Pattern.compile("(\\d{1,9})\\.git");

  private Inboxes() {}

  /** Whether the folder is a repository, has one as {@code .git}, or holds epochs of one inbox. */
  static boolean is(Path folder) {
    return !epochs(folder).isEmpty();
  }

  static GitInbox open(Path folder, String name) {
    List<Path> epochs = epochs(folder);
    if (epochs.isEmpty()) {
      throw new UnreadableSourceException(
          "no git repository at "
              + folder
              + "; name the folder of a public-inbox clone, or of its git/0.git");
    }
    return GitInbox.open(name, epochs.stream().map(Epoch::open).toList());
  }

  private static List<Path> epochs(Path folder) {
    List<Path> numbered = numbered(folder.resolve("git"));
    if (!numbered.isEmpty()) {
      return numbered;
    }
    return repository(folder)
        .or(() -> repository(folder.resolve("all.git")))
        .map(Inboxes::withAlternates)
        .orElse(List.of());
  }

  private static List<Path> numbered(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return byNumber(files.filter(Files::isDirectory));
    } catch (IOException e) {
      throw MailFile.unreadable(folder, e);
    }
  }

  private static List<Path> byNumber(Stream<Path> repositories) {
    return repositories
        .filter(path -> number(path).isPresent())
        .sorted(Comparator.comparing(path -> number(path).orElse(0)))
        .toList();
  }

  private static Optional<Integer> number(Path repository) {
    Matcher name = EPOCH.matcher(String.valueOf(repository.getFileName()));
    return name.matches() ? Optional.of(Integer.valueOf(name.group(1))) : Optional.empty();
  }

  private static Optional<Path> repository(Path folder) {
    Path inner = folder.resolve(".git");
    if (Files.isDirectory(inner)) {
      return Optional.of(inner);
    }
    if (Files.isRegularFile(inner)) {
      return linked(inner);
    }
    boolean bare =
        Files.isDirectory(folder.resolve("objects")) && Files.isDirectory(folder.resolve("refs"));
    return bare || Files.isRegularFile(folder.resolve("HEAD"))
        ? Optional.of(folder)
        : Optional.empty();
  }

  /** The repository that a {@code .git} file points at, as work trees and submodules have it. */
  private static Optional<Path> linked(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.startsWith("gitdir: ")
          ? Optional.of(file.resolveSibling(text.substring("gitdir: ".length())).normalize())
          : Optional.empty();
    } catch (IOException e) {
      throw MailFile.unreadable(file, e);
    }
  }

  /** A v2 inbox's {@code all.git} has no commits, only the epochs' objects to borrow. */
  private static List<Path> withAlternates(Path repository) {
    Path objects = repository.resolve("objects");
    Path alternates = objects.resolve("info").resolve("alternates");
    if (!"all.git".equals(String.valueOf(repository.toAbsolutePath().getFileName()))
        || !Files.isRegularFile(alternates)) {
      return List.of(repository);
    }
    try (Stream<String> lines = Files.lines(alternates)) {
      List<Path> epochs =
          byNumber(
              lines
                  .filter(line -> !line.isBlank() && !line.startsWith("#"))
                  .map(line -> objects.resolve(line).normalize().resolveSibling("").normalize()));
      return epochs.isEmpty() ? List.of(repository) : epochs;
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new UnreadableSourceException(
          "cannot read " + alternates + "; name the inbox's folder or one of its epochs", e);
    }
  }
}
