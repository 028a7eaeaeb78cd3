package io.github.patchlane.gitlab;

import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.identity.User;
import io.github.patchlane.gitlab.rest.ProjectReader;
import io.github.patchlane.gitlab.rest.RequestFailedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What accounts show of themselves beyond what records say of them; each is asked for once. */
final class Profiles {
  private final Map<Long, Optional<User>> known = new HashMap<>();

  /** Looks up the public address of whoever has none yet. */
  void complete(Accounts accounts, ProjectReader reader) throws RequestFailedException {
    for (User user : accounts.withoutAddress()) {
      Optional<User> profile = known.get(user.id());
      if (profile == null) {
        profile = reader.user(user.id());
        known.put(user.id(), profile);
      }
      profile.ifPresent(accounts::see);
    }
  }
}
