package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.git.landing.LandedPatch;
import io.github.patchlane.core.git.landing.LandingCandidate;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.source.PatchContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Patches posted against a repository and what was then committed to it, told step by step. */
final class LandingStory implements AutoCloseable {
  private static final Instant START = Instant.parse("2024-05-01T12:00:00Z");

  private final TestRepository repository;
  private final List<LandingCandidate> candidates = new ArrayList<>();
  private final Map<SourceId, PatchContent> contents = new HashMap<>();
  private final Map<String, String> posted = new HashMap<>();
  private final Map<String, String> kept = new HashMap<>();
  private Person author = new Person(TestRepository.AUTHOR, TestRepository.EMAIL);
  private Duration at = Duration.ZERO;
  private int effort = 1;
  private int round = 1;
  private int index;

  LandingStory(Path directory) {
    repository = new TestRepository(directory.toFile());
  }

  LandingStory write(String path, String content) {
    repository.write(path, content);
    return this;
  }

  /** By Ada, so long after the start. */
  String commit(String message, Duration after) {
    return repository.commit(message, START.plus(after));
  }

  void branch(String name) {
    repository.branch(name);
  }

  void checkout(String name) {
    repository.checkout(name);
  }

  LandingStory by(String name, String email) {
    author = new Person(name, email);
    return this;
  }

  void nextRound(Duration after) {
    round++;
    index = 0;
    at = after;
  }

  void nextEffort(Duration after) {
    effort++;
    round = 1;
    index = 0;
    at = after;
  }

  /** Posts what would make of a file as it is now that content. */
  void post(String id, String subject, String path, String content) {
    String diff = diff(path, repository.text(path), content);
    posted.put(path, content);
    byte[] bytes = diff.getBytes(StandardCharsets.UTF_8);
    UnifiedDiff parsed = UnifiedDiff.parse(bytes);
    SourceId mail = new MessageId(id);
    contents.put(mail, new PatchContent(mail, author, Optional.empty(), subject + "\n", bytes));
    candidates.add(
        new LandingCandidate(
            new ContributionId("mail:effort" + effort),
            round,
            START.plus(at),
            new Patch(
                ++index,
                OptionalInt.empty(),
                mail,
                subject,
                author,
                parsed.patchId(),
                NetChange.of(parsed),
                parsed.stat())));
  }

  /** Lets the next patch be made on top of the ones posted so far. */
  void apply() {
    posted.forEach(
        (path, content) -> {
          kept.putIfAbsent(path, repository.text(path));
          repository.write(path, content);
        });
  }

  /** Takes that back. */
  void undo() {
    kept.forEach(repository::write);
    kept.clear();
  }

  /** The whole file as one hunk, what is common at its start and end as context. */
  private static String diff(String path, String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int head = 0;
    while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(old.size(), now.size()) - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    StringBuilder diff = new StringBuilder();
    diff.append("diff --git a/%1$s b/%1$s\n--- a/%1$s\n+++ b/%1$s\n".formatted(path));
    diff.append("@@ -1,%d +1,%d @@\n".formatted(old.size(), now.size()));
    old.subList(0, head).forEach(line -> diff.append(' ').append(line).append('\n'));
    old.subList(head, old.size() - tail).forEach(l -> diff.append('-').append(l).append('\n'));
    now.subList(head, now.size() - tail).forEach(l -> diff.append('+').append(l).append('\n'));
    old.subList(old.size() - tail, old.size())
        .forEach(line -> diff.append(' ').append(line).append('\n'));
    return diff.toString();
  }

  /** Patch, commit, evidence and role of all that landed on these branches, by time. */
  List<String> landings(String... branches) {
    return landings(this::content, branches);
  }

  /** The people that the trailers of each commit name, by time of landing. */
  List<List<Trailer>> trailers() {
    return found(this::content).stream().map(LandedPatch::trailers).toList();
  }

  private Optional<PatchContent> content(SourceId id) {
    return Optional.ofNullable(contents.get(id));
  }

  /** The same where no patch can be fetched. */
  List<String> landingsUnseen() {
    return landings(id -> Optional.empty());
  }

  private List<String> landings(
      Function<SourceId, Optional<PatchContent>> source, String... branches) {
    return found(source, branches).stream()
        .map(LandedPatch::landing)
        .map(LandingStory::told)
        .toList();
  }

  private List<LandedPatch> found(
      Function<SourceId, Optional<PatchContent>> source, String... branches) {
    String address =
        repository.directory().getPath()
            + (branches.length == 0 ? "" : ":" + String.join(",", branches));
    try (GitRepository opened = GitRepository.open(address)) {
      return opened
          .landings(
              candidates, Map.of(), source, LandingOptions.asOf(START.plus(Duration.ofDays(500))))
          .patches();
    }
  }

  private static String told(Landing landing) {
    return landing.patch().value()
        + ' '
        + landing.commit().value()
        + ' '
        + landing.evidence().kind().label()
        + ' '
        + landing.role().label()
        + landing.reverted().map(r -> ", reverted by " + r.commit().value()).orElse("");
  }

  @Override
  public void close() {
    repository.close();
  }
}
