package io.github.patchlane.core.diff;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * One hunk: what becomes of a run of lines. Immutable; keeps the text it was parsed from in memory.
 */
public final class DiffHunk {
  private final Bytes text;
  private final LineTable table;
  private final HunkHeader header;
  private final int start;
  private final int headerEnd;
  private final int end;
  private final int first;
  private final int size;
  private final boolean damaged;

  /** Lines are those from {@code first} up to the present end of the table. */
  DiffHunk(
      Bytes text,
      LineTable table,
      HunkHeader header,
      int start,
      int headerEnd,
      int end,
      int first,
      boolean damaged) {
    this.text = text;
    this.table = table;
    this.header = header;
    this.start = start;
    this.headerEnd = headerEnd;
    this.end = end;
    this.first = first;
    this.size = table.size() - first;
    this.damaged = damaged;
  }

  /** The first old line, from 1; by convention 0 where the old side is empty. */
  public int oldStart() {
    return header.oldStart();
  }

  /** Old lines as the header declares them. */
  public int oldCount() {
    return header.oldCount();
  }

  /** The first new line, from 1; by convention 0 where the new side is empty. */
  public int newStart() {
    return header.newStart();
  }

  /** New lines as the header declares them. */
  public int newCount() {
    return header.newCount();
  }

  /** What stands behind the second {@code @@}, usually the enclosing function; may be empty. */
  public String section() {
    return header.section();
  }

  /** Whether the hunk ended before the counts of its header were met. */
  public boolean damaged() {
    return damaged;
  }

  /** Offset of the header line in the parsed text. */
  public int start() {
    return start;
  }

  /** Offset behind the last line in the parsed text. */
  public int end() {
    return end;
  }

  /** How many lines follow the header, {@link LineKind#NO_NEWLINE} included. */
  public int size() {
    return size;
  }

  /** How many lines are of a kind. */
  int count(LineKind kind) {
    return table.count(kind, first, first + size);
  }

  /** The kind of one line, counted from 0. */
  public LineKind kind(int line) {
    return table.kind(at(line));
  }

  /** The bytes of one line, counted from 0, without marker and line end. */
  public byte[] content(int line) {
    return Arrays.copyOfRange(text.text(), contentStart(line), contentEnd(line));
  }

  /** All lines, decoded on access: UTF-8 where a line is that, else ISO-8859-1. */
  public List<DiffLine> lines() {
    return new AbstractList<>() {
      @Override
      public DiffLine get(int line) {
        return new DiffLine(kind(line), text.string(contentStart(line), contentEnd(line)));
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  int contentStart(int line) {
    return table.start(at(line));
  }

  int contentEnd(int line) {
    return table.end(at(line));
  }

  /** Where the header line ends in the text, without its line end. */
  int headerEnd() {
    return headerEnd;
  }

  private int at(int line) {
    if (line < 0 || line >= size) {
      throw new IndexOutOfBoundsException("line " + line + " of " + size);
    }
    return first + line;
  }
}
