package io.github.patchlane.mailinglist.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Picks from a mail's MIME tree what a reader of patches reads: its texts and the attachments that
 * are or may be patches.
 *
 * <ul>
 *   <li>of alternatives the plain text, else the HTML as plain text;
 *   <li>of a signed mail what was signed, not the signature;
 *   <li>a forwarded mail whole and never inline: its text is not the sender's;
 *   <li>a file when it is named like a patch or a text, or looks like a patch.
 * </ul>
 */
final class PartReader {
  /** Deeper than people nest mails; what lies below is left out before any library recurses. */
  private static final int DEEPEST = 50;

  private static final int MOST_PARTS = 1_000;
  private static final String FORWARDED = "message.eml";

  private final Damage damage;
  private final List<Part> parts = new ArrayList<>();
  private int budget = MOST_PARTS;

  private PartReader(Damage damage) {
    this.damage = damage;
  }

  static List<Part> read(HeaderBlock header, Damage damage) {
    PartReader reader = new PartReader(damage);
    reader.visit(Entity.of(header, "text/plain"), 0, true);
    if (reader.parts.size() > 1) {
      // An empty text beside others hides them from a reader who asks for the first.
      reader.parts.removeIf(p -> new Slice(p.array(), p.start(), p.end()).isBlank());
    }
    return reader.parts;
  }

  private void visit(Entity entity, int depth, boolean wanted) {
    String type = entity.type().value();
    if (entity.isMultipart()) {
      multipart(entity, depth, wanted);
    } else if (type.equals("message/rfc822") || type.equals("message/global")) {
      String name = entity.fileName();
      Slice mail = TransferEncoding.decode(entity.content(), entity.encoding(), damage);
      parts.add(part(mail, StandardCharsets.UTF_8, name.isEmpty() ? FORWARDED : name, false));
    } else if (type.equals("text/html") && !entity.isAttachment()) {
      if (wanted) {
        html(entity);
      }
    } else if (isText(type)) {
      if (wanted || entity.isAttachment()) {
        text(entity);
      }
    } else {
      file(entity);
    }
  }

  private void multipart(Entity entity, int depth, boolean wanted) {
    if (depth == DEEPEST) {
      damage.note("parts nest deeper than " + DEEPEST + " levels; those below were left out");
      return;
    }
    if (budget == 0) {
      damage.note(
          "more parts than any mail has; those after the first " + MOST_PARTS + " were left out");
      return;
    }
    List<Entity> children = Multipart.split(entity, budget, damage);
    budget -= children.size();
    if (children.isEmpty()) {
      text(
          new Entity(
              ContentField.type("", "text/plain"), entity.disposition(), "", entity.content()));
      return;
    }
    switch (entity.type().value()) {
      case "multipart/alternative" -> {
        Entity best = best(children);
        children.forEach(child -> visit(child, depth + 1, wanted && child.equals(best)));
      }
      case "multipart/signed" -> visit(children.get(0), depth + 1, wanted);
      default -> children.forEach(child -> visit(child, depth + 1, wanted));
    }
  }

  /** Plain text before nested parts, which may hold it, before HTML. */
  private static Entity best(List<Entity> children) {
    for (Entity child : children) {
      if (child.type().value().equals("text/plain") && !child.content().isBlank()) {
        return child;
      }
    }
    return children.stream()
        .filter(Entity::isMultipart)
        .findFirst()
        .or(() -> children.stream().filter(c -> isText(c.type().value())).findFirst())
        .orElse(children.get(0));
  }

  private static boolean isText(String type) {
    return switch (type) {
      case "text/plain",
          "text/html",
          "text/x-patch",
          "text/x-diff",
          "text/diff",
          "text/patch",
          "application/x-patch",
          "application/x-diff",
          "text/x-csrc",
          "text/enriched",
          "text" ->
          true;
      default -> false;
    };
  }

  private void text(Entity entity) {
    Slice decoded = TransferEncoding.decode(entity.content(), entity.encoding(), damage);
    Slice lines = LineEnds.toLineFeeds(decoded);
    if (entity.type().parameter("format").equalsIgnoreCase("flowed")) {
      boolean deleteSpace = entity.type().parameter("delsp").equalsIgnoreCase("yes");
      lines = FlowedText.unflow(lines, deleteSpace);
    }
    add(lines, entity.type().parameter("charset"), entity.fileName(), !entity.isAttachment());
  }

  private void html(Entity entity) {
    Slice decoded = TransferEncoding.decode(entity.content(), entity.encoding(), damage);
    String html = MailCharset.decode(entity.type().parameter("charset"), decoded);
    byte[] plain = HtmlText.plain(html).getBytes(StandardCharsets.UTF_8);
    parts.add(part(Slice.of(plain), StandardCharsets.UTF_8, entity.fileName(), true));
  }

  /** A file of no text type; pictures and the like are not looked into. */
  private void file(Entity entity) {
    String name = entity.fileName();
    boolean named = isNamedLikeText(name);
    boolean unknown = entity.type().value().startsWith("application/") || isOtherText(entity);
    if (!named && !unknown) {
      return;
    }
    Slice decoded = TransferEncoding.decode(entity.content(), entity.encoding(), damage);
    if (named || PatchLook.is(decoded)) {
      add(LineEnds.toLineFeeds(decoded), entity.type().parameter("charset"), name, false);
    }
  }

  private static boolean isOtherText(Entity entity) {
    return entity.type().value().startsWith("text/");
  }

  private static boolean isNamedLikeText(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".patch")
        || lower.endsWith(".diff")
        || lower.endsWith(".txt")
        || lower.endsWith(".mbox");
  }

  private void add(Slice bytes, String declared, String name, boolean inline) {
    Charset charset =
        MailCharset.marked(bytes).orElseGet(() -> MailCharset.choose(declared, bytes, damage));
    if (!MailCharset.isAsciiBased(charset)) {
      // Readers of parts scan bytes for line ends and signs.
      String text = new String(bytes.array, bytes.start, bytes.length(), charset);
      Slice utf8 = Slice.of(text.getBytes(StandardCharsets.UTF_8));
      parts.add(part(LineEnds.toLineFeeds(unmarked(utf8)), StandardCharsets.UTF_8, name, inline));
    } else {
      parts.add(part(unmarked(bytes), charset, name, inline));
    }
  }

  private static Slice unmarked(Slice bytes) {
    return bytes.hasAt(bytes.start, MailCharset.UTF_8_MARK) ? bytes.from(bytes.start + 3) : bytes;
  }

  private static Part part(Slice bytes, Charset charset, String name, boolean inline) {
    return new Part(bytes.array, bytes.start, bytes.end, charset, name, inline);
  }
}
