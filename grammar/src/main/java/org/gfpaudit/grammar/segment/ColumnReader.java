package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;

/** Reads columns in the order in which {@link Columns} has them. */
final class ColumnReader {
  /** How many columns packed ints take. */
  static final int PACKED = 2;

  /** How many columns rows take. */
  static final int ROWS = 4;

  private final List<StoredColumn> columns;
  private int next;

  ColumnReader(List<StoredColumn> columns) {
    this.columns = columns;
  }

  ByteBuffer bytes() {
    return columns.get(next++).bytes();
  }

  IntBuffer ints() {
    return bytes().asIntBuffer();
  }

  LongBuffer longs() {
    return bytes().asLongBuffer();
  }

  PackedInts packed() {
    return PackedInts.of(longs(), longs());
  }

  /** Rows whose values ascend. */
  Rows ordered() {
    return rows(true);
  }

  /** Rows whose values come in any order. */
  Rows unordered() {
    return rows(false);
  }

  private Rows rows(boolean isOrdered) {
    return new Rows(new RankBits(longs(), ints()), ints(), bytes(), isOrdered);
  }
}
