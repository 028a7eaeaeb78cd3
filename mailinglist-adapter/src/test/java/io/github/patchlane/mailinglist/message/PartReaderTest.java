package io.github.patchlane.mailinglist.message;

import static io.github.patchlane.mailinglist.message.Mails.HEAD;
import static io.github.patchlane.mailinglist.message.Mails.damaged;
import static io.github.patchlane.mailinglist.message.Mails.sound;
import static io.github.patchlane.mailinglist.message.Mails.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartReaderTest {
  private static final String MIXED = "Content-Type: multipart/mixed; boundary=\"==b\"\n\n";
  private static final String BASE64 = "Content-Transfer-Encoding: base64\n";

  @Test
  void transferEncodingsAreUndone() {
    assertEquals(
        "gr\u00fcn = x\n",
        text(
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\ngr=C3=BCn =3D=\n x\n"));
    assertEquals("Hello\n", text(BASE64 + "\nSGVs\nbG8K\n"));
    assertEquals("Hello\n", text(BASE64 + "\r\nSGVs\r\nbG8K\r\n".replace("\r", "")));
    assertEquals("x = 1\n", text("Content-Transfer-Encoding: 8bit\n\nx = 1\n"));
  }

  @Test
  void aFooterBelowBase64IsKept() {
    Message message =
        damaged(
            "text below the base64 body is not encoded; it was kept as it stands",
            HEAD + BASE64 + "\nSGVsbG8K\n-- \nList info: https://lists.example/\n");

    assertEquals("Hello\n\n-- \nList info: https://lists.example/\n", message.text());
  }

  @Test
  void damagedBase64GivesWhatCanBeDecoded() {
    Message message =
        damaged(
            "the base64 body is damaged; what could be decoded was",
            HEAD + BASE64 + "\nSGVsbG8K\nSGVsbG8=\nSGVsbG8K\n");

    assertEquals("Hello\nHelloHello\n", message.text());
  }

  @Test
  void whatIsCalledBase64AndIsNotIsReadAsItStands() {
    Message message =
        damaged(
            "the body is called base64 and is not; it was read as it stands",
            HEAD + BASE64 + "\nHello, all!\n");

    assertEquals("Hello, all!\n", message.text());
  }

  @ParameterizedTest
  @CsvSource({
    "us-ascii, gr\u00c3\u00bcn",
    "utf-8, gr\u00c3\u00bcn",
    "'', gr\u00c3\u00bcn",
    "us-ascii, gr\u00fcn",
    "iso-8859-1, gr\u00fcn",
    "iso-8859-15, gr\u00fcn",
    "windows-1252, gr\u00fcn",
    "iso-8859-1, gr\u00c3\u009cn",
  })
  void textIsReadInTheDeclaredCharsetOrTheOneThatFits(String charset, String bytes) {
    String expected = bytes.endsWith("\u009cn") ? "gr\u00dcn" : "gr\u00fcn";

    assertEquals(
        expected, text("Content-Type: text/plain; charset=\"" + charset + "\"\n\n" + bytes));
  }

  @ParameterizedTest
  @CsvSource({"unknown-8bit", "yes", "y", "'%%%'", "no such"})
  void anUnknownCharsetIsToldOnlyWhereItMatters(String charset) {
    String type = HEAD + "Content-Type: text/plain; charset=\"" + charset + "\"\n\n";
    String reason =
        "charset \"" + charset + "\" is unknown; the text was read as UTF-8 or Windows-1252";

    assertEquals("plain", sound(type + "plain").text());
    assertEquals("gr\u00fcn", damaged(reason, type + "gr\u00c3\u00bcn").text());
  }

  @Test
  void chineseSubsetsAreReadAsTheWhole() {
    assertEquals("\u7b54", text("Content-Type: text/plain; charset=x-gbk\n\n\u00b4\u00f0"));
    assertEquals("\u7b54", text("Content-Type: text/plain; charset=gb2312\n\n\u00b4\u00f0"));
  }

  @Test
  void utf8CutInACharacterStaysUtf8() {
    Message message =
        damaged(
            "the text is declared UTF-8 and is not, or not throughout",
            HEAD + "Content-Type: text/plain; charset=utf-8\n\ngr\u00c3\u00bcn gr\u00c3");

    assertEquals("gr\u00fcn gr\ufffd", message.text());
  }

  @Test
  void utf16IsHandedOutAsUtf8AndMarksAreTakenOff() {
    String utf16 =
        Base64.getEncoder()
            .encodeToString("\ufeffdiff\r\n+x\r\n".getBytes(StandardCharsets.UTF_16LE));
    String type = "Content-Type: text/plain; charset=utf-16\n";

    Part part = sound(HEAD + type + BASE64 + "\n" + utf16 + "\n").parts().get(0);

    assertEquals(
        "diff\n+x\n",
        new String(
            part.array(), part.start(), part.end() - part.start(), StandardCharsets.US_ASCII));
    assertEquals("x\n", text("\n\u00ef\u00bb\u00bfx\n"));
  }

  @Test
  void onlyATextWhoseLinesAllEndSoLosesItsCarriageReturns() {
    assertEquals("a\nb\n", text(BASE64 + "\n" + base64("a\r\nb\r\n") + "\n"));
    assertEquals("a\n+b\r\n", text(BASE64 + "\n" + base64("a\n+b\r\n") + "\n"));
    assertEquals("a\r\n+b\n", text(BASE64 + "\n" + base64("a\r\n+b\n") + "\n"));
  }

  @Test
  void attachedPatchesAreDecodedByNameOrByLookAndPicturesAreNot() {
    assertEquals(
        List.of(
            "inline '' See attached.",
            "file 'a.patch' +x\n",
            "inline 'b.diff' -y",
            "file 'unnamed' diff --git a/x b/x\n",
            "file 'é.patch' +z"),
        parts(
            MIXED
                + part("Content-Type: text/plain", "See attached.")
                + part(
                    "Content-Type: application/octet-stream; name=a.patch\n" + BASE64.strip(),
                    base64("+x\n"))
                + part(
                    "Content-Type: text/x-patch\nContent-Disposition: inline; filename=b.diff",
                    "-y")
                + part(
                    "Content-Type: application/octet-stream; name=unnamed\n" + BASE64.strip(),
                    base64("diff --git a/x b/x\n"))
                + part(
                    "Content-Type: application/octet-stream; name=tool\n" + BASE64.strip(),
                    base64("\0\1\2"))
                + part("Content-Type: image/png\n" + BASE64.strip(), base64("diff --git a/x b/x\n"))
                + part(
                    "Content-Type: text/x-diff\nContent-Disposition: attachment; filename*=utf-8''%C3%A9.patch",
                    "+z")
                + "--==b--\n"));
  }

  @Test
  void ofAlternativesThePlainTextIsReadAndAttachmentsBesideItAreKept() {
    String nested =
        "--c\nContent-Type: text/html\n\n<p>html</p>\n"
            + "--c\nContent-Type: text/x-patch\nContent-Disposition: attachment; filename=p.patch\n\n+p\n--c--";
    assertEquals(
        List.of("inline '' plain", "file 'p.patch' +p"),
        parts(
            MIXED.replace("mixed", "alternative")
                + part("Content-Type: text/plain", "plain")
                + part("Content-Type: multipart/mixed; boundary=c", nested)
                + "--==b--\n"));
  }

  @Test
  void ofASignedMailTheSignatureIsLeftOut() {
    assertEquals(
        List.of("inline '' signed"),
        parts(
            MIXED.replace("mixed", "signed")
                + part("Content-Type: text/plain", "signed")
                + part("Content-Type: application/pgp-signature; name=signature.txt", "-----")
                + "--==b--\n"));
  }

  @Test
  void aForwardedMailIsNotTheSendersText() {
    assertEquals(
        List.of("inline '' see below", "file 'message.eml' Subject: other\n\nhers"),
        parts(
            MIXED
                + part("Content-Type: text/plain", "see below")
                + part("Content-Type: message/rfc822", "Subject: other\n\nhers")
                + "--==b--\n"));
  }

  @Test
  void anHtmlMailIsReadAsPlainText() {
    assertEquals(
        "Hi,\n\n> a < b & c\n\n+x  y\n-z\nend é\n",
        text(
            """
            Content-Type: text/html; charset=utf-8

            <html><head><title>t</title><style>p {}</style></head><body>
            <p>Hi,</p><blockquote>a &lt; b &amp; c</blockquote><br><!-- no -->
            <pre>+x  y
            -z</pre><script>1 < 2</script>end &#xe9;</body></html>
            """));
  }

  @Test
  void aTextBesideOthersThatIsEmptyIsLeftOut() {
    assertEquals(
        List.of("inline 'a.patch' +x"),
        parts(
            MIXED
                + part("Content-Type: text/plain", "\n")
                + part("Content-Type: text/plain; name=a.patch", "+x")
                + "--==b--\n"));
  }

  @Test
  void aMultipartThatNeverEndsOrNamesNoBoundaryIsTakenApartAllTheSame() {
    String body =
        part("Content-Type: text/plain", "one") + part("Content-Type: text/x-patch", "+two");

    assertEquals(List.of("inline '' one", "inline '' +two\n"), parts(MIXED + body));
    assertEquals(
        List.of("inline '' one", "inline '' +two\n"),
        parts("Content-Type: multipart/mixed\n\n" + body));
  }

  @Test
  void aMultipartThatIsNoneIsReadAsText() {
    assertEquals(
        "just text\n",
        damaged(
                "a multipart body cannot be taken apart; it was read as plain text",
                HEAD + MIXED + "just text\n")
            .text());
  }

  @Test
  void nestingIsCutBeforeItHurts() {
    String nested =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n")
            .collect(Collectors.joining());

    Message message =
        damaged(
            "parts nest deeper than 50 levels; those below were left out", HEAD + nested + "\nx\n");

    assertEquals(List.of(), message.parts());
  }

  @Test
  void partsBeyondAnyMailAreLeftOut() {
    String many = part("Content-Type: text/plain", "x").repeat(20_000);

    Message message =
        damaged(
            "a multipart body has more than 1000 parts; the rest was left out",
            HEAD + MIXED + many);

    assertEquals(1_000, message.parts().size());
  }

  @Test
  void aPartHeaderBeyondAnyMailIsCut() {
    String part = "--==b\nContent-Type: text/plain; x=" + "y".repeat(200_000) + "\n\ntext\n";

    damaged(
        "a part's header is longer than any; the mail was cut there",
        HEAD + MIXED + part("Content-Type: text/plain", "first") + part);
  }

  private static List<String> parts(String fieldsAndBody) {
    return sound(HEAD + fieldsAndBody).parts().stream()
        .map(p -> (p.inline() ? "inline" : "file") + " '" + p.fileName() + "' " + p.text())
        .toList();
  }

  private static String part(String fields, String content) {
    return "--==b\n" + fields + "\n\n" + content + "\n";
  }

  private static String base64(String latin1) {
    return Base64.getEncoder().encodeToString(Mails.bytes(latin1));
  }
}
