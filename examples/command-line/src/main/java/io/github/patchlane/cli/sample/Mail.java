package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One mail to the list.
 *
 * @param references the thread above it, its parent last; empty for a new thread
 * @param headers whole header lines beyond the usual ones
 * @param clockError how far the sender's clock was off; the Date header lies by that much
 */
record Mail(
    MessageId id,
    Member from,
    Instant sent,
    String subject,
    List<MessageId> references,
    List<Person> cc,
    List<String> body,
    Form form,
    List<String> headers,
    Duration clockError) {

  enum Form {
    TEXT,
    BASE64,
    QUOTED_PRINTABLE,
    /** The patch as an attachment below a word of greeting. */
    ATTACHED
  }

  Mail {
    references = List.copyOf(references);
    cc = List.copyOf(cc);
    body = List.copyOf(body);
    headers = List.copyOf(headers);
  }

  static Mail plain(
      MessageId id,
      Member from,
      Instant sent,
      String subject,
      List<MessageId> references,
      List<Person> cc,
      List<String> body) {
    return new Mail(
        id, from, sent, subject, references, cc, body, Form.TEXT, List.of(), Duration.ZERO);
  }

  Mail shaped(Form changed) {
    return new Mail(id, from, sent, subject, references, cc, body, changed, headers, clockError);
  }

  Mail withHeaders(List<String> changed) {
    return new Mail(id, from, sent, subject, references, cc, body, form, changed, clockError);
  }

  Mail withClockError(Duration error) {
    return new Mail(id, from, sent, subject, references, cc, body, form, headers, error);
  }

  /** What a reply to this mail puts into References. */
  List<MessageId> thread() {
    List<MessageId> all = new ArrayList<>(references);
    all.add(id);
    return List.copyOf(all);
  }

  String replySubject() {
    return subject.startsWith("Re: ") ? subject : "Re: " + subject;
  }
}
