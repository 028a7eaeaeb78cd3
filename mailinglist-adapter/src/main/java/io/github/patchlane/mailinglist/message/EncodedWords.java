package io.github.patchlane.mailinglist.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.util.QDecoderStream;

/**
 * Decodes a field's encoded words (RFC 2047), also those that real mail has: split in the middle of
 * a character, folded inside, never closed, in a charset that does not exist.
 *
 * <p>Angus undoes each word's encoding; it is not asked to decode whole words, because it would
 * decode each alone and lose a character that two share.
 */
final class EncodedWords {
  private static final int LONGEST_CHARSET = 80;

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private String pendingCharset = "";

  /** Where the last search for a word's end stopped, so that many open words cost one search. */
  private int knownEnd = -1;

  private EncodedWords(String text) {
    this.text = text;
  }

  /**
   * The decoded field on one line, white space at its ends gone.
   *
   * @param folded a field in which each fold is one line feed
   */
  static String decode(String folded) {
    return HeaderText.collapse(folded.contains("=?") ? new EncodedWords(folded).decode() : folded);
  }

  private String decode() {
    int done = 0;
    int from = 0;
    while (true) {
      int open = text.indexOf("=?", from);
      if (open < 0) {
        break;
      }
      int question = charsetEnd(open + 2);
      if (question < 0) {
        from = open + 2;
        continue;
      }
      boolean betweenWords = pending.size() > 0 && text.substring(done, open).isBlank();
      if (!betweenWords) {
        flush();
        out.append(text, done, open);
      }
      done = word(open, question);
      from = done;
    }
    flush();
    return out.append(text, done, text.length()).toString();
  }

  /** The question mark after the charset where an encoded word follows {@code =?}; else -1. */
  private int charsetEnd(int from) {
    int limit = Math.min(text.length() - 2, from + LONGEST_CHARSET);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '?') {
        boolean encoding = "bBqQ".indexOf(text.charAt(i + 1)) >= 0 && text.charAt(i + 2) == '?';
        return i > from && encoding ? i : -1;
      }
      if (c <= ' ') {
        return -1;
      }
    }
    return -1;
  }

  /** Takes one word in; returns where the text goes on. */
  private int word(int open, int question) {
    String charset = text.substring(open + 2, question);
    int language = charset.indexOf('*');
    if (language >= 0) {
      charset = charset.substring(0, language);
    }
    int payload = question + 3;
    if (knownEnd < payload) {
      int found = text.indexOf("?=", payload);
      knownEnd = found < 0 ? Integer.MAX_VALUE : found;
    }
    int end = knownEnd;
    int after = end + 2;
    int nextWord = text.indexOf("=?", payload);
    boolean open2 = nextWord > payload && nextWord < end && isSpace(text.charAt(nextWord - 1));
    if (open2 || end == Integer.MAX_VALUE) {
      end = payload;
      while (end < text.length() && !isSpace(text.charAt(end))) {
        end++;
      }
      after = end;
    }
    if (!charset.equalsIgnoreCase(pendingCharset)) {
      flush();
      pendingCharset = charset;
    }
    boolean base64 = text.charAt(question + 1) == 'b' || text.charAt(question + 1) == 'B';
    pending.writeBytes(payload(text.substring(payload, end), base64));
    return after;
  }

  private static byte[] payload(String encoded, boolean base64) {
    // A fold inside a word is no part of it; a space is, though it should have been encoded.
    byte[] bytes = encoded.replace("\n", "").getBytes(StandardCharsets.ISO_8859_1);
    if (base64) {
      return TransferEncoding.base64(Slice.of(bytes), new Damage()).copy();
    }
    try (QDecoderStream in = new QDecoderStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      return bytes;
    }
  }

  private void flush() {
    if (pending.size() > 0) {
      out.append(MailCharset.decode(pendingCharset, Slice.of(pending.toByteArray())));
      pending.reset();
    }
    pendingCharset = "";
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }
}
