package io.github.patchlane.mailinglist.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderDecodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "plain | plain",
        "=?utf-8?q?gr=C3=BCn?= | grün",
        "=?UTF-8?B?Z3LDvG4=?= | grün",
        "a =?utf-8?q?b?= =?utf-8?q?c?= d | a bc d",
        "=?utf-8?q?gr=C3?= =?utf-8?q?=BCn?= | grün",
        "=?utf-8?b?Z3LD?= =?utf-8?b?vG4=?= | grün",
        "=?utf-8?b?Z3I=?= =?utf-8?q?=C3=BCn?= | grün",
        "=?iso-8859-1?q?gr=FCn?= | grün",
        "=?unknown-8bit?q?gr=C3=BCn?= | grün",
        "=?x-none?q?gr=FCn?= | grün",
        "=?utf-8*en?q?a?= | a",
        "=?utf-8?q?with space?= | with space",
        "=?utf-8?q?a=ZZb?= | a=ZZb",
        "=?utf-8?q?never_closed | never closed",
        "=?utf-8?q?cut =?utf-8?q?_whole?= | cut whole",
        "[=?utf-8?q?x?=] | [x]",
        "=?utf-8?x?a?= | =?utf-8?x?a?=",
        "=? =?? =?a?q | =? =?? =?a?q",
        "=?utf-8?q??= | ``",
        "=?gb2312?b?tPC4tA==?=: x | 答复: x",
        "=?utf-8?q?a=0A=00b?= | a b",
      })
  void encodedWordsAsMailsWriteThem(String field, String expected) {
    assertEquals(expected, EncodedWords.decode(field));
  }

  @Test
  void aFoldInsideAnEncodedWordIsNoPartOfIt() {
    assertEquals("grün und blau", subject("=?utf-8?q?gr=C3=BCn_un\n d_bl\n\tau?="));
    assertEquals("grün", subject("=?utf-8?b?Z3LD\n vG4=?="));
  }

  @Test
  void bareEightBitTextIsReadAsUtf8OrElseWindows1252() {
    assertEquals("gr\u00fcn", subject("gr\u00c3\u00bcn"));
    assertEquals("gr\u00fcn", subject("gr\u00fcn"));
    assertEquals("\u201cx\u201d", subject("\u0093x\u0094\u0093").substring(0, 3));
  }

  @Test
  void openWordsWithoutEndAreReadInOnePass() {
    String open = "=?a?q?".repeat(10_000);

    assertEquals(open.length(), 60_000);
    EncodedWords.decode(open);
    EncodedWords.decode(open.replace("=?a", " =?a"));
    AddressList.parse(open);
    AddressList.parse("a,".repeat(30_000));
    AddressList.parse("(".repeat(60_000));
    AddressList.parse("<".repeat(60_000));
  }

  private static String subject(String field) {
    return Mails.sound(Mails.HEAD + "Subject: " + field + "\n\n").subject();
  }
}
