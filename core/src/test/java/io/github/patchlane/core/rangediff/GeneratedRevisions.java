package io.github.patchlane.core.rangediff;

import io.github.patchlane.core.testkit.GitSandbox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Two revisions of one invented series, as the branches {@code one} and {@code two}. */
final class GeneratedRevisions {
  private static final int FILES = 4;

  private final Random random;
  private final GitSandbox git;

  private GeneratedRevisions(Random random, GitSandbox git) {
    this.random = random;
    this.git = git;
  }

  /**
   * One step of a series.
   *
   * @param line where in the file it inserts
   */
  private record Step(String title, int file, int line, List<String> added, int removed) {}

  static void write(Random random, GitSandbox git) {
    new GeneratedRevisions(random, git).write();
  }

  private void write() {
    for (int file = 0; file < FILES; file++) {
      git.write("f" + file + ".c", String.join("\n", lines(40)) + "\n");
    }
    git.commit("base");
    List<Step> steps = new ArrayList<>();
    for (int i = 3 + random.nextInt(7); i > 0; i--) {
      steps.add(step("Step " + i));
    }
    commit("one", steps);
    commit("two", reworked(steps));
  }

  /** Few different lines, so that unlike patches look alike and costs tie. */
  private List<String> lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                switch (random.nextInt(6)) {
                  case 0 -> "";
                  case 1 -> "int f" + random.nextInt(5) + "(void)";
                  case 2 -> "{";
                  case 3 -> "}";
                  default -> "\tx" + random.nextInt(8) + "++;";
                })
        .toList();
  }

  private Step step(String title) {
    return new Step(
        title,
        random.nextInt(FILES),
        random.nextInt(36),
        lines(1 + random.nextInt(6)),
        random.nextInt(4));
  }

  private List<Step> reworked(List<Step> steps) {
    List<Step> reworked = new ArrayList<>();
    for (Step step : steps) {
      switch (random.nextInt(8)) {
        case 0 -> {}
        case 1 -> reworked.addAll(List.of(step, step("New")));
        case 2 -> reworked.add(step(step.title()));
        case 3 -> {
          List<String> longer = new ArrayList<>(step.added());
          longer.addAll(random.nextInt(longer.size() + 1), lines(1));
          reworked.add(new Step(step.title(), step.file(), step.line(), longer, step.removed()));
        }
        case 4 ->
            reworked.add(
                new Step(
                    step.title() + " better",
                    step.file(),
                    step.line(),
                    step.added(),
                    step.removed()));
        default -> reworked.add(step);
      }
    }
    if (random.nextInt(3) == 0) {
      Collections.shuffle(reworked, random);
    }
    return reworked;
  }

  private void commit(String branch, List<Step> steps) {
    git.git("checkout", "-q", "-b", branch, "main");
    for (Step step : steps) {
      String path = "f" + step.file() + ".c";
      List<String> lines = new ArrayList<>(git.read(path).lines().toList());
      int at = Math.min(step.line(), lines.size());
      lines.subList(at, Math.min(lines.size(), at + step.removed())).clear();
      lines.addAll(at, step.added());
      git.write(path, String.join("\n", lines) + "\n");
      git.commit(step.title() + "\n\nFor the better.\n");
    }
  }
}
