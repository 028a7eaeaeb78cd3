package io.github.patchlane.gitlab;

import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.testkit.ContributionSourceContract;
import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.Call;
import io.github.patchlane.gitlab.testkit.AlteringWire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The story on a live server. */
class GitLabProjectContractTest extends ContributionSourceContract {
  private StoryServer server;
  private Path cache;

  @BeforeAll
  void tell(@TempDir Path directory) {
    server = new StoryServer(directory).told();
    cache = directory.resolve("cache.git");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private LiveOptions live() {
    return LiveOptions.DEFAULT.withCache(cache);
  }

  @Override
  protected ContributionSource open() {
    return GitLabProject.open(server.address(), server.token(), GitLabReadOptions.DEFAULT, live());
  }

  /** A server has one order only. */
  @Override
  protected ContributionSource openInAnotherOrder(long seed) {
    return open();
  }

  @Override
  protected ContributionSource openDamaged() {
    return GitLabProject.open(
        server.address(),
        server.token(),
        GitLabReadOptions.DEFAULT,
        live(),
        wire -> new AlteringWire(wire, GitLabProjectContractTest::damaged));
  }

  private static Answer damaged(Call call, Answer answer) {
    if (!call.path().endsWith("/merge_requests")) {
      return answer;
    }
    String list = new String(answer.body(), StandardCharsets.UTF_8);
    String longer = list.replaceFirst("^\\[", "[{\"iid\":\"three\",\"title\":\"odd\"},");
    return new Answer(
        answer.status(),
        Map.of("content-type", "application/json"),
        longer.getBytes(StandardCharsets.UTF_8));
  }
}
