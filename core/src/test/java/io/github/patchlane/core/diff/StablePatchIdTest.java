package io.github.patchlane.core.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The expected ids were printed by git 2.39.5. */
class StablePatchIdTest {
  private static final String X =
      """
      diff --git a/x b/x
      index 123..456 100644
      --- a/x
      +++ b/x
      @@ -1,2 +1,2 @@ top
       same
      -a
      +b
      """;
  private static final String Y = X.replace("/x", "/y");
  private static final String BINARY =
      """
      diff --git a/z b/z
      index 123..456 100644
      Binary files a/z and b/z differ
      """;
  private static final String MODE =
      """
      diff --git a/m b/m
      old mode 100644
      new mode 100755
      """;

  private static String id(String text) {
    return StablePatchId.of(text.getBytes(UTF_8)).map(PatchId::value).orElse("none");
  }

  @Test
  void equalsGit() {
    assertEquals(
        List.of(
            "08146f6e477f73b12885e528b386b9572097ae89",
            "059cd71a0fbbbcd44ac2ec3bfe62bc9972e1da65",
            "39dc572173e60069a5ecca577ebce92233d95cf6",
            "b93e9c6010c0b41c4926adc98126b5d9051cd6af",
            "16c118692b762dca152e84a2f93d6f6d7e1ae9b8",
            "69d481f9cf35892d9433691ae14f3bb88e07f43c",
            "none"),
        List.of(
            id(X), id(X + Y), id(BINARY), id(BINARY + X), id(MODE), id(MODE + X), id("text\n")));
  }

  @Test
  void ignoresFileOrderWhiteSpaceAndLineNumbers() {
    assertEquals(id(X + Y), id(Y + X));
    assertEquals(id(X), id(X.replace("same", "sa\t me").replace("\n", "\r\n")));
    assertEquals(id(X), id(X.replace("-1,2 +1,2 @@ top", "-70,2 +71,2 @@ elsewhere")));
    assertEquals(id(X), id(X.replace("123..456", "789..abc")));
  }

  @Test
  void tellsOtherContentPathsAndBinaryBlobsApart() {
    assertNotEquals(id(X), id(X.replace("+b", "+c")));
    assertNotEquals(id(X), id(Y));
    assertNotEquals(id(BINARY), id(BINARY.replace("456", "457")));
  }

  @Test
  void endsWithTheSignature() {
    assertEquals(id(X), id("Message.\n---\n x | 2 +-\n\n" + X + "-- \n2.39.5\n"));
  }

  @Test
  void namesTheCommitOfEachPatchInALog() {
    String one = "1".repeat(40);
    String two = "2".repeat(40);
    String log = "commit %s\n\n    One\n\n%s\ncommit %s\n\n    Two\n\n%s".formatted(one, X, two, Y);

    assertEquals(
        List.of(
            new StablePatchId.Identified(Optional.of(new CommitId(one)), new PatchId(id(X))),
            new StablePatchId.Identified(Optional.of(new CommitId(two)), new PatchId(id(Y)))),
        StablePatchId.all(log.getBytes(UTF_8)));
  }

  @Test
  void ofAParsedDiffForgivesEatenBlanksAndPlainDiffs() {
    String whole = X.replace(" same", " ") + "-- \n2.39.5\n";
    byte[] eaten = whole.replace("@@ top\n \n", "@@ top\n\n").getBytes(UTF_8);
    String plain = X.substring(X.indexOf("---"));

    assertNotEquals(Optional.of(new PatchId(id(whole))), StablePatchId.of(eaten));
    assertEquals(Optional.of(new PatchId(id(whole))), UnifiedDiff.parse(eaten).patchId());
    assertEquals(
        Optional.of(new PatchId(id(X))), UnifiedDiff.parse(plain.getBytes(UTF_8)).patchId());
  }
}
