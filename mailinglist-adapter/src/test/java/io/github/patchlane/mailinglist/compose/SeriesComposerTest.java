package io.github.patchlane.mailinglist.compose;

import static io.github.patchlane.mailinglist.compose.Proposal.ANN;
import static io.github.patchlane.mailinglist.compose.Proposal.RAY;
import static io.github.patchlane.mailinglist.compose.Proposal.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.policy.Maintainers;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesComposerTest {
  private static final String STOP =
      """
      diff --git a/pump.c b/pump.c
      index 1111111..2222222 100644
      --- a/pump.c
      +++ b/pump.c
      @@ -1,3 +1,4 @@ int run(void)
       int run(void)
       {
      +	stop();
       }
      """;
  private static final String DOC =
      """
      diff --git a/doc/pump.txt b/doc/pump.txt
      new file mode 100644
      index 0000000..3333333
      --- /dev/null
      +++ b/doc/pump.txt
      @@ -0,0 +1 @@
      +It stops.
      """;

  private static List<OutgoingMail> mails(Proposal proposal, ComposeOptions options) {
    return SeriesComposer.compose(proposal.posting(), options).mails().stream()
        .map(ComposedMail::mail)
        .toList();
  }

  @Test
  void aSeriesIsACoverAndItsPatchesBelowIt() {
    Proposal proposal =
        new Proposal()
            .round(
                "It never did.",
                patch(
                    1,
                    "pump: stop\n\nIt ran on.\n\nSigned-off-by: Ann Author <ann@example.org>\n",
                    STOP),
                patch(2, "doc: say so\n", DOC));
    List<OutgoingMail> mails = mails(proposal, ComposeOptions.DEFAULT);
    assertEquals(
        List.of(
            "[PATCH 0/2] teach the pump to stop",
            "[PATCH 1/2] pump: stop",
            "[PATCH 2/2] doc: say so"),
        mails.stream().map(OutgoingMail::subject).toList());
    assertEquals(
        List.of(Optional.empty(), Optional.of(mails.get(0).id()), Optional.of(mails.get(0).id())),
        mails.stream().map(OutgoingMail::inReplyTo).toList());
    assertEquals(
        """
        It never did.

        ---
        Ann Author (2):
          pump: stop
          doc: say so

         pump.c       | 1 +
         doc/pump.txt | 1 +
         2 files changed, 2 insertions(+)
         create mode 100644 doc/pump.txt

        ---
        change-id: 20260302-patchlane-%s
        --\s
        patchlane

        """
            .formatted(
                OutgoingIds.digest("gitlab:gitlab.example.org/group/project!12").substring(0, 12)),
        mails.get(0).body().toString());
    assertEquals(
        """
        Date: Sun, 1 Mar 2026 12:00:00 +0200

        It ran on.

        Signed-off-by: Ann Author <ann@example.org>
        ---
         pump.c | 1 +
         1 file changed, 1 insertion(+)

        """
            + STOP
            + "-- \npatchlane\n\n",
        mails.get(1).body().toString());
  }

  @Test
  void theNextRoundIsTheNextVersion() {
    Proposal proposal =
        new Proposal()
            .round("", patch(1, "pump: stop\n", STOP))
            .round("", patch(3, "pump: stop at once\n", STOP));
    assertEquals(
        List.of("[PATCH] pump: stop", "[PATCH v2] pump: stop at once"),
        mails(proposal, ComposeOptions.DEFAULT).stream().map(OutgoingMail::subject).toList());
  }

  @Test
  void aLonePatchBelowACoverLetterIsNumberedLikeIt() {
    Proposal proposal = new Proposal().round("Why.", patch(1, "pump: stop\n\nIt ran on.\n", STOP));
    assertEquals(
        List.of("[PATCH 0/1] teach the pump to stop", "[PATCH 1/1] pump: stop"),
        mails(proposal, ComposeOptions.DEFAULT).stream().map(OutgoingMail::subject).toList());
  }

  @Test
  void aDescriptionThatRepeatsThePatchsMessageInOtherLinesIsNoCoverLetter() {
    Proposal proposal =
        new Proposal()
            .round("It ran on\n\nand on.", patch(1, "pump: stop\n\nIt ran on\nand  on.\n", STOP));
    assertEquals(
        List.of("[PATCH] pump: stop"),
        mails(proposal, ComposeOptions.DEFAULT).stream().map(OutgoingMail::subject).toList());
  }

  @Test
  void whatIsSentAgainIsAllOfItSentAgain() {
    Proposal proposal =
        new Proposal()
            .round("Why.", patch(1, "pump: stop\n", STOP), patch(2, "doc: say so\n", DOC))
            .again(patch(3, "pump: stop\n", STOP), patch(4, "doc: say so\n", DOC));
    List<OutgoingMail> mails = mails(proposal, ComposeOptions.DEFAULT);
    assertEquals(
        List.of(
            "[PATCH 0/2] teach the pump to stop",
            "[PATCH 1/2] pump: stop",
            "[PATCH 2/2] doc: say so",
            "[RESEND PATCH 0/2] teach the pump to stop",
            "[RESEND PATCH 1/2] pump: stop",
            "[RESEND PATCH 2/2] doc: say so"),
        mails.stream().map(OutgoingMail::subject).toList());
    assertEquals(6, mails.stream().map(OutgoingMail::id).distinct().count());
    assertEquals(Optional.of(mails.get(3).id()), mails.get(4).inReplyTo());
  }

  @Test
  void theBaseOfAnotherRoundIsNotSaidOfThisOne() {
    Proposal proposal =
        new Proposal()
            .round(
                "Why.\n\nbase-commit: " + "1".repeat(40),
                patch(1, "pump: stop\n", STOP),
                patch(2, "doc: say so\n", DOC));
    String cover = mails(proposal, ComposeOptions.DEFAULT).get(0).body().toString();
    assertTrue(cover.startsWith("Why.\n\n---\n") && !cover.contains("base-commit"), cover);
  }

  @Test
  void composingAgainGivesTheSameBytes() {
    Proposal proposal = new Proposal().round("Why.", patch(1, "pump: stop\n", STOP));
    assertEquals(
        mails(proposal, ComposeOptions.DEFAULT).stream().map(SeriesComposerTest::text).toList(),
        mails(proposal, ComposeOptions.DEFAULT).stream().map(SeriesComposerTest::text).toList());
  }

  @Test
  void aNoteOnALineQuotesIt() {
    LineAnchor anchor = new LineAnchor(Proposal.commit(1), "pump.c", 3, LineAnchor.Side.NEW);
    Proposal proposal =
        new Proposal()
            .round("", patch(1, "pump: stop\n", STOP))
            .says(
                RAY,
                "5",
                Optional.empty(),
                new MessageText.Passage("", "Check what it returns.", Optional.of(anchor)));
    OutgoingMail reply = mails(proposal, ComposeOptions.DEFAULT).get(1);
    assertEquals("Re: [PATCH] pump: stop", reply.subject());
    assertEquals(RAY, reply.from());
    assertEquals(
        """
        On 2026-03-02 11:00:00 +0000, Ann Author wrote:
        > diff --git a/pump.c b/pump.c
        > @@ -1,3 +1,4 @@ int run(void)
        >  int run(void)
        >  {
        > +	stop();

        Check what it returns.
        """,
        reply.body().toString());
  }

  @Test
  void aGatewaySendsInItsOwnNameAndSaysWhose() {
    Person gateway = new Person("Gateway", "gateway@example.org");
    Proposal proposal =
        new Proposal()
            .round("", patch(1, "pump: stop\n\nIt ran on.\n", STOP))
            .says(RAY, "5", Optional.empty(), Proposal.passages("Fine.").get(0));
    List<OutgoingMail> mails = mails(proposal, ComposeOptions.DEFAULT.withSender(gateway));
    assertEquals(List.of(gateway, gateway), mails.stream().map(OutgoingMail::from).toList());
    assertTrue(
        mails
            .get(0)
            .body()
            .toString()
            .startsWith(
                "From: Ann Author <ann@example.org>\nDate: Sun, 1 Mar 2026 12:00:00 +0200\n\nIt ran on.\n---\n"));
    assertEquals(
        "Ray Reviewer wrote at " + Proposal.PAGE + "#note_5\n\nFine.\n",
        mails.get(1).body().toString());
  }

  /** Mail that is sent gets the time of its sending. */
  @Test
  void aGatewayTellsTheAuthorsDateThoughItIsThatOfTheMail() {
    PatchContent patch =
        new PatchContent(
            Proposal.commit(1),
            ANN,
            Optional.of(Proposal.START.plusSeconds(3600)),
            "pump: stop\n",
            STOP.getBytes(StandardCharsets.UTF_8));
    Person gateway = new Person("Gateway", "gateway@example.org");
    Proposal proposal = new Proposal().round("", patch);
    assertTrue(
        mails(proposal, ComposeOptions.DEFAULT.withSender(gateway))
            .get(0)
            .body()
            .toString()
            .startsWith(
                "From: Ann Author <ann@example.org>\nDate: Mon, 2 Mar 2026 11:00:00 +0000\n\n---\n"));
    assertTrue(
        mails(proposal, ComposeOptions.DEFAULT).get(0).body().toString().startsWith("---\n"));
  }

  @Test
  void maintainersOfThePathsAndWhoTookPartAreCopied() {
    Maintainers file =
        Maintainers.parse(
            """
            PUMP
            M:	Pia Pump <pia@example.org>
            L:	pump-devel@example.org
            F:	pump.c
            """);
    Proposal proposal =
        new Proposal()
            .round(
                "",
                patch(
                    1,
                    "pump: stop\n\nCc: Carl Copied <carl@example.org>\nReported-by: nobody\n",
                    STOP));
    OutgoingMail mail =
        mails(
                proposal,
                ComposeOptions.DEFAULT
                    .withRecipients(List.of(new Person("", "devel@example.org")), List.of())
                    .withMaintainers(file)
                    .withPreviousPosters())
            .get(0);
    assertEquals(
        List.of(new Person("", "devel@example.org"), new Person("", "pump-devel@example.org")),
        mail.to());
    assertEquals(
        List.of(
            new Person("Pia Pump", "pia@example.org"),
            ANN,
            new Person("Carl Copied", "carl@example.org")),
        mail.cc());
  }

  @Test
  void whatGitAmWouldCutOffIsSaid() {
    Proposal proposal =
        new Proposal()
            .round(
                "",
                patch(1, "[stable] pump: stop\n", STOP),
                patch(2, "doc: say so\n\nBefore:\n---\nafter\n", DOC));
    assertEquals(
        List.of(
            "v1, patch 1: its message begins with \"[stable]\", which git am cuts off without -b",
            "v1, patch 2: its message holds the line \"---\", at which git am ends the message"),
        SeriesComposer.compose(proposal.posting(), ComposeOptions.DEFAULT).remarks());
  }

  @Test
  void aHostileNameOrSubjectAddsNoHeader() {
    Person mallory = new Person("Mallory\r\nBcc: all@example.org", "m@example.org\nBcc: x@y.z");
    Proposal proposal =
        new Proposal()
            .round("", patch(1, "pump: stop\r\nX-Evil: yes\n", STOP))
            .says(mallory, "6", Optional.empty(), Proposal.passages("Hi.").get(0));
    for (OutgoingMail mail : mails(proposal, ComposeOptions.DEFAULT)) {
      String header = text(mail).substring(0, text(mail).indexOf("\n\n"));
      assertTrue(
          header.lines().noneMatch(l -> l.startsWith("Bcc") || l.startsWith("X-Evil")),
          () -> header);
    }
  }

  @Test
  void aLineThatAnMboxWouldQuoteTravelsHidden() {
    Proposal proposal =
        new Proposal().round("", patch(1, "pump: stop\n\nFrom now on it stops.\n", STOP));
    String mail = text(mails(proposal, ComposeOptions.DEFAULT).get(0));
    assertTrue(mail.contains("Content-Transfer-Encoding: quoted-printable\n"), mail);
    assertTrue(mail.contains("\n=46rom now on it stops.\n"), mail);
  }

  private static String text(OutgoingMail mail) {
    return new String(MailForm.bytes(mail), StandardCharsets.UTF_8);
  }
}
