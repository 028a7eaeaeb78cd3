package io.github.patchlane.benchmarks;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.BaseFinding;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.PatchContent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Applies series to the base that their senders named and to the one that was found. */
final class BaseQuality implements AutoCloseable {
  private final ContributionSource source;
  private final ScratchTree scratch;
  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> evidence = new TreeMap<>();
  private final Map<String, int[]> byConfidence = new TreeMap<>();
  private int named;
  private int fails;
  private int sameCommit;
  private int same;
  private int dependent;
  private int dependentAlone;
  private int dependentApplied;

  BaseQuality(ContributionSource source, String repository) throws IOException {
    this.source = source;
    this.scratch = new ScratchTree(Path.of(repository));
  }

  void add(Revision revision, BaseFinding finding) throws IOException {
    String kind =
        finding instanceof BaseFinding.Found found
            ? found.evidence().label()
                + (found.fits() ? ", all fit" : "")
                + (found.prerequisites().isEmpty() ? "" : ", behind posted patches")
            : "unknown";
    evidence.merge(kind, 1, Integer::sum);
    if (finding instanceof BaseFinding.Found found && !found.prerequisites().isEmpty()) {
      behind(revision, found);
    }
    if (revision.base().isEmpty() || !scratch.has(revision.base().get().value())) {
      return;
    }
    List<PatchContent> own = contents(revision.patches().stream().map(Patch::id));
    Optional<Map<String, String>> wanted =
        scratch.apply(revision.base().get().value(), List.of(), own);
    if (wanted.isEmpty()) {
      fails++;
      return;
    }
    named++;
    Optional<Map<String, String>> got = Optional.empty();
    double confidence = 0;
    if (finding instanceof BaseFinding.Found found) {
      sameCommit += found.commit().equals(revision.base().get()) ? 1 : 0;
      got = scratch.apply(found.commit().value(), contents(found.prerequisites().stream()), own);
      confidence = found.confidence();
    }
    boolean right = got.equals(wanted);
    same += right ? 1 : 0;
    int[] count = byConfidence.computeIfAbsent(String.format("%.2f", confidence), k -> new int[2]);
    count[0] += right ? 1 : 0;
    count[1]++;
    if (!right) {
      differences.add(revision.patches().get(0).id().value() + ": " + finding);
    }
  }

  private void behind(Revision revision, BaseFinding.Found found) throws IOException {
    List<PatchContent> own = contents(revision.patches().stream().map(Patch::id));
    String base = found.commit().value();
    dependent++;
    dependentAlone += scratch.apply(base, List.of(), own).isPresent() ? 1 : 0;
    dependentApplied +=
        scratch.apply(base, contents(found.prerequisites().stream()), own).isPresent() ? 1 : 0;
  }

  private List<PatchContent> contents(Stream<? extends SourceId> patches) {
    return patches.map(source::content).flatMap(Optional::stream).toList();
  }

  void print(PrintStream out) {
    out.println("Bases, with what the sender named hidden");
    out.println(Ratio.line("the same files as on the named base", same, named));
    out.println(Ratio.line("the very commit", sameCommit, named));
    out.printf("  %-44s %5d%n", "named, but they do not apply there", fails);
    byConfidence.forEach(
        (level, count) ->
            out.println(Ratio.line("right at confidence " + level, count[0], count[1])));
    differences.forEach(line -> out.println("    differs: " + line));
    out.println(Ratio.line("apply behind the posted patches found", dependentApplied, dependent));
    out.println(Ratio.line("of these apply without them", dependentAlone, dependent));
    int all = evidence.values().stream().mapToInt(Integer::intValue).sum();
    new LinkedHashMap<>(evidence)
        .forEach((kind, count) -> out.println(Ratio.line("by " + kind, count, all)));
  }

  @Override
  public void close() {
    scratch.close();
  }
}
