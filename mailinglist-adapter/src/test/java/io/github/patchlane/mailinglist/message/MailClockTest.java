package io.github.patchlane.mailinglist.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailClockTest {
  private static final String ID = "Message-ID: <m@x.example>\nFrom: a@x.example\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 2 Jan 2024 12:00:00 +0000",
        "2 Jan 2024 12:00:00 GMT",
        "Tue, 02 Jan 2024 14:00:00 +0200 (CEST)",
        "Tue, 2 Jan 2024 07:00:00 EST",
        "Tue, 2 Jan 2024 17:30 +0530",
        "Tue, 2 Jan 24 12:00:00 -0000",
        "Tue, 2 Jan 2024 12:00:00",
        "Tue Jan  2 12:00:00 2024",
        "Tue Jan 2 13:00:00 CET 2024",
        "Tuesday, January 2, 2024 12:00:00 PM",
        "2024-01-02T12:00:00Z",
        "2024-01-02 13:00:00.123456 +01:00",
        "Tue, 2-Jan-2024 12:00:00 UT",
        "Tue (a (nested) comment), 2 Jan 2024 12:00:00 +0000",
        "Wed, 3 Jan 2024 06:00:00 +1800",
        "Tue, 2 Jan 2024 12:00:00 +9999",
        "Tue, 2 Jan 2024 12:00:00 XYZ",
        "Tue, 02 Jan 2024 12:00:00 GMT+0000",
      })
  void datesAsMailsWriteThem(String date) {
    assertEquals(Instant.parse("2024-01-02T12:00:00Z"), MailDate.parse(date).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "'Thu, 1 Jan 1970 00:00:00 +0000', 1970-01-01T00:00:00Z",
    "'Tue, 19 Jan 2038 03:14:08 +0000', 2038-01-19T03:14:08Z",
    "'1 Feb 99 00:00:00 +0000', 1999-02-01T00:00:00Z",
    "'1 Feb 100 00:00:00 +0000', 2000-02-01T00:00:00Z",
    "'31 Feb 2024 00:00:00 +0000', 2024-03-02T00:00:00Z",
  })
  void oddYearsAndDays(String date, Instant expected) {
    assertEquals(expected, MailDate.parse(date).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no date",
        "2 Jan 2024",
        "12:00:00",
        "2 Foo 2024 12:00:00",
        "2 Jan 2024 25:00:00",
        "2 Jan 99999 12:00:00",
        "(",
        "99999999999999999999 Jan",
        "2024-13-45T00:00:00Z"
      })
  void whatIsNoDate(String text) {
    assertEquals(true, MailDate.parse(text).isEmpty());
  }

  @Test
  void aDateWithinTheHourOfTheEarliestRelayStands() {
    Message message =
        Mails.sound(
            ID
                + """
                Received: by c; Tue, 2 Jan 2024 20:00:00 +0000
                Received: by b; Tue, 2 Jan 2024 12:59:59 +0000
                Date: Tue, 2 Jan 2024 12:00:00 +0000

                """);

    assertEquals("2024-01-02T12:00:00Z false", clock(message));
  }

  @Test
  void aDateOffByMoreGivesWayToTheEarliestRelayNotTheTopmost() {
    Message message =
        Mails.sound(
            ID
                + """
                Received: from a by c with x; y; Tue, 2 Jan 2024 20:00:00 +0000
                Received: by broken; Thu, 1 Jan 1970 00:00:00 +0000
                Received: by b;
                 Tue, 2 Jan 2024 13:00:01 +0000 (UTC)
                Received: unreadable
                Date: Tue, 2 Jan 2024 12:00:00 +0000

                """);

    assertEquals("2024-01-02T13:00:01Z true", clock(message));
  }

  @Test
  void withoutADateTheRelayThenTheMboxLineThenTheEpoch() {
    assertEquals(
        "2024-01-02T13:00:00Z true",
        clock(
            Mails.damaged(
                "no readable Date; the earliest Received was used",
                ID + "Date: soon\nReceived: by b; Tue, 2 Jan 2024 13:00:00 +0000\n\n")));
    assertEquals(
        "2024-01-02T14:00:00Z true",
        clock(
            Mails.damaged(
                "neither Date nor Received can be read; the mbox's From line was used",
                "From ann@x.example Tue Jan  2 14:00:00 2024\n" + ID + "\n")));
    assertEquals(
        "1970-01-01T00:00:00Z true",
        clock(
            Mails.damaged("no date at all; the mail was put at the epoch, 1970-01-01", ID + "\n")));
  }

  @Test
  void anImpossibleDateWithNothingToCheckItIsUsedAndTold() {
    assertEquals(
        "1970-01-01T00:00:00Z false",
        clock(
            Mails.damaged(
                "Date cannot be and no Received tells better; it was used as it stands",
                ID + "Date: 1 Jan 1970 00:00:00 +0000\n\n")));
  }

  private static String clock(Message message) {
    return message.sentAt() + " " + message.clockFixed();
  }
}
