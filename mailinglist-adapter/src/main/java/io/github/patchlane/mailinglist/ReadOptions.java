package io.github.patchlane.mailinglist;

import io.github.patchlane.core.identity.Mailmap;
import io.github.patchlane.core.source.Corrections;
import java.util.Objects;

/**
 * How an archive is read.
 *
 * @param mailmap which names and addresses are one person
 * @param corrections what a person knows better
 * @param useDeclaredLinks whether change-ids, links to earlier versions and {@code Supersedes:}
 *     join revisions; switched off to test the other evidence
 */
public record ReadOptions(Mailmap mailmap, Corrections corrections, boolean useDeclaredLinks) {
  public static final ReadOptions DEFAULT = new ReadOptions(Mailmap.EMPTY, Corrections.NONE, true);

  public ReadOptions {
    Objects.requireNonNull(mailmap);
    Objects.requireNonNull(corrections);
  }

  public ReadOptions withMailmap(Mailmap changed) {
    return new ReadOptions(changed, corrections, useDeclaredLinks);
  }

  public ReadOptions withCorrections(Corrections changed) {
    return new ReadOptions(mailmap, changed, useDeclaredLinks);
  }

  public ReadOptions withDeclaredLinks(boolean used) {
    return new ReadOptions(mailmap, corrections, used);
  }
}
