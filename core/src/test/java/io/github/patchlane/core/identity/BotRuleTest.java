package io.github.patchlane.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotRuleTest {
  @ParameterizedTest
  @CsvSource({
    "kernel test robot, lkp@intel.com",
    "kbuild test robot, someone@intel.example",
    "'', LKP@intel.com",
    "syzbot, syzbot+0123456789abcdef@syzkaller.appspotmail.com",
    "'', patchwork-bot+netdevbpf@kernel.example",
    "tip-bot2 for Ann Writer, tip-bot2@lists.example",
    "dependabot[bot], support@forge.example",
    "Ann Writer, 49699333+dependabot[bot]@users.noreply.github.com",
    "'', build-bot@example.org",
    "'', bot@example.org",
    "buildbot, slave@example.org",
    "Jenkins, jenkins@example.org",
    "Intel GFX CI, someone@example.org",
    "'', ci_notify@example.org",
    "'', noreply@example.org",
    "'', No-Reply@example.org",
    "'', project_123_bot_4f3e@noreply.gitlab.example",
    "project_9_bot, ''",
    "Buildroot autobuilder, builds@example.org",
    "GitHub, notifications@example.org",
    "Patchew, patches@example.org",
    "Zuul, check@example.org",
    "osstest service owner, owner@example.org",
  })
  void machinesAreBots(String name, String email) {
    assertTrue(BotRule.STANDARD.isBot(new Person(name, email)));
  }

  @ParameterizedTest
  @CsvSource({
    "Ann Abbott, abbott@example.org",
    "Robot Smith, robot.smith@example.org",
    "Jan Bot, jan.bot@example.org",
    "Marie Talbot, talbot@example.org",
    "Francesci, francesci@example.org",
    "Lu Ci, lu.ci@example.org",
    "Ann Writer, 123+ann@users.noreply.github.com",
    "Ann Writer, notifications@github.com",
    "Project Botham, project_botham@example.org",
    "Ian Jenkinson, jenkinson@example.org",
    "'', ''",
  })
  void peopleAreNot(String name, String email) {
    assertFalse(BotRule.STANDARD.isBot(new Person(name, email)));
  }

  @Test
  void additionsWinAndHumansWinOverBots() {
    BotRule rule =
        BotRule.STANDARD.with(
            List.of("Nightly@example.org", "Test Farm", "both@example.org"),
            List.of("ci@example.org", "both@example.org"));

    List<Boolean> found =
        List.of(
            rule.isBot(new Person("", "nightly+x@example.org")),
            rule.isBot(new Person("test farm", "any@example.org")),
            rule.isBot(new Person("", "CI@example.org")),
            rule.isBot(new Person("", "both@example.org")),
            rule.isBot(new Person("", "ci@other.example")));

    assertEquals(List.of(true, true, false, false, true), found);
  }
}
