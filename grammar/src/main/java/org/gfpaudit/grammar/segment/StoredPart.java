package org.gfpaudit.grammar.segment;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a segment on disk. Its columns are looked at when it is first asked for, and then
 * compared with their checksums; pages that nobody asks for are not even read.
 */
final class StoredPart<T> implements Segment.Part<T> {
  private final List<StoredColumn> columns;
  private final Function<ColumnReader, T> making;
  private volatile @Nullable T made;

  /**
   * @param making makes it of these columns
   */
  StoredPart(List<StoredColumn> columns, Function<ColumnReader, T> making) {
    this.columns = columns;
    this.making = making;
  }

  @Override
  public T get() {
    T known = made;
    if (known == null) {
      known = make();
    }
    return known;
  }

  private synchronized T make() {
    T known = made;
    if (known != null) {
      return known;
    }
    if (!columns.stream().allMatch(StoredColumn::isWhole)) {
      throw damaged();
    }
    T now;
    try {
      now = making.apply(new ColumnReader(columns));
    } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw damaged(); // Nothing that this program wrote.
    }
    made = now;
    return now;
  }

  private static UncheckedIOException damaged() {
    return new UncheckedIOException(new MalformedSegmentException("damaged"));
  }
}
