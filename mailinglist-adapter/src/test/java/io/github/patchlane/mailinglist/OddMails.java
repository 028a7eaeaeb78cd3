package io.github.patchlane.mailinglist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails as lists really carry them, invented and small, each with one thing odd about it. */
final class OddMails {
  private static final String FROM = "From: Ann Writer <ann@x.example>\n";
  private static final String DATE = "Date: Tue, 2 Jan 2024 12:00:00 +0000\n";
  private static final String ID = "Message-ID: <odd@x.example>\n";
  static final String HEAD = ID + FROM + DATE;

  static final String DIFF =
      """
      diff --git a/x.c b/x.c
      index 1234567..89abcde 100644
      --- a/x.c
      +++ b/x.c
      @@ -1,3 +1,3 @@
       int a;
      -int b;
      +int c = 1;
       int d;
      """;

  private static final String BODY =
      """

      Count from c.

      Signed-off-by: Ann Writer <ann@x.example>
      ---
       x.c | 2 +-

      """
          + DIFF
          + "-- \n2.43.0\n";

  private static final String PLAIN = HEAD + "Subject: [PATCH] count\n" + BODY;

  private OddMails() {}

  /** The mails of each oddity, in the order of their archive, as characters of one byte each. */
  static Map<String, List<String>> all() {
    Map<String, List<String>> odd = new LinkedHashMap<>();
    headers(odd);
    bodies(odd);
    texts(odd);
    changes(odd);
    return odd;
  }

  /** Every mail of every oddity. */
  static List<byte[]> bytes() {
    return all().values().stream()
        .flatMap(List::stream)
        .map(mail -> mail.getBytes(ISO_8859_1))
        .toList();
  }

  private static void headers(Map<String, List<String>> odd) {
    odd.put("plain", List.of(PLAIN));
    odd.put("no message-id", List.of(PLAIN.replace(ID, "")));
    odd.put("one message-id, other bytes", List.of(PLAIN, PLAIN.replace("c = 1", "c = 2")));
    odd.put("one message-id, other footer", List.of(PLAIN, PLAIN + "\n___\nthe list's footer\n"));
    odd.put("a message-id like a commit", List.of(PLAIN.replace("odd@x.example", "0f".repeat(20))));
    odd.put("a message-id like a field", List.of(PLAIN.replace("odd@x.example", "Date:")));
    odd.put("a message-id like an address", List.of(PLAIN.replace("odd@x", "http://odd@x")));
    odd.put("dated 1970", List.of(dated("Thu, 1 Jan 1970 00:00:00 +0000", "")));
    odd.put("dated 2038", List.of(dated("Tue, 19 Jan 2038 03:14:08 +0000", "")));
    odd.put(
        "dated 2038, received in 2024",
        List.of(
            dated(
                "Tue, 19 Jan 2038 03:14:08 +0000",
                "Received: from a by b; Tue, 2 Jan 2024 12:00:03 +0000\n")));
    odd.put("zone +1800", List.of(dated("Wed, 3 Jan 2024 06:00:00 +1800", "")));
    odd.put(
        "prose in In-Reply-To",
        List.of(
            PLAIN,
            reply(
                "In-Reply-To: Ann's message of \"Tue, 2 Jan\" <ann@x.example> <odd@x.example>\n")));
    odd.put(
        "references cut", List.of(PLAIN, reply("References: .example> <odd@x.example> <far\n")));
    odd.put(
        "a subject in a charset nobody knows", List.of(subject("=?x-none?q?[PATCH]_c=F6unt?=")));
    odd.put("a subject cut in a character", List.of(subject("=?utf-8?b?W1BBVENIXSBjw7Z1bnTD?=")));
    odd.put("a NUL in the subject", List.of(subject("[PATCH] co\0unt")));
    odd.put("terminal codes in the subject", List.of(subject("[PATCH] \u001b[31mcount\u0007")));
    odd.put("two subjects", List.of(subject("[PATCH] count\nSubject: another")));
    odd.put("a place beyond the end", List.of(subject("[PATCH 7/3] count")));
    odd.put("a place of nearly ten thousand", List.of(subject("[PATCH 9998/9999] count")));
  }

  private static void bodies(Map<String, List<String>> odd) {
    odd.put("base64", List.of(encoded("base64", mime(BODY.substring(1)))));
    odd.put("base64 cut", List.of(encoded("base64", mime(BODY.substring(1)).substring(0, 201))));
    odd.put(
        "quoted-printable",
        List.of(
            encoded(
                "quoted-printable",
                BODY.substring(1).replace("=", "=3D").replace("Count from", "Count =\nfrom"))));
    odd.put(
        "quoted-printable in name only", List.of(encoded("quoted-printable", BODY.substring(1))));
    odd.put(
        "a charset nobody knows",
        List.of(typed("text/plain; charset=x-none", BODY.replace("from c", "from \u00e7"))));
    odd.put(
        "bytes that are not their charset's",
        List.of(typed("text/plain; charset=utf-8", BODY.replace("= 1", "= '\u00ff'"))));
    odd.put(
        "format=flowed",
        List.of(
            typed(
                "text/plain; charset=utf-8; format=flowed",
                BODY.replace("\n int", "\n  int").replace("\n x.c", "\n  x.c"))));
    odd.put(
        "attached",
        List.of(
            typed(
                "multipart/mixed; boundary=b",
                part("text/plain", "", "\nPlease see attached.\n")
                    + part(
                        "text/x-patch; name=\"0001-count.patch\"",
                        "Content-Disposition: attachment\n",
                        ">From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n"
                            + "From: Bob Author <bob@x.example>\n"
                            + DATE
                            + "Subject: [PATCH] count from one\n"
                            + BODY)
                    + "--b--\n")));
    odd.put(
        "inline with a multipart signature",
        List.of(
            typed(
                "multipart/signed; micalg=pgp-sha256; boundary=b",
                part("text/plain", "", BODY)
                    + part(
                        "application/pgp-signature; name=signature.asc",
                        "",
                        "\n-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n")
                    + "--b--\n")));
    odd.put(
        "a boundary never closed",
        List.of(typed("multipart/mixed; boundary=b", part("text/plain", "", BODY))));
    odd.put("a boundary never opened", List.of(typed("multipart/mixed; boundary=b", BODY)));
    odd.put("CRLF", List.of(PLAIN.replace("\n", "\r\n")));
    odd.put("a file of CRLF lines", List.of(PLAIN.replace(";\n", ";\r\n")));
    odd.put("From quoted once", List.of(PLAIN.replace("Count from c.", ">From now on.")));
    odd.put("From quoted twice", List.of(PLAIN.replace("Count from c.", ">>From now on.")));
    odd.put("From never quoted", List.of(PLAIN.replace("Count from c.", "From now on.")));
    odd.put("NUL bytes", List.of(PLAIN.replace("= 1", "= '\0'").replace("from c", "from \0")));
    odd.put("a line of a megabyte", List.of(PLAIN.replace("= 1", "= " + "1".repeat(1 << 20))));
    odd.put("no body", List.of(HEAD + "Subject: [PATCH] count\n"));
    odd.put("a body cut in its hunk", List.of(PLAIN.substring(0, PLAIN.indexOf("\n int d"))));
  }

  private static void texts(Map<String, List<String>> odd) {
    odd.put(
        "a cover with an inline diff",
        List.of(
            PLAIN.replace("[PATCH]", "[PATCH 0/1]"),
            PLAIN
                .replace("odd@", "odd1@")
                .replace("[PATCH]", "[PATCH 1/1]")
                .replace("\n\nCount", "\nIn-Reply-To: <odd@x.example>\n\nCount")));
    odd.put(
        "scissors",
        List.of(PLAIN.replace("Count", "Hi all,\n\n-- >8 --\nSubject: count more\n\nCount")));
    odd.put(
        "a body's own From, Date and Subject",
        List.of(
            PLAIN.replace(
                "\n\nCount",
                """


                From: Bob Author <bob@x.example>
                Date: Mon, 1 Jan 2024 00:00:00 +0000
                Subject: [PATCH] count from one

                Count""")));
    odd.put(
        "a body's own From without an address",
        List.of(PLAIN.replace("\n\nCount", "\n\nFrom: the start\n\nCount")));
    odd.put(
        "a reply that quotes a patch",
        List.of(
            PLAIN,
            reply("In-Reply-To: <odd@x.example>\n")
                .replace("I ", "> " + DIFF.replace("\n", "\n> ") + "\nI ")));
  }

  private static void changes(Map<String, List<String>> odd) {
    odd.put(
        "a binary patch",
        List.of(
            changing(
                """
                diff --git a/logo.png b/logo.png
                new file mode 100644
                index 0000000000000000000000000000000000000000..aed2973e4b8a7ff1b30ff5c4751e5a2b38989e74
                GIT binary patch
                literal 10
                Rcmd;JU{C=9KmY(CNdN#_0RR91

                literal 0
                HcmV?d00001

                """)));
    odd.put(
        "binary files only named",
        List.of(
            changing(
                """
                diff --git a/logo.png b/logo.png
                index 1234567..89abcde 100644
                Binary files a/logo.png and b/logo.png differ
                """)));
    odd.put(
        "a rename alone",
        List.of(
            changing(
                """
                diff --git a/old name.c b/new name.c
                similarity index 100%
                rename from old name.c
                rename to new name.c
                """)));
    odd.put(
        "a mode change alone",
        List.of(
            changing(
                """
                diff --git a/run.sh b/run.sh
                old mode 100644
                new mode 100755
                """)));
    odd.put(
        "a symlink",
        List.of(
            changing(
                """
                diff --git a/link b/link
                new file mode 120000
                index 0000000..1de5659
                --- /dev/null
                +++ b/link
                @@ -0,0 +1 @@
                +target
                \\ No newline at end of file
                """)));
    odd.put(
        "a submodule",
        List.of(
            changing(
                """
                diff --git a/sub b/sub
                index 0123456..89abcde 160000
                --- a/sub
                +++ b/sub
                @@ -1 +1 @@
                -Subproject commit 0123456789012345678901234567890123456789
                +Subproject commit 89abcdef0189abcdef0189abcdef0189abcdef01
                """)));
    odd.put(
        "no newline at the end of file",
        List.of(
            changing(
                """
                diff --git a/x.c b/x.c
                index 1234567..89abcde 100644
                --- a/x.c
                +++ b/x.c
                @@ -1 +1 @@
                -int a;
                \\ No newline at end of file
                +int a;
                """)));
    odd.put(
        "a path quoted in octal",
        List.of(
            changing(
                """
                diff --git "a/gr\\303\\274n\\t.c" "b/gr\\303\\274n\\t.c"
                index 1234567..89abcde 100644
                --- "a/gr\\303\\274n\\t.c"
                +++ "b/gr\\303\\274n\\t.c"
                @@ -1 +1 @@
                -a
                +b
                """)));
    odd.put("a path out of the tree", List.of(changing(DIFF.replace("x.c", "../../.git/hooks/x"))));
    odd.put("a signature's dashes in a hunk", List.of(changing(DIFF.replace("-int b;", "-- "))));
    odd.put(
        "a hunk's counts too large",
        List.of(changing(DIFF.replace("-1,3 +1,3", "-1,99999999999 +1,9"))));
    odd.put("a hunk's counts too small", List.of(changing(DIFF.replace("-1,3 +1,3", "-1,1 +1,1"))));
  }

  private static String changing(String diff) {
    return HEAD + "Subject: [PATCH] count\n" + BODY.replace(DIFF, diff);
  }

  private static String dated(String date, String received) {
    return received + ID + FROM + "Date: " + date + "\nSubject: [PATCH] count\n" + BODY;
  }

  private static String subject(String subject) {
    return HEAD + "Subject: " + subject + "\n" + BODY;
  }

  private static String typed(String type, String body) {
    return HEAD + "Subject: [PATCH] count\nMIME-Version: 1.0\nContent-Type: " + type + "\n" + body;
  }

  private static String encoded(String encoding, String body) {
    return HEAD
        + "Subject: [PATCH] count\nMIME-Version: 1.0\nContent-Transfer-Encoding: "
        + encoding
        + "\n\n"
        + body;
  }

  private static String part(String type, String fields, String body) {
    return "\n--b\nContent-Type: "
        + type
        + "\n"
        + fields
        + (body.startsWith("\n") ? "" : "\n")
        + body;
  }

  private static String mime(String text) {
    return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text.getBytes(ISO_8859_1))
        + "\n";
  }

  private static String reply(String fields) {
    return """
        Message-ID: <reply@y.example>
        From: Rae Reviewer <rae@y.example>
        Date: Wed, 3 Jan 2024 12:00:00 +0000
        Subject: Re: [PATCH] count
        """
        + fields
        + "\nI would count from b.\n";
  }
}
