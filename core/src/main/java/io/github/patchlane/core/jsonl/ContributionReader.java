package io.github.patchlane.core.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads back what {@link ContributionWriter} wrote, or what another program wrote by the same
 * schema: what the schema names must be there, what came later may be left out. Thread-safe.
 */
public final class ContributionReader {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ContributionReader() {}

  /** One line; a damaged one comes back as a problem that says which field. */
  public static Reading<Contribution> read(String line, Position position) {
    try {
      Fields fields = Fields.of(MAPPER.readTree(line));
      String schema = fields.text("schema");
      if (!schema.equals(ContributionWriter.SCHEMA)) {
        return rejected(position, "\"schema\" is " + schema + ", not " + ContributionWriter.SCHEMA);
      }
      return new Reading.Parsed<>(contribution(fields));
    } catch (JsonProcessingException e) {
      return rejected(position, "no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return rejected(position, "no contribution: " + e.getMessage());
    }
  }

  private static Reading<Contribution> rejected(Position position, String reason) {
    return new Reading.Rejected<>(new Problem(Problem.Kind.UNREADABLE, position, "", "", reason));
  }

  private static Contribution contribution(Fields f) {
    Lane lane = f.read("lane", word(Lane.values(), Lane::label));
    List<Revision> revisions = f.objects("revisions", revision -> revision(revision, lane));
    if (revisions.isEmpty()) {
      throw new IllegalArgumentException("\"revisions\" must hold one at least");
    }
    return new Contribution(
        f.read("id", ContributionId::new),
        lane,
        f.text("title"),
        person(f.object("submitter")),
        f.instant("openedAt"),
        f.read("state", word(State.values(), State::label)),
        revisions,
        f.objects("events", event -> EventReader.event(event, lane)),
        f.objects("landings", landing -> landing(landing, lane)));
  }

  static Person person(Fields f) {
    return new Person(f.text("name"), f.text("email"));
  }

  /** A mail may have a name that looks like a commit or an address. */
  static SourceId posting(String text, Lane lane) {
    return lane == Lane.MAILING_LIST ? new MessageId(text) : SourceId.parse(text);
  }

  private static Revision revision(Fields f, Lane lane) {
    int number = f.number("number", Integer.MIN_VALUE);
    return new Revision(
        number,
        f.optionalText("label").orElse("v" + number),
        f.optional("kind", word(Revision.Kind.values(), Revision.Kind::label))
            .orElse(Revision.Kind.PROPOSAL),
        f.instant("postedAt"),
        f.optional("cover", cover -> posting(cover, lane)),
        f.optional("base", CommitId::new),
        f.objects("patches", patch -> patch(patch, lane)),
        f.numbers("missing"),
        evidence(f));
  }

  private static Evidence evidence(Fields f) {
    return new Evidence(
        f.read("evidence", word(Evidence.Kind.values(), Evidence.Kind::label)),
        f.optionalShare("confidence").orElse(1),
        f.optionalText("reason").orElse(""));
  }

  private static Patch patch(Fields f, Lane lane) {
    return new Patch(
        f.number("index", 1),
        f.optionalNumber("total", Integer.MIN_VALUE),
        f.read("id", id -> posting(id, lane)),
        f.text("subject"),
        person(f.object("author")),
        f.optional("patchId", PatchId::new),
        f.optional("netChange", NetChange::parse),
        new DiffStat(
            f.texts("paths"),
            f.optionalNumber("added", 0).orElse(0),
            f.optionalNumber("removed", 0).orElse(0)));
  }

  private static Landing landing(Fields f, Lane lane) {
    return new Landing(
        f.read("patch", id -> posting(id, lane)),
        f.read("commit", CommitId::new),
        f.instant("landedAt"),
        evidence(f),
        f.optional("role", word(Landing.Role.values(), Landing.Role::label))
            .orElse(Landing.Role.WHOLE),
        f.optionalText("branch"),
        f.optional("revertedBy", CommitId::new)
            .map(commit -> new Landing.Reversal(commit, f.instant("revertedAt"))));
  }

  /** A word that must be one of these labels. */
  static <T> Function<String, T> word(T[] values, Function<T, String> label) {
    return wanted ->
        Arrays.stream(values)
            .filter(value -> label.apply(value).equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown word \"" + wanted + "\"; one of " + labels(values, label)));
  }

  private static <T> String labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).collect(Collectors.joining(", "));
  }
}
