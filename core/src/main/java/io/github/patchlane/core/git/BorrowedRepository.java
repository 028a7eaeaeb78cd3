package io.github.patchlane.core.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** A repository without objects of its own beside one that has them: git's alternates. */
final class BorrowedRepository {
  private static final String SHALLOW = "shallow";

  private BorrowedRepository() {}

  static void create(Repository original, ObjectId tip, Path directory) throws IOException {
    Path common = original.getCommonDirectory().toPath().toAbsolutePath();
    Files.createDirectories(directory.resolve("objects/info"));
    Files.createDirectories(directory.resolve("objects/pack"));
    Files.createDirectories(directory.resolve("refs/heads"));
    write(
        directory.resolve("config"),
        "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n");
    write(directory.resolve("objects/info/alternates"), common.resolve("objects") + "\n");
    if (Files.exists(common.resolve(SHALLOW))) {
      Files.copy(common.resolve(SHALLOW), directory.resolve(SHALLOW));
    }
    write(directory.resolve("packed-refs"), refs(original));
    // whatever was looked at, a branch's name or a tag's, is this one's HEAD
    write(directory.resolve(Constants.HEAD), tip.name() + "\n");
  }

  private static String refs(Repository original) throws IOException {
    return original.getRefDatabase().getRefs().stream()
        .filter(ref -> ref.getName().startsWith(Constants.R_REFS) && ref.getObjectId() != null)
        .sorted(Comparator.comparing(Ref::getName))
        .map(ref -> ref.getObjectId().name() + " " + ref.getName() + "\n")
        .collect(Collectors.joining());
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
