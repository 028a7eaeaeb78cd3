package io.github.patchlane.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.source.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "problems",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Every mail or record that could not be read or placed, with position and reason.",
    footer = {
      "",
      "Example:",
      "  patchlane problems xen-devel.git --format jsonl | jq -r .reason | sort | uniq -c"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class ProblemsCommand extends ListReadingCommand {
  private static final JsonFactory JSON = new JsonFactory();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Format format;

  enum Format {
    text,
    jsonl
  }

  @Override
  public Integer call() {
    List<Problem> problems = read().harvest().problems();
    for (Problem problem : problems) {
      out().println(format == Format.jsonl ? json(problem) : text(problem));
    }
    if (format == Format.text) {
      note(
          problems.isEmpty()
              ? "no problems"
              : problems.stream()
                  .collect(
                      Collectors.groupingBy(
                          p -> p.kind().label(), TreeMap::new, Collectors.counting()))
                  .entrySet()
                  .stream()
                  .map(e -> e.getValue() + " " + e.getKey())
                  .collect(Collectors.joining(", ")));
    }
    return 0;
  }

  private static String text(Problem p) {
    return TerminalText.of(
        p.position()
            + ": "
            + p.kind().label()
            + ": "
            + p.reason()
            + (p.id().isEmpty() ? "" : " <" + p.id() + ">")
            + (p.subject().isEmpty() ? "" : " \"" + p.subject() + '"'));
  }

  private static String json(Problem p) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("schema", "patchlane.problem/1");
      json.writeStringField("kind", p.kind().label());
      json.writeStringField("archive", p.position().archive());
      json.writeStringField("place", p.position().place());
      json.writeStringField("id", p.id());
      json.writeStringField("subject", p.subject());
      json.writeStringField("reason", p.reason());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: writing to memory", e);
    }
    return line.toString();
  }
}
