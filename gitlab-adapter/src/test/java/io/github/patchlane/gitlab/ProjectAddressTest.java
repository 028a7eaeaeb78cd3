package io.github.patchlane.gitlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectAddressTest {
  @ParameterizedTest
  @CsvSource({
    "gitlab:https://gitlab.example/xen/xen, gitlab:https://gitlab.example/xen/xen",
    "https://GitLab.example/xen/people/a/xen/, gitlab:https://gitlab.example/xen/people/a/xen",
    "https://gitlab.example:8443/xen/xen.git, gitlab:https://gitlab.example:8443/xen/xen",
    "https://gitlab.example/xen/xen/-/merge_requests/7, gitlab:https://gitlab.example/xen/xen",
    "http://localhost:8080/xen/xen, gitlab:http://localhost:8080/xen/xen",
  })
  void anAddressIsReadAsItIsCopied(String text, String read) {
    assertEquals(Optional.of(read), ProjectAddress.parse(text).map(ProjectAddress::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xen/xen",
        "gitlab:",
        "https://gitlab.example/",
        "https://gitlab.example/xen",
        "git@gitlab.example:xen/xen.git",
        "ftp://gitlab.example/xen/xen",
        "https://a b/c/d"
      })
  void whatNamesNoProjectIsNone(String text) {
    assertEquals(Optional.empty(), ProjectAddress.parse(text));
  }

  @Test
  void aMergeRequestIsAContributionOfThatName() {
    assertEquals(
        "gitlab:gitlab.example:8443/xen/xen!7",
        ProjectAddress.parse("https://gitlab.example:8443/xen/xen")
            .orElseThrow()
            .contribution(7)
            .value());
  }

  @Test
  void whereGitLabLiesUnderAPathIsLeftOpen() {
    assertEquals(
        List.of(
            "https://host.example dev/gitlab/xen/people/xen",
            "https://host.example/dev gitlab/xen/people/xen",
            "https://host.example/dev/gitlab xen/people/xen",
            "https://host.example/dev/gitlab/xen people/xen"),
        ProjectAddress.parse("https://host.example/dev/gitlab/xen/people/xen/-/merge_requests")
            .orElseThrow()
            .readings()
            .stream()
            .map(reading -> reading.server() + " " + reading.path())
            .toList());
  }

  @Test
  void aContributionIsNamedTheSameWhereverGitLabBegins() {
    assertEquals(
        List.of("gitlab:host.example/git/xen/xen!7"),
        ProjectAddress.parse("https://host.example/git/xen/xen").orElseThrow().readings().stream()
            .map(reading -> reading.contribution(7).value())
            .distinct()
            .toList());
  }

  @Test
  void aUserNameInTheAddressIsNotKept() {
    assertEquals(
        "gitlab:https://gitlab.example/xen/xen",
        ProjectAddress.parse("https://oauth2:secret@gitlab.example/xen/xen")
            .orElseThrow()
            .toString());
  }

  @Test
  void mergeRequestsAreCountedFromOne() {
    ProjectAddress project = ProjectAddress.parse("https://gitlab.example/xen/xen").orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> project.contribution(0));
  }
}
