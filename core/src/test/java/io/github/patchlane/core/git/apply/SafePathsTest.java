package io.github.patchlane.core.git.apply;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "a//b",
        "a/",
        ".",
        "..",
        "../a",
        "a/../../b",
        "a/./b",
        ".git",
        ".git/config",
        "a/.git/hooks/x",
        ".GIT/config",
        ".Git",
        ".git.",
        ".git /x",
        ".git. . ./x",
        ".git:x",
        ".git::$INDEX_ALLOCATION/x",
        "git~1/config",
        "GIT~1",
        "git~1. ",
        "a\\.git\\config",
        ".git\\config",
        "..\\a",
        ".g\u200cit/config",
        "\u200d.git",
        ".gi\ufefft",
        "a\0b"
      })
  void whatLeavesTheTreeOrIsGitsOwnIsRefused(String path) {
    Refused refused = assertThrows(Refused.class, () -> SafePaths.check(raw(path), Entry.FILE));

    assertEquals(Refused.Why.UNSAFE_PATH, refused.why());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".gitignore",
        ".github/x",
        ".gitmodules",
        "git",
        "git~2",
        "a.git",
        "a/..b",
        "...",
        "a\\b",
        "\u00e4/\u200c\u00f6",
        "aux.c",
        "a b. "
      })
  void whatOnlyLooksSoIsNot(String path) {
    assertDoesNotThrow(() -> SafePaths.check(raw(path), Entry.FILE));
  }

  @ParameterizedTest
  @ValueSource(strings = {".gitmodules", ".GITMODULES", ".gitmodules ", "gitmod~1", "GI7EBA~1"})
  void noLinkStandsForTheListOfSubmodules(String path) {
    Refused refused = assertThrows(Refused.class, () -> SafePaths.check(path, Entry.LINK));

    assertEquals(Refused.Why.UNSAFE_PATH, refused.why());
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 5000})
  void noNameIsLongerThanFilesCanHave(int length) {
    assertThrows(Refused.class, () -> SafePaths.check("a".repeat(length), Entry.FILE));
    assertThrows(Refused.class, () -> SafePaths.check("a/".repeat(length * 10) + "b", Entry.FILE));
  }

  private static String raw(String path) {
    return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
