package io.github.patchlane.core.policy;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.git.FileHistory;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.identity.Identities;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The MAINTAINERS file of a repository as it changed: who maintained a path at a time. A version is
 * read when somebody asks about its time, and the one read last is kept; what was answered once is
 * remembered. Good for as long as the repository is open. Not thread-safe.
 */
public final class MaintainersHistory {
  /** Where Linux, Xen, QEMU and U-Boot keep it. */
  public static final String FILE = "MAINTAINERS";

  private final FileHistory file;
  private final Identities identities;
  private final Map<Question, Set<Person>> answered = new HashMap<>();
  private int version = -1;
  private Maintainers maintainers = Maintainers.NONE;

  private record Question(int version, String path) {}

  private MaintainersHistory(FileHistory file, Identities identities) {
    this.file = file;
    this.identities = identities;
  }

  /**
   * The history that a repository's first branch tells.
   *
   * @param from the earliest time that will be asked about; of what was before, that version is
   *     told
   * @param identities by which people are named as elsewhere
   * @return empty where no version of the tree has such a file
   */
  public static Optional<MaintainersHistory> in(
      GitRepository repository, Instant from, Identities identities) {
    FileHistory file = repository.fileHistory(FILE, from);
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(new MaintainersHistory(file, identities));
  }

  /** Whose approval a change to a path needed then; see {@link Maintainers#approversOf}. */
  public Set<Person> approversOf(String path, Instant at) {
    return answered.computeIfAbsent(new Question(file.versionAt(at), path), this::answer);
  }

  private Set<Person> answer(Question question) {
    if (question.version() != version) {
      version = question.version();
      maintainers = Maintainers.parse(file.text(version));
    }
    return maintainers.approversOf(question.path()).stream()
        .map(identities::resolve)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
