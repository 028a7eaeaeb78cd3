package io.github.patchlane.core.source;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person knows better than any rule, one statement a line:
 *
 * <pre>
 * # comments and blank lines are skipped
 * same       MESSAGE-ID MESSAGE-ID   two postings are revisions of one contribution
 * different  MESSAGE-ID MESSAGE-ID   they are not
 * landed     MESSAGE-ID COMMIT       this patch became that commit
 * not-landed MESSAGE-ID              this patch landed nowhere
 * bot        ADDRESS                 a machine writes from there
 * human      ADDRESS                 a person does
 * </pre>
 *
 * @param same pairs that belong together
 * @param different pairs that do not
 * @param landed the commit of each patch
 * @param notLanded patches that landed nowhere
 * @param bots addresses of machines
 * @param humans addresses of people
 */
public record Corrections(
    List<Pair> same,
    List<Pair> different,
    Map<MessageId, CommitId> landed,
    Set<MessageId> notLanded,
    Set<String> bots,
    Set<String> humans) {
  public static final Corrections NONE =
      new Corrections(List.of(), List.of(), Map.of(), Set.of(), Set.of(), Set.of());

  public Corrections {
    same = List.copyOf(same);
    different = List.copyOf(different);
    landed = Map.copyOf(landed);
    notLanded = Set.copyOf(notLanded);
    bots = Set.copyOf(bots);
    humans = Set.copyOf(humans);
  }

  /** Two postings, in the order they were written down. */
  public record Pair(MessageId first, MessageId second) {
    public Pair {
      Objects.requireNonNull(first);
      Objects.requireNonNull(second);
    }
  }

  /**
   * Reads the form above.
   *
   * @param name of the file, for the error
   * @throws UnreadableSourceException naming the first line that says nothing known: a correction
   *     that is silently not applied would be worse than none
   */
  public static Corrections parse(String name, String text) {
    List<Pair> same = new ArrayList<>();
    List<Pair> different = new ArrayList<>();
    Map<MessageId, CommitId> landed = new LinkedHashMap<>();
    Set<MessageId> notLanded = new TreeSet<>();
    Set<String> bots = new TreeSet<>();
    Set<String> humans = new TreeSet<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String stated = line.strip();
      if (stated.isEmpty() || stated.startsWith("#")) {
        continue;
      }
      String[] words = stated.split("\\s+", -1);
      try {
        switch (words[0] + "/" + (words.length - 1)) {
          case "same/2" -> same.add(pair(words));
          case "different/2" -> different.add(pair(words));
          case "landed/2" -> landed.put(messageId(words[1]), new CommitId(words[2]));
          case "not-landed/1" -> notLanded.add(messageId(words[1]));
          case "bot/1" -> bots.add(words[1]);
          case "human/1" -> humans.add(words[1]);
          default -> throw new IllegalArgumentException("no such statement");
        }
      } catch (IllegalArgumentException e) {
        throw new UnreadableSourceException(
            name
                + ", line "
                + number
                + ": cannot read \""
                + stated
                + "\" ("
                + e.getMessage()
                + "); expected same, different, landed, not-landed, bot or human with its"
                + " message-ids, full commit hash or address",
            e);
      }
    }
    return new Corrections(same, different, landed, notLanded, bots, humans);
  }

  private static Pair pair(String[] words) {
    return new Pair(messageId(words[1]), messageId(words[2]));
  }

  private static MessageId messageId(String word) {
    String bare = word.startsWith("<") ? word.substring(1) : word;
    return new MessageId(bare.endsWith(">") ? bare.substring(0, bare.length() - 1) : bare);
  }
}
