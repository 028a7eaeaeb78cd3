package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.testkit.ContributionTargetContract;
import io.github.patchlane.gitlab.standin.AccessLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class GitLabTargetContractTest extends ContributionTargetContract {
  @TempDir Path scratch;
  private Optional<Bridge> bridge = Optional.empty();

  @Override
  protected Posting posting() throws IOException {
    return Story.of(3, scratch.resolve("commits.git"));
  }

  @Override
  protected ContributionTarget open() {
    return bridge.orElseThrow().target(wire -> wire);
  }

  @Override
  protected String outside() {
    return bridge.orElseThrow().gitlab().state();
  }

  @Override
  protected void reset() throws IOException {
    close();
    posting();
    bridge = Optional.of(new Bridge(scratch, scratch.resolve("commits.git"), AccessLevel.OWNER));
  }

  @AfterEach
  void close() {
    bridge.ifPresent(Bridge::close);
    bridge = Optional.empty();
  }
}
