package io.github.patchlane.cli.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads what the generator wrote, knowing nothing of it but the format. */
final class Archive {
  private Archive() {}

  static ObjectId head(Path repository) throws IOException {
    try (Repository git = open(repository)) {
      return git.resolve(Constants.HEAD);
    }
  }

  /** Raw mails, oldest first. */
  static List<String> mails(Path repository) throws IOException {
    List<String> mails = new ArrayList<>();
    try (Repository git = open(repository);
        RevWalk walk = new RevWalk(git)) {
      walk.sort(RevSort.REVERSE);
      walk.sort(RevSort.TOPO, true);
      walk.markStart(walk.parseCommit(git.resolve(Constants.HEAD)));
      for (RevCommit commit : walk) {
        try (TreeWalk m = TreeWalk.forPath(git, "m", commit.getTree())) {
          mails.add(new String(git.open(m.getObjectId(0)).getBytes(), UTF_8));
        }
      }
    }
    return mails;
  }

  static String id(String mail) {
    int start = mail.indexOf("\nMessage-Id: <") + "\nMessage-Id: <".length();
    return mail.substring(start, mail.indexOf('>', start));
  }

  static Repository open(Path repository) throws IOException {
    return new FileRepositoryBuilder().setGitDir(repository.toFile()).setMustExist(true).build();
  }
}
