package io.github.patchlane.mailinglist.message;

import static io.github.patchlane.mailinglist.message.Mails.HEAD;
import static io.github.patchlane.mailinglist.message.Mails.HERE;
import static io.github.patchlane.mailinglist.message.Mails.bytes;
import static io.github.patchlane.mailinglist.message.Mails.damaged;
import static io.github.patchlane.mailinglist.message.Mails.parse;
import static io.github.patchlane.mailinglist.message.Mails.sound;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageParserTest {
  private static final Person ANN = new Person("Ann Writer", "ann@x.example");
  private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

  @Test
  void aPlainMailIsReadWholeAndItsBodyIsNotCopied() {
    byte[] raw =
        bytes(
            """
            Message-ID: <two@x.example>
            From: Ann Writer <ann@x.example>
            Date: Tue, 2 Jan 2024 12:00:00 +0000
            To: dev@lists.example, "B, Bob" <bob@x.example>
            Cc: cy@x.example (Cy Coder)
            Subject: Re: [PATCH v2 1/2]
             foo:  bar
            In-Reply-To: <one@x.example>
            References: <zero@x.example>
            	<one@x.example>

            Fine.
            """);

    Message message = MessageParser.parse(raw, HERE).message().orElseThrow();

    Part part = message.parts().get(0);
    assertEquals(
        new Message(
            new MessageId("two@x.example"),
            HERE,
            ANN,
            NOON,
            false,
            "Re: [PATCH v2 1/2] foo:  bar",
            List.of(new MessageId("one@x.example"), new MessageId("zero@x.example")),
            List.of(
                new Person("", "dev@lists.example"),
                new Person("B, Bob", "bob@x.example"),
                new Person("Cy Coder", "cy@x.example")),
            false,
            List.of(part)),
        message);
    assertEquals("Fine.\n", message.text());
    assertSame(raw, part.array());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void otherLineEndsMakeTheSameMail(String lineEnd) {
    String mail = HEAD + "Subject: a\n b\n\nOne\nTwo\n";

    Message message = sound(mail.replace("\n", lineEnd));

    assertEquals("a b", message.subject());
    assertEquals("One\nTwo\n", message.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From ann Tue Jan  2 12:00:00 2024\n",
        ">From ann\n",
        "\n\n",
        "\u00ef\u00bb\u00bf"
      })
  void whatStandsBeforeTheHeaderIsPassedOver(String lead) {
    assertEquals("x\n", sound(lead + HEAD + "\nx\n").text());
  }

  @Test
  void aHeaderLineWithoutAColonIsPassedOver() {
    Message message =
        damaged(
            "a line of the header is no field; it was passed over",
            HEAD + "garbage\n more of it\nSubject: s\n\nx\n");

    assertEquals("s", message.subject());
    assertEquals("x\n", message.text());
  }

  @Test
  void aMissingBlankLineLosesNoText() {
    Message message =
        damaged(
            "no blank line ends the header; the body starts at the first other line",
            HEAD + "Hello all\nNote: this\n");

    assertEquals("Hello all\nNote: this\n", message.text());
  }

  @Test
  void nulBytesAreNoPartOfTheHeaderAndStayInTheBody() {
    Message message = sound(HEAD + "Subject: a\0b\n\nx\0y\n");

    assertEquals("ab", message.subject());
    assertEquals("x\0y\n", message.text());
  }

  @Test
  void aQuotedFromLineInTheBodyIsLeftToTheArchive() {
    assertEquals(">From here\n", sound(HEAD + "\n>From here\n").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\n", "just text\n", "\0\1\2\u00ff", "key: value\n\ntext", ":\n:\n"})
  void whatIsNoMailIsUnreadable(String bytes) {
    String reason = bytes.isEmpty() ? "no mail: no bytes" : "no mail: no header that mails have";

    assertEquals(
        new ParsedMail(
            Optional.empty(), List.of(new Problem(Problem.Kind.UNREADABLE, HERE, "", "", reason))),
        parse(bytes));
  }

  @Test
  void aMailWithoutAnIdIsNamedByItsContentWhereverItLies() {
    String from = "From: a@x.example\nDate: Tue, 2 Jan 2024 12:00:00 +0000\nSubject: s\n";
    String reason = "no usable Message-ID; one was made from the mail's content";
    MessageId here = damaged(reason, from + "\nbody\n").id();
    byte[] moved =
        bytes("From x\r\nReceived: by y\r\n" + from.replace("\n", "\r\n") + "\r\nbody\r\n\r\n");
    MessageId there =
        MessageParser.parse(moved, new Position("other", "elsewhere")).message().orElseThrow().id();

    assertEquals(here, there);
    assertEquals("@no-message-id.invalid", here.value().substring(40));
    assertNotEquals(here, damaged(reason, from + "\nother\n").id());
    assertNotEquals(
        here, damaged(reason, "Message-Id: <>\n" + from.replace("s\n", "t\n") + "\n").id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Message-Id: <a@b>",
        "message-id:<a@b>",
        "Message-ID: a@b",
        "Message-ID: <a@b> <c@d>",
        "Message-ID:\n <a@b>",
        "Message-ID: <>\nMessage-ID: <a@b>",
        "Message-ID: <a\n @b>"
      })
  void theFirstUsableIdIsTaken(String field) {
    Message message =
        sound(field + "\nFrom: a@x.example\nDate: Tue, 2 Jan 2024 12:00:00 +0000\n\nx\n");

    assertEquals(new MessageId("a@b"), message.id());
  }

  @Test
  void proseInInReplyToAndBrokenReferencesAreLeftOut() {
    Message message =
        sound(
            HEAD
                + """
                To: Bob <bob@x.example>
                In-Reply-To: Your message of "Tue, 02 Jan 2024 11:00:00 GMT." Bob <bob@x.example>
                 <parent@x.example>
                References: cut@x.example> <first@x.example> <m@x.example> <second@x.ex
                 <first@x.example> <third@x.
                 example> <parent@x.example> <open@x

                x
                """);

    assertEquals(
        List.of(
            new MessageId("parent@x.example"),
            new MessageId("third@x.example"),
            new MessageId("first@x.example")),
        message.references());
  }

  @Test
  void aFoldInsideAnIdWithoutBracketsMakesItNone() {
    Message mail = sound(HEAD + "In-Reply-To: your@x\n\texample\n\nx\n");

    assertEquals(List.of(), mail.references());
  }

  @Test
  void ofAMegabyteOfReferencesTheNearestHundredAreKept() {
    StringBuilder field = new StringBuilder(HEAD + "References:");
    IntStream.range(0, 40_000)
        .forEach(i -> field.append("\n <").append(i).append("@references.example>"));

    List<MessageId> kept = sound(field + "\n\nx\n").references();

    assertEquals(
        IntStream.range(0, 100)
            .mapToObj(i -> new MessageId(39_999 - i + "@references.example"))
            .toList(),
        kept);
  }

  @Test
  void fieldsBeyondAnyMailAreLeftOutAndSaidSo() {
    String many = "X-Filler: x\n".repeat(6_000);

    Message message =
        damaged("more than 5000 header fields; the rest was passed over", HEAD + many + "\nx\n");

    assertEquals("x\n", message.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "X-Autoreply: yes",
        "Precedence: auto_reply",
        "Return-Path: <>",
        "X-Failed-Recipients: a@b",
        "X-Auto-Response-Suppress: All\nSubject: Automatic reply: [PATCH] x"
      })
  void aMachinesAnswerIsTold(String field) {
    assertEquals(true, sound(HEAD + field + "\n\nx\n").automatic());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: no",
        "Precedence: list",
        "Precedence: bulk",
        "X-Loop: dev@lists.example",
        "X-Auto-Response-Suppress: All\nSubject: Re: Automatic reply",
        "List-Id: <dev.lists.example>"
      })
  void whatListsAndProgramsAddToEveryMailMakesNoMachine(String field) {
    assertEquals(false, sound(HEAD + field + "\n\nx\n").automatic());
  }
}
