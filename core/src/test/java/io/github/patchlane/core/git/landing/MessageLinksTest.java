package io.github.patchlane.core.git.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageLinksTest {
  private static List<String> mails(String message) {
    return MessageLinks.in(message).stream().filter(name -> !name.contains("://")).toList();
  }

  @Test
  void readsEveryUsualWayToNameAMail() {
    assertEquals(
        List.of("r@x", "all@x", "msgid@x", "own@x", "old@x", "a/b+c@x", "q@x"),
        mails(
            """
            title

            Link: https://lore.kernel.org/r/r@x
            Link: https://lore.kernel.org/all/all@x/ # v2
            link:   https://patch.msgid.link/msgid@x
            Message-ID: <own@x>
            Message-Id: old@x
            Link: https://lore.kernel.org/list/a%2Fb+c%40x/T/#u
            Link: https://marc.info/?i=q@x&x=1
            """));
  }

  @Test
  void keepsWholeAddressesToo() {
    assertEquals(
        List.of("https://gitlab.example.org/g/p/-/merge_requests/7"),
        MessageLinks.in("t\n\nLink: https://gitlab.example.org/g/p/-/merge_requests/7\n"));
  }

  @Test
  void leavesReportsAndPeopleOut() {
    assertEquals(
        List.of(),
        MessageLinks.in(
            """
            title

            Closes: https://lore.kernel.org/r/report@x
            Reported-by: A <a@x>
            see the Link: https://lore.kernel.org/r/prose@x
            Link: %zz
            Link:
            """));
  }
}
