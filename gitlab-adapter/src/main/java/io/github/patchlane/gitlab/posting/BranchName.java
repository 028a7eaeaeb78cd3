package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.ContributionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The source branch of a contribution: made from its id alone, so that every run finds the same
 * one, and no other contribution ever has it.
 */
final class BranchName {
  private static final int READABLE = 60;

  private BranchName() {}

  static String of(ContributionId id) {
    StringBuilder name = new StringBuilder();
    String readable = id.value().substring(id.value().indexOf(':') + 1);
    for (int i = 0; i < readable.length() && name.length() < READABLE; i++) {
      char c = readable.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      // a dot may be part of "..", or end in ".lock": neither may be in a branch's name
      name.append(plain ? c : '-');
    }
    return "patchlane/" + name + "-" + digest(id.value());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
