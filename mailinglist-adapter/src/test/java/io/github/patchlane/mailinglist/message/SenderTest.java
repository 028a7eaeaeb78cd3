package io.github.patchlane.mailinglist.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {
  private static final String REST =
      "Message-ID: <m@x.example>\nDate: Tue, 2 Jan 2024 12:00:00 +0000\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Ann Writer <ann@x.example> | Ann Writer <ann@x.example>",
        "\"Writer, Ann\" <ann@x.example> | Writer, Ann <ann@x.example>",
        "Writer, Ann <ann@x.example> | Writer, Ann <ann@x.example>",
        "\"Ann \\\"W\\\" Writer\" <ann@x.example> | Ann \"W\" Writer <ann@x.example>",
        "ann@x.example (Ann (the) Writer) | Ann (the) Writer <ann@x.example>",
        "ann at x.example (Ann Writer) | Ann Writer <ann@x.example>",
        "Ann Writer <ann at x.example> | Ann Writer <ann@x.example>",
        "ann@x.example | ann@x.example",
        "<ann@x.example> | ann@x.example",
        "Ann Writer | Ann Writer",
        "Ann Writer ann@x.example | Ann Writer <ann@x.example>",
        "=?utf-8?q?J=C3=B6rg?= <j@x.example> | Jörg <j@x.example>",
        "\"=?utf-8?q?J=C3=B6rg?=\" <j@x.example> | Jörg <j@x.example>",
        "=?utf-8?q?Writer,_Ann?= <ann@x.example> | Writer, Ann <ann@x.example>",
        "'Ann Writer' <ann@x.example> | Ann Writer <ann@x.example>",
        "Ann < ann@x.example > | Ann <ann@x.example>",
        "Ann <ann@x.example | Ann <ann@x.example>",
        "<@a.example,@b.example:ann@x.example> | ann@x.example",
        "Ann, bob@x.example | bob@x.example",
      })
  void sendersAsMailsNameThem(String field, String expected) {
    String read = Mails.sound("From: " + field + "\n" + REST + "\n").from().toString();

    assertEquals(expected, read);
  }

  @Test
  void groupsAndListsOfPeopleAreFlattened() {
    assertEquals(
        List.of(
            new Person("", "a@x.example"),
            new Person("Bob", "b@x.example"),
            new Person("C, D", "c@x.example")),
        AddressList.parse("Team: a@x.example, Bob <b@x.example>;, \"C, D\" <c@x.example>"));
    assertEquals(List.of(), AddressList.parse("undisclosed-recipients:;"));
  }

  @Test
  void ofSeveralSendersTheFirstWithAnAddressCounts() {
    assertEquals(
        new Person("Bob", "b@x.example"),
        Mails.sound("From: Nobody\nFrom: Bob <b@x.example>, c@x.example\n" + REST + "\n").from());
  }

  @Test
  void noSenderIsAProblem() {
    assertEquals(
        new Person("", ""), Mails.damaged("no From; the writer is unknown", REST + "\n").from());
  }

  @ParameterizedTest
  @CsvSource({
    "X-Original-From: Ann Writer <ann@x.example>",
    "Reply-To: Ann Writer <ann@x.example>",
    "'Reply-To: dev@lists.example, Ann Writer <ann@x.example>'",
    "X-Original-Sender: ann@x.example",
    "'Cc: bob@x.example, Ann Writer <ann@x.example>'",
  })
  void aListsRewritingIsUndone(String trace) {
    String from =
        "From: Ann Writer via dev <dev@lists.example>\nList-Post: <mailto:dev@lists.example>\n";

    assertEquals(
        new Person("Ann Writer", "ann@x.example"),
        Mails.sound(from + trace + "\n" + REST + "\n").from());
  }

  @ParameterizedTest
  @CsvSource({
    "'''Ann Writer'' via dev' <dev@lists.example>, Ann Writer",
    "Ann Writer via Dev <dev@lists.example>, Ann Writer",
    "Ann Writer <ann=40x.example@dmarc.lists.example>, Ann Writer <ann@x.example>",
    "Ann Writer via groups.io <ann=x.example@groups.io>, Ann Writer <ann@x.example>",
    "Ann via GitHub <notifications@forge.example>, Ann via GitHub <notifications@forge.example>",
  })
  void whereTheListLeftNoTraceOnlyTheNameIsKept(String from, String expected) {
    assertEquals(expected, Mails.sound("From: " + from + "\n" + REST + "\n").from().toString());
  }

  @Test
  void aReplyToOfAMailThatIsNotRewrittenNamesNobody() {
    assertEquals(
        new Person("Ann", "ann@x.example"),
        Mails.sound("From: Ann <ann@x.example>\nReply-To: b@x.example\n" + REST + "\n").from());
  }
}
