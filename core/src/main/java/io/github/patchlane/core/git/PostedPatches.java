package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All posted patches by what they make of files, and by their ids. */
final class PostedPatches {
  /** Series that are sent together do not arrive in order. */
  private static final Duration TOGETHER = Duration.ofHours(1);

  /** Ids of files are abbreviated to no less, unless somebody made an effort. */
  private static final int SHORT = 7;

  private final Map<String, List<Made>> byFile = new HashMap<>();
  private final Map<PatchId, List<Made>> byPatchId = new HashMap<>();

  /**
   * What a patch made.
   *
   * @param place of the patch in its series
   */
  private record Made(SeriesFootprint series, int place, String blob) {
    SourceId id() {
      return series.patches().get(place).id();
    }
  }

  PostedPatches(List<SeriesFootprint> all) {
    for (SeriesFootprint series : all) {
      for (int i = 0; i < series.patches().size(); i++) {
        add(series, i);
      }
    }
  }

  private void add(SeriesFootprint series, int place) {
    PatchFootprint patch = series.patches().get(place);
    patch
        .patchId()
        .ifPresent(
            id ->
                byPatchId
                    .computeIfAbsent(id, k -> new ArrayList<>())
                    .add(new Made(series, place, "")));
    for (FileFootprint file : patch.files()) {
      if (file.newPath().isPresent()
          && file.newBlob().filter(b -> b.length() >= SHORT).isPresent()) {
        String blob = file.newBlob().get().toLowerCase(Locale.ROOT);
        byFile
            .computeIfAbsent(key(file.newPath().get(), blob), k -> new ArrayList<>())
            .add(new Made(series, place, blob));
      }
    }
  }

  private static String key(String path, String blob) {
    return blob.substring(0, SHORT) + ' ' + path;
  }

  /** Patches to apply in a row, and when they were posted. */
  record Chain(Instant postedAt, List<PatchFootprint> patches) {}

  /** The patches of the newest series that made the file, up to the one that did. */
  Optional<Chain> making(Need need, Instant before, Set<SourceId> without) {
    if (need.kind() != Need.Kind.BLOB || need.blob().length() < SHORT) {
      return Optional.empty();
    }
    return newest(
            byFile.getOrDefault(key(need.path(), need.blob()), List.of()).stream()
                .filter(m -> m.blob().startsWith(need.blob()) || need.blob().startsWith(m.blob()))
                .toList(),
            before,
            without)
        .map(
            made ->
                new Chain(
                    made.series().postedAt(),
                    made.series().patches().subList(0, made.place() + 1)));
  }

  /** The newest posting of a patch that its id tells. */
  Optional<PatchFootprint> patch(PatchId id, Instant before, Set<SourceId> without) {
    return newest(byPatchId.getOrDefault(id, List.of()), before, without)
        .map(made -> made.series().patches().get(made.place()));
  }

  private static Optional<Made> newest(List<Made> makers, Instant before, Set<SourceId> without) {
    return makers.stream()
        .filter(made -> !made.series().postedAt().isAfter(before.plus(TOGETHER)))
        .filter(made -> !without.contains(made.id()))
        .max(
            Comparator.comparing((Made made) -> made.series().postedAt())
                .thenComparing(made -> made.id().value()));
  }
}
