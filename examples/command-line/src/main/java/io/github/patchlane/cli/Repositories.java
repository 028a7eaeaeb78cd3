package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import io.github.patchlane.core.source.PatchContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What {@code --repo} names: branches of one repository or of several, the canonical one first. */
final class Repositories implements AutoCloseable {
  private final List<GitRepository> opened = new ArrayList<>();

  private Repositories() {}

  static Repositories open(List<String> addresses) {
    Repositories repositories = new Repositories();
    try {
      joined(addresses).forEach(address -> repositories.opened.add(GitRepository.open(address)));
      return repositories;
    } catch (RuntimeException e) {
      repositories.close();
      throw e;
    }
  }

  /** One that was opened elsewhere, or none; closed with this. */
  static Repositories of(Optional<GitRepository> repository) {
    Repositories repositories = new Repositories();
    repository.ifPresent(repositories.opened::add);
    return repositories;
  }

  /** {@code a.git:x a.git:y} is one repository looked at through two branches. */
  private static List<String> joined(List<String> addresses) {
    Map<String, String> byDirectory = new LinkedHashMap<>();
    for (String address : addresses) {
      int colon = address.lastIndexOf(':');
      if (colon > 0 && address.indexOf('/', colon) < 0) {
        byDirectory.merge(
            address.substring(0, colon),
            address,
            (first, second) -> first + ',' + second.substring(colon + 1));
      } else {
        byDirectory.merge(address, address, (first, second) -> first);
      }
    }
    return List.copyOf(byDirectory.values());
  }

  /** The canonical one. */
  Optional<GitRepository> first() {
    return opened.stream().findFirst();
  }

  boolean isEmpty() {
    return opened.isEmpty();
  }

  Landings landings(
      List<Contribution> contributions,
      Function<SourceId, Optional<PatchContent>> contents,
      LandingOptions options) {
    Landings all = Landings.NONE;
    for (GitRepository repository : opened) {
      all =
          all.and(
              repository.landings(
                  LandedContributions.candidates(contributions),
                  LandedContributions.mentions(contributions),
                  contents,
                  options));
    }
    return all;
  }

  @Override
  public void close() {
    opened.forEach(GitRepository::close);
  }
}
