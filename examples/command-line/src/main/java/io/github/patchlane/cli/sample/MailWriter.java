package io.github.patchlane.cli.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.patchlane.core.contribution.MessageId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Puts mails into bytes: the same mail gives the same bytes, whenever and how often it is written.
 *
 * @param realSize whether to add the signatures and relay marks that make up half of a real mail
 */
record MailWriter(boolean realSize) {
  private static final String BOUNDARY = "=-=-thornbill-part-=-=";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  byte[] write(Mail mail) {
    StringBuilder text = new StringBuilder(4096);
    transport(text, mail);
    text.append(HeaderText.folded("From", HeaderText.address(mail.from().sender())));
    if (mail.from().munged()) {
      text.append(HeaderText.folded("Reply-To", HeaderText.address(mail.from().person())));
    }
    text.append(HeaderText.folded("To", HeaderText.address(Cast.LIST)));
    if (!mail.cc().isEmpty()) {
      text.append(HeaderText.folded("Cc", HeaderText.addresses(mail.cc())));
    }
    text.append(HeaderText.folded("Subject", HeaderText.words(mail.subject())));
    text.append("Date: ")
        .append(HeaderText.date(mail.sent().plus(mail.clockError()), mail.from().zone()))
        .append('\n');
    text.append("Message-Id: <").append(mail.id().value()).append(">\n");
    if (!mail.references().isEmpty()) {
      List<MessageId> all = mail.references();
      text.append("In-Reply-To: <").append(all.get(all.size() - 1).value()).append(">\n");
      text.append("References:");
      all.forEach(id -> text.append(" <").append(id.value()).append(">\n"));
    }
    mail.headers().forEach(line -> text.append(line).append('\n'));
    text.append("List-Id: Thornbill development <thornbill-devel.lists.example.org>\n");
    text.append("List-Archive: <https://lists.example.org/thornbill-devel/>\n");
    text.append("Precedence: list\nMIME-Version: 1.0\n");
    body(text, mail);
    return text.toString().getBytes(UTF_8);
  }

  private void transport(StringBuilder text, Mail mail) {
    Dice marks = new Dice(mail.id().value().hashCode());
    String arrived = HeaderText.date(mail.sent().plusSeconds(marks.between(3, 40)), ZoneOffset.UTC);
    String left = HeaderText.date(mail.sent(), mail.from().zone());
    String host = mail.from().host();
    text.append("Return-Path: <thornbill-devel-bounces@lists.example.org>\n");
    text.append("Received: from mail.").append(host).append(" (mail.").append(host);
    text.append(" [192.0.2.").append(marks.between(1, 254)).append("])\n");
    text.append("\tby lists.example.org (Postfix) with ESMTPS id ");
    text.append(marks.hex(10).toUpperCase(Locale.ROOT));
    text.append("\n\tfor <thornbill-devel@lists.example.org>; ").append(arrived).append('\n');
    if (realSize) {
      signature(text, marks, "DKIM-Signature", host);
      signature(text, marks, "ARC-Message-Signature", "lists.example.org");
      signature(text, marks, "X-Relay-DKIM-Signature", "relay.example.org");
      signature(text, marks, "ARC-Seal", "relay.example.org");
      signature(text, marks, "X-Forwarded-Encrypted", "relay.example.org");
      for (int hop = 1; hop < 4; hop++) {
        text.append("X-Received: by relay").append(hop).append(".example.org with SMTP id ");
        text.append(marks.hex(36)).append(";\n        ").append(left).append('\n');
      }
      text.append("X-Gm-Message-State: ").append(marks.letters(220, BASE64)).append('\n');
      text.append("X-Relay-Smtp-Source: ").append(marks.letters(110, BASE64)).append('\n');
      text.append("X-Spam-Status: No, score=-1.9 required=5.0 tests=BAYES_00,DKIM_SIGNED\n");
    }
    text.append("Received: by mail.").append(host).append(" with ESMTPSA id ");
    text.append(marks.hex(12)).append(";\n\t").append(left).append('\n');
  }

  private static void signature(StringBuilder text, Dice marks, String header, String domain) {
    text.append(header).append(": v=1; a=rsa-sha256; c=relaxed/relaxed; d=").append(domain);
    text.append(";\n s=s2025; h=from:to:cc:subject:date:message-id:in-reply-to:references;\n bh=");
    text.append(marks.letters(43, BASE64)).append("=;\n b=");
    for (int i = 0; i < 5; i++) {
      text.append(marks.letters(68, BASE64)).append("\n ");
    }
    text.append(marks.letters(20, BASE64)).append("==\n");
  }

  private static void body(StringBuilder text, Mail mail) {
    String body = String.join("\n", mail.body()) + "\n";
    String charset = HeaderText.ascii(body) ? "us-ascii" : "UTF-8";
    switch (mail.form()) {
      case TEXT -> {
        text.append("Content-Type: text/plain; charset=").append(charset);
        text.append("\nContent-Transfer-Encoding: ");
        text.append(HeaderText.ascii(body) ? "7bit" : "8bit").append("\n\n").append(body);
      }
      case BASE64 -> {
        text.append("Content-Type: text/plain; charset=\"utf-8\"\n");
        text.append("Content-Transfer-Encoding: base64\n\n").append(base64(body));
      }
      case QUOTED_PRINTABLE -> {
        text.append("Content-Type: text/plain; charset=utf-8\n");
        text.append("Content-Transfer-Encoding: quoted-printable\n\n")
            .append(QuotedPrintable.encode(body));
      }
      case ATTACHED -> {
        text.append("Content-Type: multipart/mixed; boundary=\"").append(BOUNDARY).append("\"\n\n");
        text.append("--")
            .append(BOUNDARY)
            .append("\nContent-Type: text/plain; charset=us-ascii\n\n");
        text.append("Hello,\n\nmy mailer breaks lines, so the patch is attached.\n\n");
        text.append("--").append(BOUNDARY).append("\nContent-Type: text/x-patch; charset=utf-8; ");
        text.append(
            "name=\"0001.patch\"\nContent-Disposition: attachment; filename=\"0001.patch\"\n");
        text.append("Content-Transfer-Encoding: base64\n\n");
        text.append(base64(attachment(mail, body))).append("--").append(BOUNDARY).append("--\n");
      }
    }
  }

  /** What git format-patch would have written to a file. */
  private static String attachment(Mail mail, String body) {
    return "From: "
        + mail.from().person()
        + "\nDate: "
        + HeaderText.date(mail.sent(), mail.from().zone())
        + "\nSubject: "
        + mail.subject()
        + "\n\n"
        + body;
  }

  private static String base64(String text) {
    return new String(
            Base64.getMimeEncoder(76, new byte[] {'\n'}).encode(text.getBytes(UTF_8)), US_ASCII)
        + "\n";
  }
}
