package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.FitSearch.Fit;
import io.github.patchlane.core.git.FitSearch.Goal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the bases of many series in one look at a history: what the caller gives, else what the
 * sender named, else the newest commit up to the posting where every file is what the patches were
 * made from. Where there is none, posted patches that make the missing files are put in front; what
 * then still lacks goes to the commit that has most of it.
 */
final class BaseSearch {
  /** Most series start from something recent; the rest are looked for further back. */
  private static final Duration RECENT = Duration.ofDays(90);

  /** Series that stand on series that stand on series. */
  private static final int DEEPEST = 6;

  private final History history;
  private final BaseOptions options;
  private final Map<String, Optional<byte[]>> contents = new HashMap<>();

  BaseSearch(History history, BaseOptions options) {
    this.history = history;
    this.options = options;
  }

  /** One answer for each question, in their order. */
  List<BaseFinding> answer(List<BaseQuestion> questions) {
    PostedPatches posted =
        new PostedPatches(
            Stream.concat(options.posted().stream(), questions.stream().map(BaseQuestion::series))
                .distinct()
                .toList());
    Map<Integer, BaseFinding> found = new HashMap<>();
    Map<Integer, BaseAttempt> open = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      Optional<BaseFinding> named = named(questions.get(i), posted);
      if (named.isPresent()) {
        found.put(i, named.get());
      } else {
        open.put(i, BaseAttempt.of(questions.get(i), List.of()));
      }
    }
    search(open, posted);
    open.forEach((i, attempt) -> found.put(i, BaseVerdict.searched(attempt, declares(attempt))));
    return IntStream.range(0, questions.size()).mapToObj(found::get).toList();
  }

  private boolean declares(BaseAttempt attempt) {
    return options.declared() && attempt.question().declared().isPresent();
  }

  private Optional<BaseFinding> named(BaseQuestion question, PostedPatches posted) {
    if (question.given().isPresent()) {
      CommitId commit = question.given().get();
      return Optional.of(
          at(BaseAttempt.of(question, List.of()), commit)
              .map(BaseVerdict::given)
              .orElseGet(() -> new BaseFinding.Unknown("the commit " + commit + " is not here")));
    }
    if (!options.declared() || question.declared().isEmpty()) {
      return Optional.empty();
    }
    List<PatchFootprint> before = declaredBefore(question, posted);
    int lost = question.prerequisites().size() - before.size();
    CommitId commit = question.declared().get();
    return at(BaseAttempt.of(question, before), commit)
        .map(attempt -> BaseVerdict.declared(completed(attempt, commit, posted), lost));
  }

  private static List<PatchFootprint> declaredBefore(BaseQuestion question, PostedPatches posted) {
    Set<SourceId> own = new HashSet<>();
    question.series().patches().forEach(patch -> own.add(patch.id()));
    List<PatchFootprint> before = new ArrayList<>();
    for (PatchId id : question.prerequisites()) {
      posted.patch(id, question.series().postedAt(), own).ifPresent(before::add);
    }
    return before;
  }

  private Optional<BaseAttempt> at(BaseAttempt attempt, CommitId commit) {
    return history
        .files(commit, attempt.needs().paths())
        .map(files -> attempt.at(commit, files, this::content));
  }

  /** With what it depends on in front, as far as that helps on this very commit. */
  private BaseAttempt completed(BaseAttempt first, CommitId commit, PostedPatches posted) {
    BaseAttempt best = first;
    BaseAttempt last = first;
    for (int depth = 0; depth < DEEPEST && !last.unmet().isEmpty(); depth++) {
      Optional<BaseAttempt> next = last.extended(posted).flatMap(attempt -> at(attempt, commit));
      if (next.isEmpty() || next.get().isWorseThan(best)) {
        break;
      }
      last = next.get();
      best = last.isBetterThan(best) ? last : best;
    }
    return best;
  }

  private void search(Map<Integer, BaseAttempt> open, PostedPatches posted) {
    Duration first = RECENT.compareTo(options.reach()) < 0 ? RECENT : options.reach();
    keepBetter(fit(open, first, history(open.values().stream().toList(), List.of(), first)), open);
    Map<Integer, BaseAttempt> unfit = new HashMap<>(open);
    unfit.values().removeIf(BaseAttempt::isWhole);
    if (unfit.isEmpty()) {
      return;
    }
    List<HistoryCommit> commits =
        history(unfit.values().stream().toList(), options.posted(), options.reach());
    keepBetter(fit(unfit, options.reach(), commits), open);
    Map<Integer, BaseAttempt> last = new HashMap<>();
    open.forEach(
        (i, attempt) -> {
          if (unfit.containsKey(i)) {
            last.put(i, attempt);
          }
        });
    for (int depth = 0; depth < DEEPEST; depth++) {
      Map<Integer, BaseAttempt> longer = new HashMap<>();
      last.forEach((i, known) -> known.extended(posted).ifPresent(next -> longer.put(i, next)));
      if (longer.isEmpty()) {
        return;
      }
      Map<Integer, BaseAttempt> tried = fit(longer, options.reach(), commits);
      // A patch in front may want another one before it, so that it helps only with that.
      open.forEach(
          (i, known) -> tried.computeIfPresent(i, (k, t) -> t.isWorseThan(known) ? null : t));
      keepBetter(tried, open);
      last.clear();
      last.putAll(tried);
      last.values().removeIf(BaseAttempt::isWhole);
    }
  }

  private static void keepBetter(Map<Integer, BaseAttempt> tried, Map<Integer, BaseAttempt> best) {
    tried.forEach((i, next) -> best.merge(i, next, (a, b) -> b.isBetterThan(a) ? b : a));
  }

  private List<HistoryCommit> history(
      List<BaseAttempt> attempts, List<SeriesFootprint> also, Duration reach) {
    Optional<Instant> first =
        attempts.stream().map(BaseAttempt::postedAt).min(Comparator.naturalOrder());
    if (first.isEmpty()) {
      return List.of();
    }
    Instant last =
        attempts.stream().map(BaseAttempt::postedAt).max(Comparator.naturalOrder()).get();
    Set<String> paths = new HashSet<>();
    attempts.forEach(attempt -> paths.addAll(attempt.needs().paths()));
    for (SeriesFootprint series : also) {
      paths.addAll(new Needs(series.patches()).paths());
    }
    return history.commits(paths, first.get().minus(reach), last);
  }

  /** Each where it fits best; those without a commit within reach are left out. */
  private Map<Integer, BaseAttempt> fit(
      Map<Integer, BaseAttempt> attempts, Duration reach, List<HistoryCommit> commits) {
    List<Map.Entry<Integer, BaseAttempt>> order =
        attempts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    List<Goal> goals =
        order.stream()
            .map(Map.Entry::getValue)
            .map(attempt -> new Goal(attempt.needs(), attempt.postedAt()))
            .toList();
    List<Optional<Fit>> fits = new FitSearch(commits, reach, this::content).best(goals);
    Map<Integer, BaseAttempt> found = new HashMap<>();
    for (int i = 0; i < fits.size(); i++) {
      Map.Entry<Integer, BaseAttempt> question = order.get(i);
      fits.get(i)
          .flatMap(fit -> at(question.getValue(), fit.commit().id()))
          .ifPresent(attempt -> found.put(question.getKey(), attempt));
    }
    return found;
  }

  private Optional<byte[]> content(String blob) {
    return contents.computeIfAbsent(blob, history::content);
  }
}
