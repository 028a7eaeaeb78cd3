package io.github.patchlane.cli;

import io.github.patchlane.cli.sample.SampleOptions;
import io.github.patchlane.cli.sample.SampleProject;
import io.github.patchlane.core.conversion.Rehearsal;
import io.github.patchlane.core.report.LaneReport;
import io.github.patchlane.core.report.Links;
import io.github.patchlane.core.report.TrialPage;
import io.github.patchlane.core.report.TrialReport;
import io.github.patchlane.core.report.TrialText;
import io.github.patchlane.core.trial.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "The main job: how a list reviews today, as text to mail to it and as a page to read; and,"
          + " where merge requests are named too, how the two compare. With no SOURCE, on a small"
          + " invented project that ships with patchlane."
    },
    footer = {
      "",
      "Examples:",
      "  patchlane trial",
      "  patchlane trial xen-devel.git --repo xen.git --html baseline.html",
      "  patchlane trial xen-devel.git --repo xen.git --rehearse 200",
      "  patchlane trial --sample demo && patchlane list demo/list.git --repo demo/project.git"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class TrialCommand extends SourceCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Archives of the list, and merge requests.")
  List<String> sources = List.of();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      defaultValue = "patchlane-trial.html",
      description = "Where to write the page; default ${DEFAULT-VALUE}.")
  Path html;

  @Mixin ProtocolOption protocol;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the report calls the list; default the SOURCE's last path segment.")
  @Nullable String name;

  @Option(
      names = "--archive",
      paramLabel = "URL",
      description = "Where mails lie under their message-ids, such as https://lore.kernel.org/r/.")
  @Nullable String archive;

  @Option(
      names = "--name-reviewers",
      description = "Name reviewers in the account of their load; else they are numbered.")
  boolean nameReviewers;

  @Option(
      names = "--rehearse",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "With --repo, carry the list's newest N contributions over to merge requests on trial,"
              + " without writing anywhere, and say which would arrive; default ${DEFAULT-VALUE}.")
  int rehearse;

  @Option(names = "--no-rehearsal", description = "Leave that out.")
  boolean noRehearsal;

  @Option(
      names = "--sample",
      paramLabel = "DIR",
      description = "Write the sample's repositories there and keep them.")
  @Nullable Path sample;

  @Override
  List<String> sources() {
    return sources;
  }

  @Override
  public Integer call() throws IOException {
    if (rehearse < 0) {
      throw new UsageException("--rehearse " + rehearse + ": give a number of contributions");
    }
    if (!sources.isEmpty()) {
      if (sample != null) {
        throw new UsageException("--sample goes with no SOURCE: it writes one");
      }
      try (Session session = session()) {
        report(session, name == null ? ShortName.of(sources.get(0)) : name, sources);
      }
      return 0;
    }
    if (!reading.repo.isEmpty()) {
      throw new UsageException("--repo without a SOURCE: name the list's archive too");
    }
    if (sample != null) {
      onSample(sample);
      out()
          .println(
              "Sample: "
                  + sample.resolve(SampleProject.LIST)
                  + " gitlab-export:"
                  + sample.resolve(SampleProject.EXPORT)
                  + " --repo "
                  + sample.resolve(SampleProject.PROJECT));
      return 0;
    }
    try (ScratchDirectory scratch = ScratchDirectory.create("patchlane-sample")) {
      onSample(scratch.path().resolve("sample"));
    }
    return 0;
  }

  private void onSample(Path directory) throws IOException {
    if (Files.exists(directory.resolve(SampleProject.LIST))) {
      throw new UsageException(
          "--sample: " + directory + " holds a list.git already; name a new directory");
    }
    SampleProject.write(directory, SampleOptions.standard());
    reading.repo = List.of(directory.resolve(SampleProject.PROJECT).toString());
    List<String> sample =
        List.of(
            directory.resolve(SampleProject.LIST).toString(),
            "gitlab-export:" + directory.resolve(SampleProject.EXPORT));
    try (Session session = new Session(sample, reading, environment(), err())) {
      report(session, "the sample's list", List.of("the sample that ships with patchlane"));
    }
  }

  private void report(Session session, String listName, List<String> sourceNames)
      throws IOException {
    Session.Result result = session.observe();
    TrialReport report =
        report(result, listName, sourceNames)
            .withLinks(archive == null ? Links.NONE : Links.under(archive))
            .withReviewersNamed(nameReviewers);
    report = rehearsal(session, result).map(report::withRehearsal).orElse(report);
    ReportFile.write(html, TrialPage.of(report));
    print(TrialText.of(report));
    out().println();
    out().println("Report: " + html);
  }

  private Optional<Rehearsal> rehearsal(Session session, Session.Result result) {
    if (noRehearsal || rehearse == 0 || reading.repo.isEmpty()) {
      return Optional.empty();
    }
    RehearsalRun run =
        new RehearsalRun(reading.repo.get(0), Optional.ofNullable(archive), rehearse, session::say);
    Optional<Rehearsal> tried =
        session
            .list()
            .map(
                list ->
                    run.of(
                        list,
                        result.contributions(reading.window()),
                        result.harvest().contributions()));
    session.done();
    return tried;
  }

  /** A comparison where both lanes were read, else the baseline of the one. */
  private TrialReport report(Session.Result result, String listName, List<String> sourceNames) {
    Protocol settled = protocol.read(reading.window());
    if (ComparedLanes.areIn(result, settled)) {
      ComparedLanes lanes = ComparedLanes.byLane(result, sourceNames, settled);
      return lanes.report(lanes.compare());
    }
    if (protocol.given()) {
      throw new UsageException(
          "--protocol: no contribution of "
              + settled.baseline()
              + " or none of "
              + settled.trial()
              + " was read; name a SOURCE of either");
    }
    return TrialReport.of(
        List.of(
            LaneReport.of(
                listName,
                result.harvest(),
                result.options(reading.window()).withSources(sourceNames))),
        Version.text());
  }
}
