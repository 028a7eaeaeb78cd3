package io.github.patchlane.gitlab.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers one after the other, whatever is asked; what is asked is written down. */
final class ScriptedWire implements Wire {
  private interface Turn {
    Answer take() throws IOException;
  }

  final List<String> asked = new ArrayList<>();
  private final Deque<Turn> turns = new ArrayDeque<>();

  /** Headers as {@code name: value}. */
  ScriptedWire answer(int status, String body, String... headers) {
    Map<String, String> map = new HashMap<>();
    map.put("content-type", "application/json");
    for (String header : headers) {
      int colon = header.indexOf(':');
      map.put(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    turns.add(() -> new Answer(status, map, body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  ScriptedWire breaks(IOException trouble) {
    turns.add(
        () -> {
          throw trouble;
        });
    return this;
  }

  @Override
  public synchronized Answer send(Call call) throws IOException {
    asked.add(call.method() + " " + call.path() + " " + call.parameters());
    return turns.remove().take();
  }

  @Override
  public void close() {}
}
