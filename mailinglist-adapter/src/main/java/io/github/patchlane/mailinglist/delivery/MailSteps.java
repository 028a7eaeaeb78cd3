package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.mailinglist.compose.Body;
import io.github.patchlane.mailinglist.compose.ComposedMail;
import io.github.patchlane.mailinglist.compose.OutgoingMail;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mail as the payload of a step, and back: a plan is plain data. */
final class MailSteps {
  private MailSteps() {}

  static Step step(ComposedMail composed) {
    OutgoingMail mail = composed.mail();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("message-id", mail.id().value());
    fields.put("from", mail.from().toString());
    fields.put("to", people(mail.to()));
    fields.put("cc", people(mail.cc()));
    fields.put("subject", mail.subject());
    fields.put("date", mail.date().toString());
    fields.put("in-reply-to", mail.inReplyTo().map(MessageId::value).orElse(""));
    fields.put(
        "references", String.join("\n", mail.references().stream().map(MessageId::value).toList()));
    fields.put("source", mail.note());
    if (mail.body().isText()) {
      fields.put("body", mail.body().toString());
    } else {
      // one char a byte: a patch may hold what is no text in any one charset
      fields.put("bytes", new String(mail.body().bytes(), StandardCharsets.ISO_8859_1));
    }
    return new Step(composed.key(), "mail", composed.summary(), fields, List.of());
  }

  private static String people(List<Person> people) {
    return String.join("\n", people.stream().map(Person::toString).toList());
  }

  static OutgoingMail mail(Step step) {
    return new OutgoingMail(
        new MessageId(step.field("message-id")),
        person(step.field("from")),
        persons(step.field("to")),
        persons(step.field("cc")),
        step.field("subject"),
        OffsetDateTime.parse(step.field("date")),
        Optional.of(step.field("in-reply-to")).filter(v -> !v.isEmpty()).map(MessageId::new),
        step.field("references").lines().map(MessageId::new).toList(),
        step.field("source"),
        body(step));
  }

  private static Body body(Step step) {
    return step.payload().containsKey("body")
        ? Body.of(step.field("body"))
        : Body.of(step.field("bytes").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<Person> persons(String lines) {
    List<Person> all = new ArrayList<>();
    lines.lines().forEach(line -> all.add(person(line)));
    return all;
  }

  /** The inverse of {@link Person#toString()} for those who have an address. */
  private static Person person(String text) {
    int open = text.lastIndexOf(" <");
    return open < 0
        ? new Person("", text)
        : new Person(text.substring(0, open), text.substring(open + 2, text.length() - 1));
  }
}
