package io.github.patchlane.mailinglist.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which charset to read bytes in: the declared one if it is real and fits, else UTF-8 if that fits,
 * else Windows-1252. Mails name charsets that do not exist ({@code unknown-8bit}, {@code yes}) and
 * name real ones wrongly.
 */
final class MailCharset {
  static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final byte[] PROBE = "\nA z9:+-@<>".getBytes(StandardCharsets.US_ASCII);

  /** What the subset's name is put on: mails use the whole. */
  private static final Map<String, String> WIDER =
      Map.of(
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "x-gbk", "GB18030",
          "cp936", "GB18030",
          "gb_2312-80", "GB18030",
          "shift_jis", "windows-31j",
          "shift-jis", "windows-31j",
          "ks_c_5601-1987", "MS949",
          "euc-kr", "MS949");

  private MailCharset() {}

  /** Text in a declared charset; an empty name declares none. */
  static String decode(String declared, Slice bytes) {
    Charset charset = choose(declared, bytes, new Damage());
    return new String(bytes.array, bytes.start, bytes.length(), charset);
  }

  /**
   * The charset to read the bytes in.
   *
   * @param declared as the mail says, or empty
   * @param damage is told when the declared charset can't be what the bytes are in
   */
  static Charset choose(String declared, Slice bytes, Damage damage) {
    String name = declared.strip().toLowerCase(Locale.ROOT);
    boolean undeclared = name.isEmpty() || name.equals("us-ascii") || name.equals("ascii");
    if ((undeclared || name.equals("utf-8") || name.startsWith("iso-8859-")) && bytes.isAscii()) {
      return StandardCharsets.UTF_8;
    }
    if (undeclared || name.equals("utf-8") || name.equals("utf8")) {
      return utf8OrNear(bytes, undeclared, damage);
    }
    Charset charset = lookUp(name);
    if (charset == null) {
      if (bytes.isAscii()) {
        return StandardCharsets.UTF_8;
      }
      damage.note(
          "charset \"" + name + "\" is unknown; the text was read as UTF-8 or Windows-1252");
      return utf8OrNear(bytes, true, damage);
    }
    return charset.equals(StandardCharsets.ISO_8859_1)
        ? latin1(bytes)
        : fitting(charset, bytes, damage);
  }

  /** The charset that a byte order mark gives away, whatever is declared. */
  static Optional<Charset> marked(Slice bytes) {
    if (bytes.length() >= 2 && bytes.length() % 2 == 0) {
      int mark = (bytes.array[bytes.start] & 0xff) << 8 | (bytes.array[bytes.start + 1] & 0xff);
      // Java's UTF-16 reads the mark for the byte order and takes it off.
      return mark == 0xfeff || mark == 0xfffe
          ? Optional.of(StandardCharsets.UTF_16)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether ASCII bytes mean ASCII in it, so that a scan for line ends and signs is sound. */
  static boolean isAsciiBased(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        || new String(PROBE, charset).equals(new String(PROBE, StandardCharsets.US_ASCII));
  }

  private static Charset fitting(Charset charset, Slice bytes, Damage damage) {
    if (decodes(charset, bytes)) {
      return charset;
    }
    damage.note("the text is not in " + charset.name() + " throughout, as it is declared to be");
    return Utf8.check(bytes).bad() == 0 ? StandardCharsets.UTF_8 : charset;
  }

  private static boolean decodes(Charset charset, Slice bytes) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes.array, bytes.start, bytes.length()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** ISO-8859-1 has control characters where Windows-1252 has letters, and nobody mails those. */
  private static Charset latin1(Slice bytes) {
    for (int i = bytes.start; i < bytes.end; i++) {
      int b = bytes.array[i] & 0xff;
      if (b >= 0x80 && b < 0xa0) {
        return Utf8.check(bytes).bad() == 0 ? StandardCharsets.UTF_8 : singleByte(bytes);
      }
    }
    return StandardCharsets.ISO_8859_1;
  }

  /** UTF-8, one that was cut or hit in a few places included; else a single-byte charset. */
  private static Charset utf8OrNear(Slice bytes, boolean undeclared, Damage damage) {
    Utf8 found = Utf8.check(bytes);
    if (found.bad() == 0) {
      return StandardCharsets.UTF_8;
    }
    if (!undeclared) {
      damage.note("the text is declared UTF-8 and is not, or not throughout");
    }
    return found.good() >= found.bad() ? StandardCharsets.UTF_8 : singleByte(bytes);
  }

  /** Windows-1252 knows no meaning for five bytes; ISO-8859-1 has one for every byte. */
  private static Charset singleByte(Slice bytes) {
    for (int i = bytes.start; i < bytes.end; i++) {
      int b = bytes.array[i] & 0xff;
      if (b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d) {
        return StandardCharsets.ISO_8859_1;
      }
    }
    return WINDOWS_1252;
  }

  private static @Nullable Charset lookUp(String name) {
    return Known.BY_NAME.get(WIDER.getOrDefault(name, name).toLowerCase(Locale.ROOT));
  }

  /**
   * All charsets by name and alias, in lower case. The platform looks for a provider each time it
   * is asked for a name it does not know, and a mail can name thousands.
   */
  private static final class Known {
    static final Map<String, Charset> BY_NAME = new HashMap<>();

    static {
      for (Charset charset : Charset.availableCharsets().values()) {
        charset.aliases().forEach(alias -> BY_NAME.put(alias.toLowerCase(Locale.ROOT), charset));
      }
      // A name wins over another charset's alias.
      Charset.availableCharsets()
          .forEach((name, charset) -> BY_NAME.put(name.toLowerCase(Locale.ROOT), charset));
    }
  }
}
