package io.github.patchlane.gitlab.testkit;

import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.Call;
import io.github.patchlane.gitlab.rest.Wire;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Another wire with somebody on it, who sees requests before they go and meddles with answers. */
public record AlteringWire(
    Wire wire, Consumer<Call> before, BiFunction<Call, Answer, Answer> meddler) implements Wire {
  public AlteringWire(Wire wire, BiFunction<Call, Answer, Answer> meddler) {
    this(wire, call -> {}, meddler);
  }

  @Override
  public Answer send(Call call) throws IOException {
    before.accept(call);
    return meddler.apply(call, wire.send(call));
  }

  @Override
  public void close() {
    wire.close();
  }
}
