package io.github.patchlane.core.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageIdTest {
  @Test
  void bracketsAndBlanksAreTakenOffInPairs() {
    assertEquals(
        List.of("a@b", "a@b", "a@b", "<a@b", "a@b>", "<", ""),
        Stream.of("a@b", " <a@b>\r", "< a@b >", "<a@b", "a@b>", "<", "<>")
            .map(MessageId::bare)
            .toList());
  }
}
