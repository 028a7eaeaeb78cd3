package io.github.patchlane.cli.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.patchlane.core.contribution.MessageId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The truth as JSON lines, one a contribution, for tools that are not written in Java. Message-ids
 * carry no angle brackets, instants are UTC, fields never vanish.
 */
public final class TruthFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TruthFile() {}

  /**
   * Writes the contributions, not the unrelated mails.
   *
   * @throws UncheckedIOException when the file cannot be written
   */
  public static void write(Path file, SampleTruth truth) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (SampleTruth.Contribution contribution : truth.contributions()) {
        out.write(JSON.writeValueAsString(line(contribution)));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the truth to " + file, e);
    }
  }

  private static ObjectNode line(SampleTruth.Contribution contribution) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", contribution.id().value());
    line.put("title", contribution.title());
    line.put("author", contribution.author().toString());
    line.put("newcomer", contribution.newcomer());
    line.put("state", contribution.state().label());
    line.put("oddity", contribution.oddity());
    ArrayNode revisions = line.putArray("revisions");
    contribution.revisions().forEach(revision -> revision(revisions.addObject(), revision));
    ArrayNode landings = line.putArray("landings");
    for (SampleTruth.Landing landing : contribution.landings()) {
      landings
          .addObject()
          .put("patch", landing.patch().value())
          .put("commit", landing.commit().value())
          .put("landedAt", landing.landedAt().toString())
          .put("how", label(landing.how()))
          .put("linked", landing.linked());
    }
    ArrayNode tags = line.putArray("tags");
    for (SampleTruth.Tag tag : contribution.tags()) {
      ObjectNode node =
          tags.addObject()
              .put("mail", tag.mail().value())
              .put("giver", tag.giver().toString())
              .put("trailer", tag.trailer())
              .put("weight", label(tag.weight()));
      ids(node.putArray("patches"), tag.patches());
    }
    ArrayNode comments = line.putArray("comments");
    for (SampleTruth.Comment comment : contribution.comments()) {
      comments
          .addObject()
          .put("mail", comment.mail().value())
          .put("by", comment.by().toString())
          .put("patch", comment.anchor().patch().toString())
          .put("path", comment.anchor().path())
          .put("line", comment.anchor().line())
          .put("side", comment.anchor().side().label())
          .put("depth", comment.depth());
    }
    ArrayNode replies = line.putArray("replies");
    for (SampleTruth.Reply reply : contribution.replies()) {
      replies
          .addObject()
          .put("mail", reply.mail().value())
          .put("by", reply.by().toString())
          .put("on", reply.on().value())
          .put("at", reply.at().toString())
          .put("kind", label(reply.kind()));
    }
    return line;
  }

  private static void revision(ObjectNode node, SampleTruth.Revision revision) {
    node.put("number", revision.number());
    node.put("rfc", revision.rfc());
    node.put("resend", revision.resend());
    node.put("partial", revision.partial());
    node.put("postedAt", revision.postedAt().toString());
    ids(node.putArray("cover"), revision.cover());
    ArrayNode patches = node.putArray("patches");
    for (SampleTruth.Patch patch : revision.patches()) {
      ObjectNode one =
          patches
              .addObject()
              .put("index", patch.index())
              .put("mail", patch.mail().value())
              .put("title", patch.title());
      ArrayNode carried = one.putArray("carried");
      patch.carried().forEach(carried::add);
    }
  }

  private static void ids(ArrayNode array, List<MessageId> ids) {
    ids.forEach(id -> array.add(id.value()));
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
