package org.gfpaudit.rules.fix;

import java.util.Comparator;
import org.gfpaudit.grammar.source.Span;

/**
 * Bytes of one file replaced by others.
 *
 * @param file relative to the tree's root, with {@code /} between names
 * @param span the bytes that go, of the file as it was before any edit; empty to insert
 * @param replacement what comes in their place, one character for each byte (ISO 8859-1), so that
 *     text of any encoding survives being moved
 */
public record Edit(String file, Span span, String replacement) implements Comparable<Edit> {
  private static final Comparator<Edit> ORDER =
      Comparator.comparing(Edit::file)
          .thenComparingInt(edit -> edit.span().start())
          .thenComparingInt(edit -> edit.span().end())
          .thenComparing(Edit::replacement);

  /** Text put before the byte at {@code offset}. */
  public static Edit insert(String file, int offset, String text) {
    return new Edit(file, new Span(offset, offset), text);
  }

  /** By file and place. */
  @Override
  public int compareTo(Edit other) {
    return ORDER.compare(this, other);
  }
}
