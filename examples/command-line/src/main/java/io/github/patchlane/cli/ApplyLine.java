package io.github.patchlane.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.AppliedBranch;
import io.github.patchlane.core.git.ApplyOutcome;
import io.github.patchlane.core.git.BaseEvidence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** One outcome of applying as it is printed. */
final class ApplyLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int SHORT = 12;

  private ApplyLine() {}

  static String json(ApplyItem item, ApplyOutcome outcome) {
    Optional<AppliedBranch> branch = outcome.applied();
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", item.id());
      json.writeArrayFieldStart("patches");
      for (SourceId patch : item.patches()) {
        json.writeString(patch.value());
      }
      json.writeEndArray();
      json.writeStringField("outcome", outcome.label());
      write(json, "base", item.base().map(CommitId::value));
      write(json, "baseEvidence", item.evidence().map(BaseEvidence::label));
      write(json, "tree", branch.map(b -> b.tree().value()));
      write(json, "head", branch.map(b -> b.head().value()));
      write(json, "failedPatch", failed(outcome));
      write(json, "problem", outcome.problem());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: writing to memory", e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  private static Optional<String> failed(ApplyOutcome outcome) {
    return outcome instanceof ApplyOutcome.Conflicted conflict
        ? Optional.of(conflict.obstacle().patch().value())
        : Optional.empty();
  }

  static String text(ApplyItem item, ApplyOutcome outcome) {
    StringBuilder text = new StringBuilder();
    text.append(item.id()).append(": ").append(outcome.label());
    item.base()
        .ifPresent(
            base ->
                text.append(" on ")
                    .append(base.value(), 0, SHORT)
                    .append(item.evidence().map(e -> " (" + e.label() + ")").orElse("")));
    outcome
        .applied()
        .ifPresent(
            branch ->
                text.append(", ")
                    .append(item.patches().size())
                    .append(item.patches().size() == 1 ? " patch" : " patches")
                    .append(item.before().isEmpty() ? "" : " behind " + item.before().size())
                    .append(", head ")
                    .append(branch.head().value(), 0, SHORT));
    failed(outcome).ifPresent(patch -> text.append("\n  patch ").append(patch));
    outcome.problem().ifPresent(problem -> text.append("\n  ").append(problem));
    return text.toString().lines().map(TerminalText::of).collect(Collectors.joining("\n"));
  }
}
