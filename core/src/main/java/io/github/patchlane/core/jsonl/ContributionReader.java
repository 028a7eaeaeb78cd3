package io.github.patchlane.core.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.Reading;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads back what {@link ContributionWriter} wrote, or what another program wrote by the same
 * schema: what the schema names must be there, what came later may be left out. Thread-safe.
 */
public final class ContributionReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ContributionReader() {}

  /** One line; a damaged one comes back as a problem that says which field. */
  public static Reading<Contribution> read(String line, Position position) {
    try {
      Fields fields = Fields.of(MAPPER.readTree(line));
      String schema = fields.text("schema");
      if (!schema.equals(ContributionWriter.SCHEMA)) {
        return rejected(position, "schema is " + schema + ", not " + ContributionWriter.SCHEMA);
      }
      return new Reading.Parsed<>(contribution(fields));
    } catch (JsonProcessingException e) {
      return rejected(position, "no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return rejected(position, "no contribution: " + e.getMessage());
    }
  }

  private static Reading<Contribution> rejected(Position position, String reason) {
    return new Reading.Rejected<>(new Problem(Problem.Kind.UNREADABLE, position, "", "", reason));
  }

  private static Contribution contribution(Fields f) {
    return new Contribution(
        new ContributionId(f.text("id")),
        labelled(Lane.values(), Lane::label, f.text("lane")),
        f.text("title"),
        person(f.object("submitter")),
        f.instant("openedAt"),
        labelled(State.values(), State::label, f.text("state")),
        list(f.array("revisions"), ContributionReader::revision),
        list(f.array("events"), EventReader::event),
        list(f.array("landings"), ContributionReader::landing));
  }

  static Person person(Fields f) {
    return new Person(f.text("name"), f.text("email"));
  }

  private static Revision revision(Fields f) {
    int number = f.number("number");
    return new Revision(
        number,
        f.optionalText("label").orElse("v" + number),
        f.optionalText("kind")
            .map(kind -> labelled(Revision.Kind.values(), Revision.Kind::label, kind))
            .orElse(Revision.Kind.PROPOSAL),
        f.instant("postedAt"),
        f.optionalText("cover").map(SourceId::parse),
        f.optionalText("base").map(CommitId::new),
        list(f.array("patches"), ContributionReader::patch),
        f.numbers("missing"),
        evidence(f));
  }

  private static Evidence evidence(Fields f) {
    return new Evidence(
        labelled(Evidence.Kind.values(), Evidence.Kind::label, f.text("evidence")),
        f.optionalReal("confidence").orElse(1),
        f.optionalText("reason").orElse(""));
  }

  private static Patch patch(Fields f) {
    return new Patch(
        f.number("index"),
        f.optionalNumber("total"),
        SourceId.parse(f.text("id")),
        f.text("subject"),
        person(f.object("author")),
        f.optionalText("patchId").map(PatchId::new),
        f.optionalText("netChange").map(NetChange::parse),
        new DiffStat(
            f.texts("paths"),
            f.optionalNumber("added").orElse(0),
            f.optionalNumber("removed").orElse(0)));
  }

  private static Landing landing(Fields f) {
    return new Landing(
        SourceId.parse(f.text("patch")),
        new CommitId(f.text("commit")),
        f.instant("landedAt"),
        evidence(f));
  }

  static <T> T labelled(T[] values, Function<T, String> label, String wanted) {
    return Arrays.stream(values)
        .filter(value -> label.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown word \"" + wanted + '"'));
  }

  private static <T> List<T> list(List<Fields> items, Function<Fields, T> read) {
    List<T> list = new ArrayList<>();
    for (Fields item : items) {
      list.add(read.apply(item));
    }
    return list;
  }
}
