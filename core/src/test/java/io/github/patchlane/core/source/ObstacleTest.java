package io.github.patchlane.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.git.ApplyObstacle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObstacleTest {
  private static Obstacle hunk(String path, int hunk) {
    return new ApplyObstacle(
        new MessageId("a@example.org"),
        ApplyObstacle.Kind.HUNK,
        Optional.of(path),
        OptionalInt.of(hunk),
        "its lines are not in the file");
  }

  @Test
  void theReasonNamesWhatIsInTheWay() {
    assertEquals(
        List.of(
            "core/irq.c: hunk 3: its lines are not in the file",
            "the change of patch 2 is not in the archive",
            "patch 4 was never seen"),
        Stream.of(hunk("core/irq.c", 3), new Obstacle.LostChange(2), new Obstacle.MissingPatch(4))
            .map(Obstacle::reason)
            .toList());
  }

  @Test
  void thoseInTheSameTroubleSayTheSameInGeneral() {
    assertEquals(
        List.of(
            "its lines are not in the file",
            "the change of patch … is not in the archive",
            "no commit … is in the repository",
            "all of it is in its base already"),
        Stream.of(
                hunk("core/irq.c", 3),
                hunk("a.c", 12),
                new Obstacle.LostChange(2),
                new Obstacle.LostChange(3),
                new Obstacle.NoBase("no commit 0123456789ab is in the repository"),
                new Obstacle.AlreadyThere())
            .map(Obstacle::inGeneral)
            .distinct()
            .toList());
  }
}
