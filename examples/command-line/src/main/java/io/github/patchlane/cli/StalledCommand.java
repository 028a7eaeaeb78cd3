package io.github.patchlane.cli;

import io.github.patchlane.core.metrics.StalledReport;
import io.github.patchlane.core.report.Links;
import io.github.patchlane.core.report.StalledJson;
import io.github.patchlane.core.report.StalledText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "stalled",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Open contributions where nothing moves: whose turn it is, since when and, where the"
          + " repository has a MAINTAINERS file, who could review."
    },
    footer = {
      "",
      "Examples:",
      "  patchlane stalled xen-devel.git --repo xen.git",
      "  patchlane stalled xen-devel.git --repo xen.git --after 30 --archive https://lore.kernel.org/r/"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class StalledCommand extends ListReadingCommand {
  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = "--after",
      paramLabel = "DAYS",
      defaultValue = "14",
      description = "How long nothing must have happened; default ${DEFAULT-VALUE}.")
  int after;

  @Option(
      names = "--dormant",
      paramLabel = "DAYS",
      defaultValue = "180",
      description = "From when on only their number is told; default ${DEFAULT-VALUE}.")
  int dormant;

  @Option(
      names = "--archive",
      paramLabel = "URL",
      description = "Where mails lie under their message-ids, such as https://lore.kernel.org/r/.")
  @Nullable String archive;

  enum Format {
    text,
    json,
    jsonl
  }

  @Override
  public Integer call() {
    if (after < 0 || dormant < after) {
      throw new UsageException(
          "--after and --dormant are days, the second no smaller than the first");
    }
    try (Session session = session()) {
      Session.Result result = session.observe();
      StalledReport report =
          StalledReport.of(
              result.harvest().contributions(),
              result
                  .options(reading.window())
                  .withStalledAfter(Duration.ofDays(after))
                  .withDormantAfter(Duration.ofDays(dormant))
                  .withSources(sources()));
      Links links = archive == null ? Links.NONE : Links.under(archive);
      switch (format) {
        case text -> print(StalledText.of(report, links));
        case json -> print(StalledJson.of(report, links));
        case jsonl -> out().print(StalledJson.lines(report, links));
      }
    }
    return 0;
  }
}
