package io.github.patchlane.gitlab.testkit;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.testkit.SourceStory;
import io.github.patchlane.core.testkit.SourceStory.StoryPatch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commits of the story that every source tells, on the refs that GitLab keeps. */
public final class StoryGit implements AutoCloseable {
  private static final Instant BEFORE = SourceStory.OPENED.minusSeconds(3600);

  public final TestGit git;
  public final CommitId base;
  public final List<CommitId> first = new ArrayList<>();
  public final List<CommitId> second = new ArrayList<>();
  public final CommitId typo;

  public StoryGit(Path directory) {
    git = new TestGit(directory);
    Map<String, String> files = new HashMap<>();
    files.put("lib/parser.c", "struct parser {\n\tint line;\n};\n");
    files.put("lib/table.c", "\n".repeat(9) + "int rows(struct table *t)\n{\n\treturn 0;\n}\n");
    files.put("docs/start.txt", "Wellcome.\n");
    base = git.commit(Optional.empty(), "Max", BEFORE, "begin", files);
    series(files, "\tchar *second;", first, BEFORE.plusSeconds(60));
    series(files, "\tconst char *second;", second, BEFORE.plusSeconds(120));
    Map<String, String> mended = new HashMap<>(files);
    mended.put("docs/start.txt", "Welcome.\n");
    typo = commit(base, "Carol", SourceStory.TYPO, mended, BEFORE.plusSeconds(180));
    git.ref("refs/heads/main", base);
  }

  /** Sets the refs that a server would have set; a stand-in sets them itself. */
  public StoryGit withRefs() {
    git.ref("refs/heads/topic-1", second.get(1));
    git.ref("refs/merge-requests/1/head", second.get(1));
    git.ref("refs/merge-requests/2/head", typo);
    git.ref("refs/keep-around/" + first.get(1), first.get(1));
    return this;
  }

  private void series(Map<String, String> files, String field, List<CommitId> into, Instant at) {
    Map<String, String> now = new HashMap<>(files);
    now.put("lib/parser.c", "struct parser {\n\tchar *first;\n" + field + "\n\tint line;\n};\n");
    into.add(commit(base, "Ann", SourceStory.NAMES, now, at));
    now.put("lib/table.c", "\n".repeat(9) + "int rows(struct table *t)\n{\n\treturn t->rows;\n}\n");
    into.add(commit(into.get(0), "Ann", SourceStory.TABLE, now, at));
  }

  private CommitId commit(
      CommitId parent, String author, StoryPatch patch, Map<String, String> files, Instant at) {
    return git.commit(
        Optional.of(parent), author, at, patch.subject() + "\n\n" + patch.body() + "\n", files);
  }

  @Override
  public void close() {
    git.close();
  }
}
