package io.github.patchlane.cli;

import io.github.patchlane.core.report.ComparisonJson;
import io.github.patchlane.core.report.LeftOutJson;
import io.github.patchlane.core.report.Links;
import io.github.patchlane.core.report.TrialPage;
import io.github.patchlane.core.report.TrialReport;
import io.github.patchlane.core.report.TrialText;
import io.github.patchlane.core.trial.Protocol;
import io.github.patchlane.core.trial.Trial;
import io.github.patchlane.core.trial.Verdict;
import io.github.patchlane.core.trial.Verdict.CanTell;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Two lanes under one definition, like with like: the difference with its interval, what it"
          + " must not cost, and a verdict that may be \"cannot tell yet\". A list is compared with"
          + " merge requests; of two SOURCEs of one kind, the first is the baseline."
    },
    footer = {
      "",
      "Examples:",
      "  patchlane compare xen-devel.git jsonl:requests.jsonl --repo xen.git",
      "  patchlane compare xen-devel.git jsonl:requests.jsonl --protocol trial.toml --html trial.html",
      "  patchlane compare xen-devel.git --split 1          no difference is there: none may be found",
      "  patchlane compare --protocol trial.toml --hash     what to announce before looking",
      "",
      "Exit status: 1 where a guard tripped or the tried lane is the slower one; 0 too where it",
      "cannot be told yet."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class CompareCommand extends SourceCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Archives and merge requests of both lanes.")
  List<String> sources = List.of();

  @Mixin ProtocolOption protocol;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the whole report as a page, too.")
  @Nullable Path html;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = "--left-out",
      description =
          "Instead of the comparison, a JSON line for each contribution that is not in it, or not in"
              + " all of it, with the metric, or null for all, and the reason.")
  boolean leftOut;

  @Option(
      names = "--split",
      paramLabel = "SEED",
      description = "Cut one lane in two by lot, week by week, to try the method itself.")
  @Nullable Long split;

  @Option(names = "--hash", description = "Print the protocol's SHA-256, read nothing else.")
  boolean hash;

  @Option(
      names = "--archive",
      paramLabel = "URL",
      description = "Where mails lie under their message-ids, such as https://lore.kernel.org/r/.")
  @Nullable String archive;

  enum Format {
    text,
    json
  }

  @Override
  List<String> sources() {
    return sources;
  }

  @Override
  public Integer call() {
    Protocol settled = protocol.read(reading.window());
    if (hash) {
      out().println(settled.hash());
      return 0;
    }
    if (sources.isEmpty()) {
      throw new UsageException("no SOURCE was named; give those of both lanes");
    }
    try (Session session = session()) {
      ComparedLanes lanes = lanes(session, settled);
      Trial trial = lanes.compare();
      if (leftOut) {
        out().print(LeftOutJson.lines(trial.leftOut()));
        return 0;
      }
      TrialReport report =
          lanes.report(trial).withLinks(archive == null ? Links.NONE : Links.under(archive));
      print(
          format == Format.json
              ? ComparisonJson.of(trial, sources)
              : TrialText.ofComparison(report));
      if (html != null) {
        ReportFile.write(html, TrialPage.of(report));
        note("report: " + html);
      }
      return failed(trial) ? 1 : 0;
    }
  }

  static boolean failed(Trial trial) {
    return trial.guardTripped()
        || (trial.verdict() instanceof CanTell told
            && told.direction() == Verdict.Direction.TRIAL_SLOWER);
  }

  private ComparedLanes lanes(Session session, Protocol settled) {
    if (split != null) {
      return ComparedLanes.byLot(session.observe(), sources, settled, split);
    }
    int first = sources.indexOf(settled.baseline());
    int second = sources.indexOf(settled.trial());
    if (first >= 0 && second >= 0) {
      return bySource(session, settled);
    }
    Session.Result read = session.observe();
    if (ComparedLanes.areIn(read, settled)) {
      return ComparedLanes.byLane(read, sources, settled);
    }
    if (protocol.given() || sources.size() != 2) {
      throw new UsageException(
          "no contribution of "
              + settled.baseline()
              + " or none of "
              + settled.trial()
              + " was read; name a SOURCE of either, or two SOURCEs as lanes.baseline and"
              + " lanes.trial of a protocol, or --split one by lot");
    }
    return bySource(session, settled.withLanes(sources.get(0), sources.get(1)));
  }

  /** Each read by itself, as of one instant: the later of their newest events. */
  private static ComparedLanes bySource(Session session, Protocol settled) {
    Session.Result first = session.observe(List.of(settled.baseline()));
    Session.Result second = session.observe(List.of(settled.trial()));
    return ComparedLanes.bySource(
        first, second, settled, first.asOf().isAfter(second.asOf()) ? first.asOf() : second.asOf());
  }
}
