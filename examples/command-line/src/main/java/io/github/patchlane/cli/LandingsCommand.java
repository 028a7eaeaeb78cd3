package io.github.patchlane.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Revision;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "landings",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "One line for each patch that landed: the commit it became, and how that is known. A patch"
            + " has several where it was split, landed again after a revert or was ported to"
            + " another branch; a commit has several where patches were joined.",
    footer = {
      "",
      "Example:",
      "  patchlane landings xen-devel.git --repo xen.git:staging,stable-4.18 --format csv"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class LandingsCommand extends ListReadingCommand {
  private static final JsonFactory JSON = new JsonFactory();

  @Option(
      names = "--format",
      defaultValue = "jsonl",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Format format;

  enum Format {
    text,
    jsonl,
    csv
  }

  @Override
  public Integer call() {
    if (reading.repo.isEmpty()) {
      throw new UsageException("landings: where to look is missing; give --repo DIR[:BRANCH]");
    }
    List<Contribution> contributions = read().contributions(reading.window());
    if (format == Format.text) {
      out().print(LandingsText.of(contributions));
      return 0;
    }
    if (format == Format.csv) {
      out()
          .println(
              "contribution,revision,patch,commit,landed_at,evidence,confidence,role,branch,"
                  + "reverted_by,reverted_at");
    }
    for (Contribution contribution : contributions) {
      for (Landing landing : contribution.landings()) {
        out()
            .println(
                format == Format.csv ? csv(contribution, landing) : json(contribution, landing));
      }
    }
    return 0;
  }

  private static int revision(Contribution contribution, Landing landing) {
    return contribution.revisionOf(landing.patch()).map(Revision::number).orElse(0);
  }

  private static String csv(Contribution c, Landing l) {
    return String.join(
        ",",
        Csv.field(c.id().value()),
        Integer.toString(revision(c, l)),
        Csv.field(l.patch().value()),
        l.commit().value(),
        l.landedAt().toString(),
        l.evidence().kind().label(),
        String.format(Locale.ROOT, "%.2f", l.evidence().confidence()),
        l.role().label(),
        Csv.field(l.branch().orElse("")),
        l.reverted().map(undone -> undone.commit().value()).orElse(""),
        l.reverted().map(undone -> undone.at().toString()).orElse(""));
  }

  private static String json(Contribution c, Landing l) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("contribution", c.id().value());
      json.writeNumberField("revision", revision(c, l));
      json.writeStringField("patch", l.patch().value());
      json.writeStringField("commit", l.commit().value());
      json.writeStringField("landedAt", l.landedAt().toString());
      json.writeStringField("evidence", l.evidence().kind().label());
      json.writeNumberField("confidence", l.evidence().confidence());
      json.writeStringField("reason", l.evidence().detail());
      json.writeStringField("role", l.role().label());
      json.writeStringField("branch", l.branch().orElse(null));
      json.writeStringField(
          "revertedBy", l.reverted().map(undone -> undone.commit().value()).orElse(null));
      json.writeStringField(
          "revertedAt", l.reverted().map(undone -> undone.at().toString()).orElse(null));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: writing to memory", e);
    }
    return line.toString();
  }
}
