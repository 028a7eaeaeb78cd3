package io.github.patchlane.gitlab;

import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.identity.Mailmap;
import io.github.patchlane.core.source.Corrections;
import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.identity.UserMap;
import java.util.Objects;

/**
 * Who is who in a project that is read.
 *
 * @param users which account is which person
 * @param mailmap which names and addresses are one person
 * @param corrections what a person knows better; of these, who is a machine and who is not
 */
public record GitLabReadOptions(UserMap users, Mailmap mailmap, Corrections corrections) {
  public static final GitLabReadOptions DEFAULT =
      new GitLabReadOptions(UserMap.EMPTY, Mailmap.EMPTY, Corrections.NONE);

  public GitLabReadOptions {
    Objects.requireNonNull(users);
    Objects.requireNonNull(mailmap);
    Objects.requireNonNull(corrections);
  }

  public GitLabReadOptions withUsers(UserMap changed) {
    return new GitLabReadOptions(changed, mailmap, corrections);
  }

  public GitLabReadOptions withMailmap(Mailmap changed) {
    return new GitLabReadOptions(users, changed, corrections);
  }

  public GitLabReadOptions withCorrections(Corrections changed) {
    return new GitLabReadOptions(users, mailmap, changed);
  }

  Accounts accounts() {
    return new Accounts(users, new Identities(mailmap), corrections.bots(), corrections.humans());
  }
}
