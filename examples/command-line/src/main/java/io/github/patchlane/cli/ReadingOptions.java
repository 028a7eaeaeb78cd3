package io.github.patchlane.cli;

import io.github.patchlane.core.metrics.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every subcommand that reads sources. */
final class ReadingOptions {
  @Option(
      names = "--repo",
      paramLabel = "DIR[:BRANCH[,BRANCH...]]",
      description =
          "The canonical git repository, bare, shallow or a work tree; without it nothing is known"
              + " to have landed. Given several branches, or given again, the first decides what"
              + " landed and the others show backports.")
  List<String> repo = List.of();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only contributions opened then or later.")
  @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Only contributions opened by then, that day included.")
  @Nullable String until;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "See everything as of then; later events do not exist.")
  @Nullable String asOf;

  @Option(
      names = "--mailmap",
      paramLabel = "FILE",
      description = "Which names and addresses are one person, in git's form.")
  @Nullable String mailmap;

  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description =
          "What you know better, a line each: same MID MID, different MID MID, landed MID COMMIT,"
              + " not-landed MID, bot ADDRESS, human ADDRESS.")
  @Nullable String corrections;

  @Option(
      names = "--ignore-declared-links",
      description = "Do not link revisions by change-id, \"Link to vN\" or Supersedes:.")
  boolean ignoreDeclaredLinks;

  @Option(
      names = "--ignore-trailers",
      description = "Do not find landings by Link: and Message-ID: trailers.")
  boolean ignoreTrailers;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = "Who is who on GitLab, a line each: username TAB Name <mail>.")
  @Nullable String users;

  @Option(
      names = "--git-cache",
      paramLabel = "DIR",
      description =
          "Keep the commits of merge requests there, a bare repository made on first use; without"
              + " it they are fetched anew each time --repo is given.")
  @Nullable Path gitCache;

  @Option(
      names = "--gitlab-details",
      description =
          "Ask GitLab for approvals in force, reviewers, pipelines and statuses too: four requests"
              + " more for each merge request, and one for each push; and an old server for the"
              + " profiles of people whose address nothing else tells.")
  boolean gitlabDetails;

  @Option(
      names = "--export-of",
      paramLabel = "URL",
      description = "The address of the project that a gitlab-export: was made of.")
  @Nullable String exportOf;

  @Option(names = "--verbose", description = "Say more on standard error, stack traces included.")
  boolean verbose;

  Window window() {
    return new Window(
        Optional.ofNullable(since).map(text -> Instants.from("--since", text)),
        Optional.ofNullable(until).map(text -> Instants.until("--until", text)));
  }

  Optional<Instant> asOf() {
    return Optional.ofNullable(asOf).map(text -> Instants.until("--as-of", text));
  }
}
