package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {
  /** Every quick action of merge requests, notes and descriptions, and a few of other things. */
  private static final List<String> ACTIONS =
      List.of(
          "add_child",
          "add_contacts",
          "add_email",
          "add_parent",
          "approve",
          "assign",
          "assign_reviewer",
          "award",
          "board_move",
          "cc",
          "child_of",
          "clear_health_status",
          "clear_weight",
          "clone",
          "close",
          "confidential",
          "copy_metadata",
          "create_merge_request",
          "done",
          "draft",
          "due",
          "duplicate",
          "epic",
          "estimate",
          "estimate_time",
          "health_status",
          "invite_email",
          "iteration",
          "label",
          "labels",
          "link",
          "lock",
          "merge",
          "milestone",
          "move",
          "page",
          "parent_epic",
          "promote",
          "promote_to",
          "publish",
          "ready",
          "reassign",
          "reassign_reviewer",
          "rebase",
          "relabel",
          "relate",
          "remove_child",
          "remove_due_date",
          "remove_epic",
          "remove_estimate",
          "remove_milestone",
          "remove_parent",
          "remove_time_spent",
          "remove_zoom",
          "reopen",
          "request_changes",
          "request_review",
          "rename",
          "remove_email",
          "set_parent",
          "severity",
          "shrug",
          "spend",
          "spend_time",
          "spent",
          "status",
          "submit_review",
          "subscribe",
          "tableflip",
          "tag",
          "target_branch",
          "timeline",
          "title",
          "todo",
          "type",
          "unapprove",
          "unassign",
          "unassign_reviewer",
          "unlabel",
          "unlink",
          "unlock",
          "unrelate",
          "unsubscribe",
          "weight",
          "wip",
          "zoom");

  /** Every way to begin a reference. */
  private static final List<String> REFERENCES =
      List.of(
          "@root",
          "@all",
          "@group/sub",
          "@@maintainer",
          "#1",
          "#1+",
          "#1+s",
          "group/project#1",
          "!1",
          "!1+",
          "group/project!1",
          "&1",
          "group&1",
          "~bug",
          "~\"two words\"",
          "~12",
          "%1.0",
          "%\"two words\"",
          "%3",
          "$1",
          "^alert#1",
          "*iteration:1",
          "*iteration:\"x\"",
          "[vulnerability:7]",
          "[issue:1]",
          "[work_item:1]",
          "[epic:1]",
          "[contact:a@example.org]",
          "[[page]]",
          "[cadence:1]",
          "0123abc",
          "0123abcdef0123abcdef0123abcdef0123abcdef",
          "0123abc..4567def",
          "0123abc...4567def",
          "ABC-1",
          "GL_X-22",
          "https://git.example.org/a/b/-/issues/1",
          "https://git.example.org/a/b/-/merge_requests/2",
          "www.example.org/a/b/-/issues/1",
          ":tada:",
          "::include{file=x}",
          "$`x`$",
          "%{project_path}");

  private static final List<String> SURROUNDINGS =
      List.of(
          "%s",
          "a %s b",
          "a\n%s\nb",
          "a\r%s\rb",
          "a\r\n%s",
          "\r%s",
          "\n\r%s",
          "a\u2028%s\u2028b",
          "a\u2029%s",
          "a\u0085%s",
          "a\u000b%s",
          "a\f%s",
          "\u0000%s",
          "```\n%s\n```",
          "~~~\n%s\n~~~",
          "````\n%s\n````",
          "```c\n%s",
          "    %s",
          "\t%s",
          "> %s",
          ">>>\n%s\n>>>",
          ">>>\n%s",
          "<pre>\n%s\n</pre>",
          "<pre>%s",
          "</pre>\n%s",
          "<details>\n%s\n</details>",
          "<div>\n%s\n</div>",
          "<!--\n%s\n-->",
          "<!-- %s",
          "`%s`",
          "`\n%s\n`",
          "``%s",
          "[x](%s)",
          "[%s](x)",
          "![%s](x)",
          "- %s",
          "* %s",
          "1. %s",
          "| %s | b |",
          "# %s",
          "---\n%s\n---",
          "\\%s",
          "\\\\%s",
          "**%s**",
          "é%s",
          "字%s字",
          "(%s)",
          "\"%s\"",
          "%s.",
          "_%s_",
          "$$\n%s\n$$",
          "Fixes %s",
          "Closes: %s",
          "resolves issue %s and %s",
          "diff --git a/x b/x\n%s");

  private static final Pattern QUICK_ACTION = Pattern.compile("(?m)^/[A-Za-z_]+( |$)");
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)\\b(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?)"
              + ":? +(?:issues? +)?(?:[\\w./-]*#\\d+|https?://\\S+|[A-Z][A-Z0-9_]+-\\d+)");
  private static final Pattern PRE = Pattern.compile("(?s)<pre>\\n.*?\\n</pre>");
  private static final Pattern MADE_SAFE = Pattern.compile("\\\\[!-/:-@\\[-`{-~]|`[^`\\n]+`");

  /** What GitLab would still read once code, verbatim blocks and escapes are out of the way. */
  private static String inForce(String markdown) {
    String left = PRE.matcher(markdown).replaceAll("·");
    return MADE_SAFE.matcher(left).replaceAll("·");
  }

  private static void assertHarmless(String text, String markdown) {
    String where = "of \"" + text + "\": \"" + markdown + "\"";
    assertFalse(QUICK_ACTION.matcher(markdown.replace("\r", "")).find(), "a quick action " + where);
    assertFalse(CLOSING.matcher(markdown).find(), "a closing " + where);
    assertTrue(markdown.chars().noneMatch(c -> c == '\r' || c == '\u2028'), "a line end " + where);
    String left = inForce(markdown);
    for (char sign : "@#!&~%$^*_`[]{}<|".toCharArray()) {
      assertEquals(-1, left.indexOf(sign), "an open " + sign + " " + where + " leaves " + left);
    }
    assertFalse(left.contains("://"), "a page " + where);
    assertFalse(
        Pattern.compile("(?<![A-Za-z0-9])[0-9a-fA-F]{7,}(?![A-Za-z0-9])").matcher(left).find(),
        "a hash " + where);
    assertFalse(
        Pattern.compile("(?m)^(?:[-+=/]|\\d+[.)])").matcher(left).find(), "a list " + where);
  }

  @Test
  void noQuickActionRunsWhereverItStands() {
    for (String action : ACTIONS) {
      for (String around : SURROUNDINGS) {
        for (String form :
            List.of(
                "/" + action,
                "/" + action + " @root",
                "/" + action.toUpperCase(java.util.Locale.ROOT))) {
          String text = around.replace("%s", form);
          assertHarmless(text, Harmless.prose(text));
          assertHarmless(text, Harmless.verbatim(text));
          assertHarmless(text, Harmless.inline(text));
        }
      }
    }
  }

  @Test
  void noReferenceIsInForceWhereverItStands() {
    for (String reference : REFERENCES) {
      for (String around : SURROUNDINGS) {
        String text = around.replace("%s", reference);
        assertHarmless(text, Harmless.prose(text));
        assertHarmless(text, Harmless.inline(text));
        String verbatim = Harmless.verbatim(text);
        assertFalse(CLOSING.matcher(verbatim).find(), verbatim);
        assertTrue(PRE.matcher(verbatim).matches(), verbatim);
      }
    }
  }

  @Test
  void nothingOfAnyMixtureIsInForce() {
    List<String> parts = new ArrayList<>(REFERENCES);
    ACTIONS.forEach(action -> parts.add("/" + action));
    parts.addAll(
        List.of(
            "\n", "\n\n", "\r", " ", "  ", "\t", "`", "```\n", "~~~\n", ">>>\n", "<pre>", "</pre>",
            "<!--", "-->", "\\", "a", "Fixes ", "[", "](", ")", "é", "\u2028", ">", "- "));
    Random dice = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + dice.nextInt(12);
      for (int k = 0; k < length; k++) {
        text.append(parts.get(dice.nextInt(parts.size())));
      }
      assertHarmless(text.toString(), Harmless.prose(text.toString()));
    }
  }

  @Test
  void titlesNotifyAndCloseNothing() {
    for (String reference : REFERENCES) {
      for (String around : List.of("%s", "a %s b", "Fixes %s", "é%s", "(%s)")) {
        String title = Harmless.title(around.replace("%s", reference), false);
        assertFalse(CLOSING.matcher(title).find(), title);
        assertFalse(
            Pattern.compile("[@#!&~%$^*\\[][A-Za-z0-9_\"/@{`]|://|[0-9a-fA-F]{7}|[A-Z]-\\d")
                .matcher(title)
                .find(),
            title);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Draft: x", "WIP: x", "[Draft] x", "(draft) x", "wip x"})
  void noTitleIsADraftByItself(String title) {
    String safe = Harmless.title(title, false).toLowerCase(java.util.Locale.ROOT);
    assertFalse(Pattern.compile("^\\W?(?:draft|wip)").matcher(safe).find(), safe);
    assertTrue(Harmless.title(title, true).startsWith("Draft: "));
  }

  @Test
  void titlesAreOneLineOfBoundedLength() {
    assertEquals("a b", Harmless.title(" a\r\n b\n", false));
    assertEquals("(no title)", Harmless.title("\n", false));
    assertEquals(255, Harmless.title("x".repeat(300), true).length());
    assertTrue(Harmless.title("x".repeat(300), false).endsWith("x…"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "Looks good to me, thanks.;Looks good to me, thanks.",
        "It's 5 > 4, isn't it?;It's 5 \\> 4, isn't it?",
        "a_b(c) - d;a\\_b(c) - d",
        "see lib/a.c:12 there;see lib/a.c\\:12 there",
        "1. first;1\\. first",
        "/tmp is full;\\/tmp is full",
        "ann@example.org;ann\\@example.org"
      })
  void proseStaysReadable(String text, String markdown) {
    assertEquals(markdown, Harmless.prose(text));
  }

  @Test
  void whatNoBackslashStopsIsCode() {
    assertEquals(
        "since `0123abcdef`, see `https://example.org/x?a=b`.",
        Harmless.prose("since 0123abcdef, see https://example.org/x?a=b."));
  }

  @Test
  void linesStayLinesAndCodeKeepsItsColumns() {
    assertEquals(
        "Try this  \ninstead\\:\n\n<pre>\n\tif (a &lt; b)\n\t\treturn;\n</pre>\n\nor so."
            .replace("\\:", ":"),
        Harmless.prose("Try this\ninstead:\n\n\tif (a < b)\n\t\treturn;\n\nor so."));
  }

  @Test
  void quotesStayQuotes() {
    assertEquals("> so  \n> \\> and so  \nyes", Harmless.prose("> so\n> > and so\nyes"));
  }

  @Test
  void verbatimGivesBackEveryCharacter() {
    String patch = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-if (a && b)\n+/close <b> &amp; #1 `x`\n";
    String html = Harmless.verbatim(patch);
    String back =
        html.substring("<pre>\n".length(), html.length() - "\n</pre>".length())
            .replace("&#47;", "/")
            .replace("&#58;", ":")
            .replace("&#35;", "#")
            .replace("&#45;", "-")
            .replace("&#96;", "`")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    assertEquals(patch, back);
  }

  @Test
  void charactersThatNoTextHasAreReplaced() {
    assertEquals("a\ufffdb\ufffdc\ufffdd", Harmless.clean("a\u0000b\ud800c\u202ed"));
    assertEquals("\ud83d\ude00", Harmless.clean("\ud83d\ude00"));
  }

  @Test
  void nobodyElseWritesOurMarker() {
    String forged = "fine\n\n<!-- patchlane:v1 mid=<x> rev=1 part=text -->";
    for (String body :
        List.of(Harmless.prose(forged), Harmless.verbatim(forged), Harmless.inline(forged))) {
      assertTrue(Marker.of(body).isEmpty(), body);
      assertFalse(body.contains("<!--"), body);
    }
  }

  @Test
  void aMarkerIsOneLineWhateverTheMailIsCalled() {
    for (String id : List.of("a@b", "a--><b@c", "@all", "x\t#1 /close@y", "--", "é\"<>@z")) {
      Marker marker =
          Marker.of(new io.github.patchlane.core.contribution.MessageId(id.strip()), 2, "text");
      String body = marker.under("words");
      assertEquals(marker, Marker.of(body).orElseThrow());
      String inside = marker.line().substring(4, marker.line().length() - 3);
      assertFalse(inside.contains("-->") || inside.contains("--"), marker.line());
      assertFalse(Pattern.compile("(?<!\\w)@\\w").matcher(inside).find(), marker.line());
    }
  }

  @Test
  void aLabelIsOneLabel() {
    assertEquals("a b c", Harmless.label(" a,b\nc "));
  }

  @Test
  void aLinkGoesWhereWeSay() {
    assertEquals(
        "[a\\]\\(x\\)](https://e.org/%29%20%3C)".replace("\\(", "(").replace("\\)", ")"),
        Harmless.link("a](x)", "https://e.org/) <"));
  }

  @Test
  void commitMessagesAreOnlyWarnedOf() {
    assertEquals(List.of(), CommitWarnings.of("lib: mend it\n\nFixes: 0123abc (\"lib: x\")\n"));
    assertEquals(
        List.of(
            "“Fixes #12” closes that issue once the commit is merged",
            "“@root” names an account",
            "“#12” leaves a note where it points",
            "its title may turn the merge request into a draft"),
        CommitWarnings.of("fixup! lib: x\n\nFixes #12, thanks @root\n"));
  }
}
