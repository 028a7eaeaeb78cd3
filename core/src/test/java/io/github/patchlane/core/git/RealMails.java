package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.git.landing.LandingCandidate;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * As much of reading a public-inbox as it takes to get at patches; the real reader knows core, not
 * core it.
 */
final class RealMails {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?*]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=(\\s+(?==\\?))?");
  private static final Pattern IN_BODY_FROM = Pattern.compile("\\s*From: ([^\\n]+)");
  private static final Pattern COMMENT = Pattern.compile("\\s*\\([^)]*\\)\\s*$");

  private RealMails() {}

  /** Every mail with a diff that is no reply. */
  static List<LandingCandidate> patches(File inbox) throws IOException {
    List<LandingCandidate> patches = new ArrayList<>();
    try (Repository repository = new FileRepositoryBuilder().setGitDir(inbox).build();
        RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(repository.resolve(Constants.HEAD)));
      for (RevCommit commit : walk) {
        try (TreeWalk tree = TreeWalk.forPath(walk.getObjectReader(), "m", commit.getTree())) {
          if (tree != null) {
            patch(walk.getObjectReader().open(tree.getObjectId(0)).getBytes())
                .ifPresent(patches::add);
          }
        }
      }
    }
    return patches;
  }

  private static Optional<LandingCandidate> patch(byte[] raw) {
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    if (end < 0) {
      return Optional.empty();
    }
    String head = text.substring(0, end).replaceAll("\\r?\\n[ \\t]+", " ");
    String subject = words(header(head, "Subject"));
    String id = header(head, "Message-ID").replaceAll("^<|>$", "").strip();
    if (subject.toLowerCase(Locale.ROOT).startsWith("re:") || id.isEmpty()) {
      return Optional.empty();
    }
    byte[] body = decoded(header(head, "Content-Transfer-Encoding"), text.substring(end + 2));
    UnifiedDiff diff = UnifiedDiff.parse(body);
    if (diff.isEmpty()) {
      return Optional.empty();
    }
    Matcher inBody = IN_BODY_FROM.matcher(new String(body, StandardCharsets.UTF_8));
    String from = words(inBody.lookingAt() ? inBody.group(1) : header(head, "From"));
    MessageId name = new MessageId(id);
    Patch patch =
        new Patch(
            1,
            OptionalInt.empty(),
            name,
            subject.replaceAll("^(\\s*\\[[^\\]]*\\])+\\s*", ""),
            person(from),
            diff.patchId(),
            NetChange.of(diff),
            diff.stat());
    return Optional.of(
        new LandingCandidate(ContributionId.ofMail(name), 1, date(header(head, "Date")), patch));
  }

  private static String header(String head, String name) {
    Matcher m =
        Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \\t]*([^\\r\\n]*)").matcher(head);
    return m.find() ? m.group(1) : "";
  }

  private static byte[] decoded(String encoding, String body) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> Base64.getMimeDecoder().decode(body);
      case "quoted-printable" -> quoted(body.replaceAll("=\\r?\\n", ""));
      default -> body.getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  private static byte[] quoted(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' && i + 2 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0) {
        out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }

  private static String words(String header) {
    Matcher m = WORD.matcher(header);
    StringBuilder plain = new StringBuilder();
    while (m.find()) {
      byte[] bytes =
          m.group(2).equalsIgnoreCase("b")
              ? Base64.getMimeDecoder().decode(m.group(3))
              : quoted(m.group(3).replace('_', ' '));
      m.appendReplacement(
          plain, Matcher.quoteReplacement(new String(bytes, Charset.forName(m.group(1)))));
    }
    return m.appendTail(plain).toString();
  }

  private static Person person(String from) {
    int open = from.lastIndexOf('<');
    int close = from.lastIndexOf('>');
    return open < 0 || close < open
        ? new Person("", from.strip())
        : new Person(
            from.substring(0, open).replace("\"", "").strip(), from.substring(open + 1, close));
  }

  private static Instant date(String text) {
    String plain = COMMENT.matcher(text).replaceAll("").strip().replaceAll("\\s+", " ");
    for (DateTimeFormatter format :
        Arrays.asList(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm:ss z", Locale.ROOT))) {
      try {
        return OffsetDateTime.parse(plain, format).toInstant();
      } catch (DateTimeException e) {
        // the next format
      }
    }
    return Instant.EPOCH;
  }
}
