package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@dora",
        "Hi @dora, well",
        "(@dora)",
        "**@dora**",
        "> @dora said",
        "- @dora",
        "<b>@dora</b>",
        "&#64;dora",
        "&commat;dora",
        "`unclosed @dora",
        "~~~\nx\n~~~\n@dora",
        "````\n```\n````\n@dora",
        "<pre>x</pre>\n@dora",
        "a\n    @dora",
        "<details>\n@dora\n</details>",
        "\\\\@dora",
      })
  void aShownNameIsMentioned(String text) {
    assertEquals(List.of("dora"), References.mentions(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`@dora`",
        "``x ` @dora``",
        "```\n@dora\n```",
        "~~~ text\n@dora\n~~~",
        "````\n```\n@dora\n````",
        "    @dora",
        "<pre>\n@dora\n</pre>",
        "<pre>\n\n@dora\n\nx</pre>",
        "x <code>@dora</code> y",
        "<a href='x'>@dora</a>",
        "[@dora](http://shop.example)",
        "http://shop.example/@dora",
        "<!-- @dora -->",
        "<!--\n@dora\n-->",
        "dora@shop.example",
        "<dora@shop.example>",
        "\\@dora",
        "> ```\n> @dora\n> ```",
      })
  void aHiddenOrEscapedNameIsNot(String text) {
    assertEquals(List.of(), References.mentions(text));
  }

  @Test
  void everySignOfAReferenceCountsUnlessEscaped() {
    String text = "#1 !2 &3 ~bug %m1 $4 ^5 ~\"two words\" 0123abcd";
    assertEquals(
        List.of("#1", "!2", "&3", "~bug", "%m1", "$4", "^5", "~\"two words\"", "0123abcd"),
        References.objects(text));
    assertEquals(
        List.of(), References.objects("\\#1 \\!2 \\&3 \\~bug \\%m1 \\$4 \\^5 \\~\"two words\""));
  }

  @ParameterizedTest
  @CsvSource({
    "Fixes #1, 1",
    "closes: #12 and #13, 12 13",
    "Resolving issues #4, 4",
    "Implements group/project#5, 5",
    "'`Fixes #6`', 6",
    "'<pre>Fixes #7</pre>', 7",
    "Closes https://gitlab.example/a/b/-/issues/8, 8",
  })
  void aClosingKeywordCountsEvenInCode(String text, String issues) {
    List<Integer> expected = List.of(issues.split(" ", -1)).stream().map(Integer::valueOf).toList();
    assertEquals(expected, References.closes(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fixes \\#1", "Fixes &#35;1", "Fixes: abc", "prefixes #1", "Fix it, #1"})
  void othersDoNot(String text) {
    assertEquals(List.of(), References.closes(text));
  }
}
