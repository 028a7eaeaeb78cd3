package io.github.patchlane.core.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is known after one try to do a step. */
public sealed interface Attempt {
  /**
   * It was done, and the outside said so.
   *
   * @param result names that the outside gave
   * @param remarks what is not as planned
   */
  record Done(Map<String, String> result, List<String> remarks) implements Attempt {
    public Done {
      result = Map.copyOf(result);
      remarks = List.copyOf(remarks);
    }

    /** Done as planned. */
    public Done(Map<String, String> result) {
      this(result, List.of());
    }
  }

  /**
   * It was surely not done, and another try would not help.
   *
   * @param reason one line, without secrets
   */
  record Refused(String reason) implements Attempt {
    public Refused {
      Objects.requireNonNull(reason);
    }
  }

  /**
   * Nobody knows: the answer was lost on the way. Looked for again before another try.
   *
   * @param reason one line, without secrets
   */
  record Unclear(String reason) implements Attempt {
    public Unclear {
      Objects.requireNonNull(reason);
    }
  }
}
