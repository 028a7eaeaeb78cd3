package io.github.patchlane.core.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One write to the outside, as plain data: it can be printed before it is done, and found again
 * after a crash.
 *
 * @param key its name within the plan; the same whenever the same contribution is planned again,
 *     also after more was said about it
 * @param action what kind of write it is, a word that the target knows
 * @param summary one line for a person
 * @param payload what is written, by field; kept in the order given
 * @param needs the keys of earlier steps without which this one makes no sense
 */
public record Step(
    String key, String action, String summary, Map<String, String> payload, List<String> needs) {
  public Step {
    if (key.isBlank() || key.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("not a step's key: \"" + key + '"');
    }
    Objects.requireNonNull(action);
    Objects.requireNonNull(summary);
    payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    needs = List.copyOf(needs);
  }

  /**
   * A field of the payload.
   *
   * @throws IllegalArgumentException where the step has no such field: a fault of its planner
   */
  public String field(String name) {
    String value = payload.get(name);
    if (value == null) {
      throw new IllegalArgumentException("step " + key + " has no field " + name);
    }
    return value;
  }

  /** A digest of what is written; two steps of one key and one digest write the same. */
  public String fingerprint() {
    MessageDigest digest = sha256();
    absorb(digest, action);
    new TreeMap<>(payload)
        .forEach(
            (name, value) -> {
              absorb(digest, name);
              absorb(digest, value);
            });
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void absorb(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
