package io.github.patchlane.mailinglist.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of one mail as an index over its bytes: which fields there are and where they lie. No
 * field is decoded before it is asked for.
 */
final class HeaderBlock {
  /** What is read of one field; the rest of a longer one is left out. */
  static final int LONGEST_VALUE = 64 * 1024;

  /** Name start, name end, value start, value end: four numbers a field. */
  private final int[] fields;

  private final Slice mail;
  private final Slice envelope;
  private final int bodyStart;

  /** For each field the length and first letter of its name, which tell most names apart. */
  private final int[] keys;

  /** One bit for what each name looks like: most fields that are asked for are not there. */
  private final long looks;

  HeaderBlock(Slice mail, int[] fields, Slice envelope, int bodyStart) {
    this.mail = mail;
    this.fields = fields;
    this.envelope = envelope;
    this.bodyStart = bodyStart;
    this.keys = new int[fields.length / 4];
    long seen = 0;
    for (int i = 0; i < keys.length; i++) {
      int start = fields[4 * i];
      keys[i] = key(HeaderText.lower(mail.array[start]), fields[4 * i + 1] - start);
      seen |= look(keys[i]);
    }
    this.looks = seen;
  }

  private static int key(int first, int length) {
    return length << Byte.SIZE | first;
  }

  private static long look(int key) {
    return 1L << (31 * (key >> Byte.SIZE) + (key & 0xff));
  }

  /** Whether there is no field that mails have: then this is no mail. */
  boolean isEmpty() {
    return fields.length == 0;
  }

  Slice body() {
    return mail.from(bodyStart);
  }

  /** The mbox's {@code From } line that stood before the header; empty where there was none. */
  Slice envelope() {
    return envelope;
  }

  boolean has(String name) {
    return find(name, 0) >= 0;
  }

  /** The first field of a name, folds and all. */
  Optional<Slice> raw(String name) {
    int at = find(name, 0);
    return at < 0 ? Optional.empty() : Optional.of(value(at));
  }

  /** All fields of a name, folds and all, top to bottom. */
  List<Slice> allRaw(String name) {
    List<Slice> found = new ArrayList<>(2);
    for (int at = find(name, 0); at >= 0; at = find(name, at + 4)) {
      found.add(value(at));
    }
    return found;
  }

  /**
   * The first field of a name in one charset but with its encoded words still encoded; a fold is
   * one line feed. Empty where there is no such field.
   */
  String folded(String name) {
    return raw(name).map(HeaderText::folded).orElse("");
  }

  /** The first field of a name, decoded and unfolded; empty where there is no such field. */
  String text(String name) {
    return EncodedWords.decode(folded(name));
  }

  private Slice value(int at) {
    return new Slice(mail.array, fields[at + 2], fields[at + 3]);
  }

  /**
   * The next field's place in the index, or -1.
   *
   * @param name in lower case
   */
  private int find(String name, int from) {
    int key = key(name.charAt(0), name.length());
    if ((looks & look(key)) == 0) {
      return -1;
    }
    for (int i = from / 4; i < keys.length; i++) {
      if (keys[i] == key && sameName(name, fields[4 * i])) {
        return 4 * i;
      }
    }
    return -1;
  }

  private boolean sameName(String name, int at) {
    for (int i = 0; i < name.length(); i++) {
      if (HeaderText.lower(mail.array[at + i]) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
