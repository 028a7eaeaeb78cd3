package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.identity.Mailmap;
import io.github.patchlane.core.jsonl.JsonLinesSource;
import io.github.patchlane.core.metrics.AsOf;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.Maintainers;
import io.github.patchlane.core.metrics.Window;
import io.github.patchlane.core.policy.MaintainersHistory;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Corrections;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.UnreadableSourceException;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.ReadOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything between a command line and the contributions it speaks of: sources opened and read as
 * one, landings found, the end of observation chosen. What was opened stays open until the session
 * is closed, so that patches and files can still be asked for and nothing is read twice.
 */
final class Session implements AutoCloseable {
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final List<ContributionSource> opened = new ArrayList<>();
  private final List<String> sources;
  private final ReadingOptions options;
  private final Environment environment;
  private final Corrections corrections;
  private final Progress progress;
  private Optional<ContributionSource> list = Optional.empty();
  private Optional<GitRepository> canonical = Optional.empty();
  private List<Contribution> harvested = List.of();

  /**
   * What was read.
   *
   * @param harvest with landings where a repository was given; nothing is left out yet
   * @param landings the search, empty where no repository was given
   * @param asOf what was asked for, else the newest mail or event
   * @param maintainers as the canonical repository names them, until the session is closed; unknown
   *     where facts alone were asked for
   */
  record Result(
      Harvest harvest, Optional<Landings> landings, Instant asOf, Maintainers maintainers) {
    /** Whether what landed is known, from a repository or from what an earlier run wrote down. */
    boolean landingsKnown() {
      return landings.isPresent()
          || harvest.contributions().stream().anyMatch(c -> !c.landings().isEmpty());
    }

    /** For measuring all of it. */
    LatencyOptions options(Window window) {
      return LatencyOptions.asOf(asOf)
          .withWindow(window)
          .withLandingsKnown(landingsKnown())
          .withMaintainers(maintainers);
    }

    /** The contributions opened in the window, as of the end of observation. */
    List<Contribution> contributions(Window window) {
      return harvest.contributions().stream().filter(c -> window.contains(c.openedAt())).toList();
    }
  }

  Session(List<String> sources, ReadingOptions options, Environment environment, PrintWriter err) {
    this.sources = sources;
    this.options = options;
    this.environment = environment;
    this.progress = new Progress(err);
    this.corrections =
        file(options.corrections, "--corrections")
            .map(text -> Corrections.parse(String.valueOf(options.corrections), text))
            .orElse(Corrections.NONE);
  }

  /**
   * Reads for commands that print facts: landings count whenever they came, unless an end was asked
   * for.
   */
  Result read() {
    return read(sources, options.asOf().orElse(Instant.MAX));
  }

  /**
   * Reads for commands that measure time: nothing counts that came after the end of observation,
   * which is the newest mail or event where none was asked for. After it no reply could have been
   * seen.
   */
  Result observe() {
    return observe(sources);
  }

  /** The same of some of the sources alone. */
  Result observe(List<String> some) {
    Result all = read(some, options.asOf().orElse(Instant.MAX));
    Result seen = truncated(all, all.asOf());
    return new Result(seen.harvest(), seen.landings(), seen.asOf(), maintainers(seen.harvest()));
  }

  private Maintainers maintainers(Harvest harvest) {
    Optional<Instant> earliest =
        harvest.contributions().stream().findFirst().map(Contribution::openedAt);
    return canonical
        .flatMap(
            repository ->
                earliest.flatMap(
                    from -> MaintainersHistory.in(repository, from, new Identities(mailmap()))))
        .<Maintainers>map(history -> history::approversOf)
        .orElse(Maintainers.UNKNOWN);
  }

  /** What a source holds that was opened by {@link #open}. */
  Result readOpen(ContributionSource source) {
    opened.add(source);
    progress.say("reading " + source.name());
    Result read =
        result(
            source.read(),
            keep(Repositories.open(options.repo), Repositories::close),
            options.asOf().orElse(Instant.MAX));
    harvested = read.harvest().contributions();
    return read;
  }

  /** The archives of lists among the sources as one, as they were read; open as the session is. */
  Optional<ContributionSource> list() {
    return list;
  }

  void say(String what) {
    progress.say(what);
  }

  void done() {
    progress.done();
  }

  /** All contributions of the source that was read last and stays open. */
  List<Contribution> harvested() {
    return harvested;
  }

  private Result read(List<String> some, Instant asOf) {
    Repositories repositories = keep(Repositories.open(options.repo), Repositories::close);
    GitLabSources gitlab = keep(gitLab(repositories.first()), GitLabSources::close);
    Harvest harvest = harvest(some, gitlab);
    if (repositories.isEmpty() && some.size() == 1) {
      repositories = keep(Repositories.of(gitlab.exportedRepository()), Repositories::close);
    }
    canonical = repositories.first();
    return result(harvest, repositories, asOf);
  }

  private <T> T keep(T resource, Consumer<T> close) {
    closing.push(() -> close.accept(resource));
    return resource;
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }

  private Result result(Harvest read, Repositories where, Instant asOf) {
    Harvest harvest = read;
    Optional<Landings> landings = Optional.empty();
    if (!where.isEmpty()) {
      progress.say(
          "finding landings in "
              + (options.repo.isEmpty() ? "the export" : String.join(", ", options.repo)));
      landings = Optional.of(landings(where, harvest, asOf));
      harvest =
          harvest.withContributions(
              LandedContributions.apply(harvest.contributions(), landings.get()));
    }
    progress.done();
    Instant end =
        options
            .asOf()
            .or(harvest::newest)
            .orElseThrow(
                () -> new UnreadableSourceException("nothing dated was read; give --as-of"));
    Result result = new Result(harvest, landings, end, Maintainers.UNKNOWN);
    return options.asOf().isPresent() ? truncated(result, end) : result;
  }

  private static Result truncated(Result result, Instant asOf) {
    Harvest seen =
        result
            .harvest()
            .withContributions(
                result.harvest().contributions().stream()
                    .flatMap(c -> AsOf.view(c, asOf).stream())
                    .toList());
    return new Result(seen, result.landings(), asOf, result.maintainers());
  }

  private Landings landings(Repositories repositories, Harvest harvest, Instant until) {
    Map<SourceId, CommitId> landed = new HashMap<>(corrections.landed());
    Set<SourceId> notLanded = new HashSet<>(corrections.notLanded());
    LandingOptions search = LandingOptions.asOf(until).withCorrections(landed, notLanded);
    return repositories.landings(
        harvest.contributions(),
        patch -> opened.stream().flatMap(source -> source.content(patch).stream()).findFirst(),
        options.ignoreTrailers ? search.withoutTrailers() : search);
  }

  /**
   * One source, to fetch patches from; to be closed.
   *
   * @param canonical whose objects a live project's need not be fetched again, where there is one
   */
  ContributionSource open(String source, @Nullable GitRepository canonical) {
    if (source.startsWith("jsonl:")) {
      throw new UsageException(
          source + ": it holds no diffs; name the archive that the contributions came from");
    }
    progress.say("reading " + source);
    return GitLabSources.isOne(source)
        ? gitLab(Optional.ofNullable(canonical)).open(source)
        : MailingList.open(List.of(source), readOptions());
  }

  private GitLabSources gitLab(Optional<GitRepository> known) {
    return new GitLabSources(options, corrections, known, environment);
  }

  private Harvest harvest(List<String> some, GitLabSources gitlab) {
    Optional<Harvest> all = Optional.empty();
    List<String> archives = new ArrayList<>();
    for (String source : some) {
      if (source.startsWith("jsonl:")) {
        Harvest own = read(jsonLines(source.substring("jsonl:".length())));
        all = Optional.of(all.map(before -> before.and(own)).orElse(own));
      } else if (GitLabSources.isOne(source)) {
        ContributionSource project = gitlab.open(source);
        progress.say("reading " + project.name());
        Harvest own = project.read();
        all = Optional.of(all.map(before -> before.and(own)).orElse(own));
      } else {
        archives.add(source);
      }
    }
    if (!archives.isEmpty()) {
      MailingList mails = MailingList.open(archives, readOptions());
      list = Optional.of(mails);
      Harvest own = read(mails);
      all = Optional.of(all.map(before -> own.and(before)).orElse(own));
    }
    return all.orElseThrow(() -> new UsageException("no source was named"));
  }

  private static JsonLinesSource jsonLines(String file) {
    if (file.equals("-")) {
      return JsonLinesSource.of("standard input", System.in);
    }
    try {
      return JsonLinesSource.of(Path.of(file));
    } catch (InvalidPathException e) {
      throw new UsageException("jsonl:" + file + ": no such path can exist; check its spelling", e);
    }
  }

  /** Sources stay open: a few patches are fetched whole when landings are looked for. */
  private Harvest read(ContributionSource source) {
    opened.add(keep(source, ContributionSource::close));
    String what = "reading " + source.name();
    progress.say(what);
    return source instanceof MailingList mails
        ? mails.read(count -> progress.say(what + ": " + count + " mails"))
        : source.read();
  }

  private Mailmap mailmap() {
    return file(options.mailmap, "--mailmap").map(Mailmap::parse).orElse(Mailmap.EMPTY);
  }

  private ReadOptions readOptions() {
    return ReadOptions.DEFAULT
        .withMailmap(mailmap())
        .withCorrections(corrections)
        .withDeclaredLinks(!options.ignoreDeclaredLinks);
  }

  static Optional<String> file(@Nullable String name, String option) {
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Files.readAllBytes(Path.of(name)), StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          option + ": cannot read \"" + name + "\" (" + why(e) + "); name a readable file", e);
    }
  }

  private static String why(Exception problem) {
    return problem instanceof NoSuchFileException
        ? "no such file"
        : String.valueOf(problem.getMessage());
  }
}
