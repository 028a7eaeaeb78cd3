package io.github.patchlane.gitlab;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.gitlab.mergerequest.Heading;
import io.github.patchlane.gitlab.mergerequest.MergeRequest;
import io.github.patchlane.gitlab.rest.ProjectReader;
import io.github.patchlane.gitlab.rest.RequestFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The merge requests read so far, kept up with the server. */
final class KnownRequests {
  /** The server's clock and its index need not agree to the second. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final int UNAUTHORIZED = 401;

  /** One merge request, or why there is none, and what of it is damaged. */
  private record Entry(Instant updatedAt, Optional<MergeRequest> request, List<Problem> problems) {}

  private final LiveOptions options;
  private final TreeMap<Integer, Entry> entries = new TreeMap<>();
  private List<Problem> listProblems = List.of();
  private @Nullable Instant newestUpdate;

  KnownRequests(LiveOptions options) {
    this.options = options;
  }

  /** Reads what is new since the last time. */
  void update(ProjectReader reader, String archive) throws RequestFailedException {
    Optional<Instant> after =
        Optional.ofNullable(newestUpdate).map(at -> at.minus(OVERLAP)).or(options::updatedSince);
    List<Problem> damaged = new ArrayList<>();
    List<Heading> listed =
        reader.headings(
            after,
            (what, why) ->
                damaged.add(problem(Problem.Kind.UNREADABLE, archive, what, "", "", why)));
    List<Heading> changed = listed.stream().filter(this::isNews).toList();
    read(reader, archive, changed);
    if (newestUpdate == null || !damaged.isEmpty()) {
      listProblems = List.copyOf(damaged);
    }
    listed.stream()
        .map(Heading::updatedAt)
        .max(Comparator.naturalOrder())
        .filter(at -> newestUpdate == null || at.isAfter(newestUpdate))
        .ifPresent(at -> newestUpdate = at);
  }

  /** A new request is listed before its diff is worked out, which does not count as an update. */
  private boolean isNews(Heading heading) {
    Entry entry = entries.get(heading.iid());
    return entry == null
        || entry.request().filter(request -> !request.versions().isEmpty()).isEmpty()
        || !entry.updatedAt().equals(heading.updatedAt());
  }

  private void read(ProjectReader reader, String archive, List<Heading> changed)
      throws RequestFailedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            options.workers(),
            task -> {
              Thread thread = new Thread(task, "patchlane-gitlab");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<Entry>> reading = new ArrayList<>();
      for (Heading heading : changed) {
        reading.add(workers.submit(() -> entry(reader, archive, heading)));
      }
      for (int i = 0; i < changed.size(); i++) {
        entries.put(changed.get(i).iid(), reading.get(i).get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RequestFailedException failure) {
        throw failure;
      }
      throw new IllegalStateException("reading a merge request failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReadingInterruptedException("interrupted while reading " + archive, e);
    } finally {
      workers.shutdownNow();
    }
  }

  private Entry entry(ProjectReader reader, String archive, Heading heading)
      throws RequestFailedException {
    List<Problem> problems = new ArrayList<>();
    String place = "!" + heading.iid();
    try {
      MergeRequest request =
          reader.request(
              heading,
              options.everything(),
              (what, why) ->
                  problems.add(
                      problem(
                          Problem.Kind.DAMAGED,
                          archive,
                          place,
                          heading.page(),
                          heading.title(),
                          what + ": " + why + "; it was left out")));
      return new Entry(heading.updatedAt(), Optional.of(request), List.copyOf(problems));
    } catch (RequestFailedException e) {
      // Without the right to read, or without a server, the next one will fare no better.
      if (e.status() == UNAUTHORIZED || e.status() == 0) {
        throw e;
      }
      Problem unread =
          problem(
              Problem.Kind.UNREADABLE,
              archive,
              place,
              heading.page(),
              heading.title(),
              "the server would not give it: " + e.getMessage());
      return new Entry(heading.updatedAt(), Optional.empty(), List.of(unread));
    }
  }

  private static Problem problem(
      Problem.Kind kind, String archive, String place, String id, String title, String reason) {
    return new Problem(
        kind, new Position(archive, place), id, title, reason.replaceAll("\\s+", " ").strip());
  }

  /** By number. */
  List<MergeRequest> requests() {
    return entries.values().stream().flatMap(entry -> entry.request().stream()).toList();
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(listProblems);
    entries.values().forEach(entry -> problems.addAll(entry.problems()));
    return problems;
  }

  /** How many records were met and could not be read. */
  int unread() {
    return listProblems.size()
        + (int) entries.values().stream().filter(entry -> entry.request().isEmpty()).count();
  }
}
