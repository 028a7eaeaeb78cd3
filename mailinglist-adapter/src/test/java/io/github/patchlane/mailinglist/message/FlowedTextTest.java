package io.github.patchlane.mailinglist.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowedTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "prose is joined | `one ~two~` | `one two~`",
        "quoted prose is joined | `> one ~> two~` | `> one two~`",
        "other depths are not | `> one ~>> two~` | `> one ~>> two~`",
        "the signature's mark is not | `-- ~Ann~` | `-- ~Ann~`",
        "a trailer starts a line | `done ~Acked-by: A <a@b>~` | `done ~Acked-by: A <a@b>~`",
        "a trailer is joined on | `Acked-by: A ~<a@b>~` | `Acked-by: A <a@b>~`",
        "a list item starts a line | `these: ~- a~` | `these: ~- a~`",
        "stuffing goes | ` From here~ >x~` | `From here~>x~`",
        "a diff is never joined | `@@ -1 +1 @@~+a ~b ~ c~` | `@@ -1 +1 @@~+a ~b ~ c~`",
        "nor is a quoted one | `> @@ -1 @@~> int ~> x~` | `> @@ -1 @@~> int ~> x~`",
        "a diff that was stuffed is unstuffed | `@@ -1 @@~  a~-b~` | `@@ -1 @@~ a~-b~`",
        "a diff that was not keeps its spaces | `@@ -1 @@~ a~  b~-c~` | `@@ -1 @@~ a~  b~-c~`",
        "prose after a quoted diff is joined | `> @@ -1 @@~> +x~so ~it is~` | `> @@ -1 @@~> +x~so it is~`",
        "no line feed at the end stays none | `one ~two` | `one two`",
      })
  void flowed(String rule, String sent, String read) {
    assertEquals(read, unflow(sent, false), rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"`on ~e~` | `one~`", "`a ~+b~` | `a~+b~`"})
  void theSpaceOfASoftBreakCanBeNoPartOfTheText(String sent, String read) {
    assertEquals(read, unflow(sent, true));
  }

  private static String unflow(String text, boolean deleteSpace) {
    Slice sent = Slice.of(text.replace('~', '\n').getBytes(StandardCharsets.US_ASCII));
    return new String(FlowedText.unflow(sent, deleteSpace).copy(), StandardCharsets.US_ASCII)
        .replace('\n', '~');
  }
}
