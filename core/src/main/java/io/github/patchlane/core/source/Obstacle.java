package io.github.patchlane.core.source;

import java.util.Objects;

/**
 * Why a revision becomes no branch: one of these, or the {@link
 * io.github.patchlane.core.git.ApplyObstacle} that applying it met.
 */
public interface Obstacle {
  /** One clause for a person, with what is in the way. */
  String reason();

  /** The same without what names the one file, commit or number: others in this trouble say so. */
  default String inGeneral() {
    String line = reason().replaceAll("\\s+", " ").strip();
    // "core/irq.c: hunk 3: its lines are not in the file": the last clause is the reason
    int colon = line.lastIndexOf(": ");
    return line.substring(colon < 0 ? 0 : colon + 2)
        .replaceAll("\\b[0-9a-f]{7,64}\\b", "…")
        .replaceAll("\\b\\d+\\b", "…");
  }

  /**
   * There is no change in it.
   *
   * @param reason as above
   */
  record NoChange(String reason) implements Obstacle {
    public NoChange {
      Objects.requireNonNull(reason);
    }
  }

  /**
   * The mail of a patch was seen, its change cannot be had.
   *
   * @param index of the patch
   */
  record LostChange(int index) implements Obstacle {
    @Override
    public String reason() {
      return "the change of patch " + index + " is not in the archive";
    }
  }

  /**
   * A patch was announced and is not there.
   *
   * @param index of the patch
   */
  record MissingPatch(int index) implements Obstacle {
    @Override
    public String reason() {
      return "patch " + index + " was never seen";
    }
  }

  /**
   * Nobody knows what it was made on.
   *
   * @param reason as above
   */
  record NoBase(String reason) implements Obstacle {
    public NoBase {
      Objects.requireNonNull(reason);
    }
  }

  /** Its base has all that it does. */
  record AlreadyThere() implements Obstacle {
    @Override
    public String reason() {
      return "all of it is in its base already";
    }
  }
}
