package io.github.patchlane.core.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes JSON with its keys in the order they are given, ended by a line break. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** What writes the document's content. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** One document, indented. */
  static String document(Body body) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return written(
        body,
        json ->
            json.setPrettyPrinter(
                new DefaultPrettyPrinter()
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter)));
  }

  /** One object on one line. */
  static String line(Body body) {
    return written(body, json -> {});
  }

  private static String written(Body body, Consumer<JsonGenerator> form) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      form.accept(json);
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a StringWriter does not fail", impossible);
    }
    return text.append('\n').toString();
  }
}
