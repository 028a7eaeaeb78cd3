package io.github.patchlane.mailinglist.compose;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A mail's bytes, the same for the same mail. Lines end with LF, as in archives. */
public final class MailForm {
  private MailForm() {}

  /** The whole mail, header and body, as it lies in a maildir. */
  public static byte[] bytes(OutgoingMail mail) {
    TransferForm form = TransferForm.of(mail.body());
    StringBuilder header = new StringBuilder();
    field(header, "From", HeaderValue.addresses("From", List.of(mail.from())));
    field(header, "To", HeaderValue.addresses("To", mail.to()));
    field(header, "Cc", HeaderValue.addresses("Cc", mail.cc()));
    field(header, "Subject", HeaderValue.text("Subject", mail.subject()));
    field(header, "Date", HeaderValue.date(mail.date()));
    field(header, "Message-ID", HeaderValue.id(mail.id()));
    field(header, "In-Reply-To", mail.inReplyTo().map(HeaderValue::id).orElse(""));
    field(header, "References", HeaderValue.ids(mail.references()));
    field(header, "X-Patchlane-Source", HeaderValue.text("X-Patchlane-Source", mail.note()));
    field(header, "MIME-Version", "1.0");
    field(header, "Content-Type", "text/plain; charset=UTF-8");
    field(header, "Content-Transfer-Encoding", form.label());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    out.writeBytes(
        form == TransferForm.QUOTED_PRINTABLE
            ? QuotedPrintable.encode(mail.body())
            : mail.body().bytes());
    return out.toByteArray();
  }

  private static void field(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(name).append(": ").append(value.replace("\r\n", "\n")).append('\n');
    }
  }
}
