package io.github.patchlane.gitlab;

import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.Call;
import io.github.patchlane.gitlab.rest.Wire;
import java.io.IOException;
import java.util.function.BiFunction;

/** Another wire whose answers somebody meddles with. */
record AlteringWire(Wire wire, BiFunction<Call, Answer, Answer> meddler) implements Wire {
  @Override
  public Answer send(Call call) throws IOException {
    return meddler.apply(call, wire.send(call));
  }

  @Override
  public void close() {
    wire.close();
  }
}
