package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.mailinglist.review.GivenTrailer.Kind;
import io.github.patchlane.mailinglist.review.MailText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the trailers that a mail gives: on lines of their own, at a line's end, and in prose. */
final class TrailerReader {
  private static final String TAG =
      "(reviewed(?:-and-tested)?-by|acked(?:-and-tested)?-by|tested(?:-and-\\w+)?-by|r-b|rb|r-by|rvb|a-b|t-b|acked|ack)";
  private static final Pattern IN_LINE =
      Pattern.compile(
          "(?:^|[\\s,.;:(*])((?:[a-z]+-)*(?:reviewed|acked|tested)(?:-and-[a-z]+)?-by)\\s*(?::?\\s+([^<>:]{0,80}<[^<>\\s]+@[^<>\\s]+>|me\\b|myself\\b)|:\\s+([^<>:@,]{2,60})$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MAY_ADD =
      Pattern.compile(
          "(?:\\b(?:you|people|they|he|she|committers?|whoever)\\s+(?:can|may|could)(?:\\s+\\w+){0,2}|\\bfeel free to(?: also)?|\\bplease(?: also| feel free to)?|\\bhappy for you to|\\bfree to|^|[,:;]\\s*|\\band\\s+)\\s*"
              + "(?:add|have|keep|carry|include|take|put|use|retain|consider|stick|append|(?:push|merge|apply|commit)(?:\\s+\\w+){0,3}?\\s+with)\\s+(?:\\w+\\s+){0,4}?my\\s+(?:\\w+\\s+){0,2}?[\"'`]?"
              + TAG
              + "\\b");
  private static final Pattern STANDS =
      Pattern.compile(
          "\\bmy\\s+(?:\\w+\\s+){0,2}?[\"'`]?"
              + TAG
              + "\\b[\"'`]?(?:\\s+tag)?\\s+(?:still\\s+|is\\s+)*(?:stands?|holds?|applies|valid|remains|continues\\s+to\\s+\\w+)\\b");
  private static final Pattern TAKE_BACK =
      Pattern.compile(
          "(?:\\b(?:drop|remove|strip|discard|ignore|delete|scratch)\\s+(?:\\w+\\s+){0,3}?|\\b(?:withdraw|withdrawing|withdrew|retract|retracting|revoke|revoking|rescind|cancel|take back|taking back|unsay)\\s+(?:\\w+\\s+){0,3}?)"
              + "my\\s+(?:\\w+\\s+){0,2}?[\"'`]?"
              + TAG
              + "\\b|\\btake my\\s+(?:\\w+\\s+){0,1}?"
              + TAG
              + "\\s+back\\b");
  private static final Pattern REFUSED =
      Pattern.compile(
          "\\b(?:don'?t|do not|not|cannot|can't|won't|never|forgot|forget|missed|without|no need to|before|did you|didn'?t)\\b");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "\\b(?:e\\.g\\.|for example|for instance|like (?:this|so|that)|as follows|such as|should (?:be|look|read)|looks like|the tags?|format)\\b");

  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          ".*\\b(?:withdraw|retract|revoke|rescind|take back)\\b(?![^.]{0,100}\\b(?:objections?|concerns?|na[ck]+|remarks?|comments?)\\b)[^.]*:?");
  private static final List<String> TAKEN_BACK_STEMS =
      List.of("withdraw", "retract", "revoke", "rescind", "take back");
  private static final List<String> TAG_STEMS = List.of("-b", "ack", "rb", "rvb");
  private static final Pattern OPENING = Pattern.compile("^[\\s#(\\[]+");

  private final MailText text;
  private final Person sender;
  private final WordsBehind behind;
  private final List<GivenTrailer> found = new ArrayList<>();

  private TrailerReader(MailText text, Person sender) {
    this.text = text;
    this.sender = sender;
    this.behind = new WordsBehind(text);
  }

  static List<GivenTrailer> read(MailText text, List<OwnBlock> blocks, Person sender) {
    TrailerReader reader = new TrailerReader(text, sender);
    for (int b = 0; b < blocks.size(); b++) {
      List<Paragraph> paragraphs = blocks.get(b).paragraphs();
      for (int p = 0; p < paragraphs.size(); p++) {
        Optional<Paragraph> above = p > 0 ? Optional.of(paragraphs.get(p - 1)) : Optional.empty();
        Optional<Paragraph> below =
            p + 1 < paragraphs.size() ? Optional.of(paragraphs.get(p + 1)) : firstOf(blocks, b + 1);
        reader.paragraph(paragraphs.get(p), above, below);
      }
    }
    return List.copyOf(reader.found);
  }

  private static Optional<Paragraph> firstOf(List<OwnBlock> blocks, int block) {
    return block < blocks.size()
        ? blocks.get(block).paragraphs().stream().findFirst()
        : Optional.empty();
  }

  private void paragraph(
      Paragraph paragraph, Optional<Paragraph> above, Optional<Paragraph> below) {
    int before = found.size();
    if (paragraph.tagged()) {
      lines(paragraph, above, below);
    }
    if (mayHoldProseTag(paragraph.words())) {
      prose(paragraph, before);
    }
  }

  private static boolean mayHoldProseTag(String words) {
    for (int i = 0; i + 1 < words.length(); i++) {
      char c = (char) (words.charAt(i) | 32);
      char d = (char) (words.charAt(i + 1) | 32);
      if ((c == 'm' && d == 'y' && (i == 0 || words.charAt(i - 1) == ' '))
          || (c == 'b' && d == 'y' && i > 0 && words.charAt(i - 1) == '-')) {
        return true;
      }
    }
    return false;
  }

  private void lines(Paragraph paragraph, Optional<Paragraph> above, Optional<Paragraph> below) {
    int line = paragraph.from();
    String lead = above.filter(a -> leads(a, paragraph)).map(Paragraph::words).orElse("");
    while (line < paragraph.to()) {
      int talk = line;
      while (line < paragraph.to() && !text.is(line, Line.TAG)) {
        line++;
      }
      if (line > talk) {
        lead = text.join(talk, line, Line.OWN);
      }
      while (text.is(line, Line.TAG) && line < paragraph.to()) {
        line = tag(line, paragraph.to(), lead, below);
      }
    }
  }

  /** Whether the paragraph above speaks of the trailers in this one. */
  private boolean leads(Paragraph above, Paragraph paragraph) {
    if (!text.is(paragraph.from(), Line.TAG)) {
      return false;
    }
    if (above.tagged()) {
      // What follows one trailer may lead to the next only where it stands behind it.
      return !text.is(above.to() - 1, Line.TAG);
    }
    return true;
  }

  /** Reads the trailer of this line; gives the line behind it. */
  private int tag(int line, int end, String lead, Optional<Paragraph> below) {
    TrailerLine tag = TrailerLine.of(text, line).orElseThrow();
    int next = line + 1;
    if (!tag.hasAddress() && next < end && text.is(next, Line.OWN) && isFolded(next)) {
      tag = tag.with(text.content(next));
      text.mark(next, Line.NOISE);
      next++;
    }
    String tail = tag.comment();
    if (next < end && text.is(next, Line.OWN) && behind.startsMidway(next)) {
      tail = tail + ' ' + text.content(next).strip();
    }
    if (tag.indented() && isExample(tag, lead)) {
      return next;
    }
    String near = Words.lastSentences(lead, 2);
    Optional<Scope> said = tail.isBlank() ? Optional.empty() : ScopePhrase.find(strip(tail));
    Scope scope =
        said.or(() -> ScopePhrase.find(Words.lastSentences(lead, 1)))
            .or(() -> ScopePhrase.find(near))
            .orElse(new Scope.Answered());
    boolean conditional =
        (Condition.in(near) || Condition.behind(behind.sentence(tag.comment(), next, end, below)))
            && !Concession.offered(near)
            && !Concession.offered(behind.offer(tag.comment(), next, end, below));
    boolean withdrawn = !near.isEmpty() && takesBack(near.toLowerCase(Locale.ROOT));
    for (String value : tag.values()) {
      give(tag.token(), value, scope, conditional, withdrawn);
    }
    return next;
  }

  private static boolean takesBack(String low) {
    return (low.contains("my ") && mayNameTag(low) && TAKE_BACK.matcher(low).find())
        || (Words.containsAny(low, TAKEN_BACK_STEMS) && TAKEN_BACK.matcher(low).matches());
  }

  private static String strip(String tail) {
    return OPENING.matcher(tail).replaceAll("");
  }

  private boolean isFolded(int line) {
    return text.contains(line, "@")
        && text.length(line) < 80
        && (MailText.isSpace(text.at(line, 0))
            || text.at(line, 0) == '<'
            || Words.count(text.content(line)) <= 3);
  }

  /** Shown, not given: set off by white space, and not the sender's own or led to as an example. */
  private boolean isExample(TrailerLine tag, String lead) {
    Person named = TrailerLine.person(tag.value());
    return !agrees(named) || EXAMPLE.matcher(lead.toLowerCase(Locale.ROOT)).find();
  }

  private void give(
      String token, String value, Scope scope, boolean conditional, boolean withdrawn) {
    Person named = TrailerLine.person(value);
    boolean own = agrees(named);
    Person giver = named.email().isEmpty() && own ? sender : named;
    Kind kind = Kind.of(token);
    Trailer trailer = new Trailer(token, value);
    GivenTrailer given = new GivenTrailer(trailer, kind, giver, own, scope, conditional, withdrawn);
    if (!found.contains(given)) {
      found.add(given);
    }
  }

  private boolean agrees(Person named) {
    String name = named.name().toLowerCase(Locale.ROOT);
    boolean nobody =
        named.email().isEmpty() && (name.isEmpty() || name.equals("me") || name.equals("myself"));
    return nobody || Names.agree(named, sender);
  }

  private void prose(Paragraph paragraph, int before) {
    for (String sentence : Words.sentences(paragraph.words())) {
      String low = sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
      boolean spokenOf = low.contains("my ") && mayNameTag(low) && spokenOf(sentence, low, before);
      if (!spokenOf && low.contains("-by")) {
        inSentence(sentence, low);
      }
    }
  }

  /** Whether the sentence takes the sender's own tag back, offers it or says that it stands. */
  private boolean spokenOf(String sentence, String low, int before) {
    Matcher back = TAKE_BACK.matcher(low);
    if (back.find()) {
      if (!REFUSED.matcher(low.substring(0, back.start())).find()) {
        String token = back.group(1) == null ? back.group(2) : back.group(1);
        inProse(tokenOf(token), sentence, true, before);
      }
      return true;
    }
    Matcher add = MAY_ADD.matcher(low);
    if (add.find()) {
      offered(sentence, low, low.substring(0, add.end()), add.group(1), before);
      return true;
    }
    Matcher stands = STANDS.matcher(low);
    if (stands.find()) {
      int clause = low.lastIndexOf(',', stands.start()) + 1;
      offered(sentence, low, low.substring(clause, stands.end()), stands.group(1), before);
      return true;
    }
    return false;
  }

  private void offered(String sentence, String low, String lead, String token, int before) {
    if (!REFUSED.matcher(lead).find() && !low.endsWith("?")) {
      inProse(tokenOf(token), sentence, false, before);
    }
  }

  /** A tag that is spelled out in the middle of a sentence. */
  private void inSentence(String sentence, String low) {
    Matcher inline = IN_LINE.matcher(sentence);
    if (!inline.find()
        || inline.start(1) >= 400
        || REFUSED.matcher(low.substring(0, inline.start(1))).find()) {
      return;
    }
    String value = (inline.group(2) == null ? inline.group(3) : inline.group(2)).strip();
    if (agrees(TrailerLine.person(value))) {
      String lead = sentence.substring(0, inline.start(1));
      String tail = sentence.substring(inline.end());
      Scope scope =
          ScopePhrase.find(lead)
              .or(() -> ScopePhrase.find(strip(tail)))
              .orElse(new Scope.Answered());
      give(inline.group(1), value, scope, Condition.in(lead) || Condition.behind(tail), false);
    }
  }

  /** Cheap: one of these is in whatever {@link #TAG} matches, and in few other sentences. */
  private static boolean mayNameTag(String low) {
    return Words.containsAny(low, TAG_STEMS);
  }

  /** A tag that is only spoken of; the line that spells it out says it better. */
  private void inProse(String token, String sentence, boolean withdrawn, int before) {
    Kind kind = Kind.of(token);
    boolean spelled = found.stream().skip(before).anyMatch(t -> t.kind() == kind && t.fromGiver());
    if (!spelled) {
      Scope scope = ScopePhrase.find(sentence).orElse(new Scope.Answered());
      boolean conditional = !withdrawn && Condition.in(sentence);
      give(token, sender.toString(), scope, conditional, withdrawn);
    }
  }

  private static String tokenOf(String said) {
    return switch (said) {
      case "r-b", "rb", "r-by", "rvb" -> "Reviewed-by";
      case "a-b", "ack", "acked" -> "Acked-by";
      case "t-b" -> "Tested-by";
      default -> Character.toUpperCase(said.charAt(0)) + said.substring(1);
    };
  }
}
