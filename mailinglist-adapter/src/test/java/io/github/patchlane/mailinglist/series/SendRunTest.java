package io.github.patchlane.mailinglist.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.patchlane.core.contribution.MessageId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendRunTest {
  @Test
  void theMailsThatB4SendsAtOnceAreOneRun() {
    SendRun cover = run("20240105-fix-frob-v2-0-1f2e3d4c5b6a@mail.example");
    SendRun second = run("20240105-fix-frob-v2-2-1f2e3d4c5b6a@mail.example");

    assertEquals(cover.key(), second.key());
    assertEquals(2, second.place());
  }

  @Test
  void anotherVersionFromB4IsAnotherRun() {
    assertNotEquals(
        run("20240105-fix-frob-v1-1-1f2e3d4c5b6a@mail.example").key(),
        run("20240105-fix-frob-v2-1-1f2e3d4c5b6a@mail.example").key());
  }

  @Test
  void anIdOfAMailProgramIsNoRun() {
    assertEquals(Optional.empty(), SendRun.of(new MessageId("20240105-v2-hello@mail.example")));
  }

  private static SendRun run(String id) {
    return SendRun.of(new MessageId(id)).orElseThrow();
  }
}
