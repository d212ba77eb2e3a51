package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a segment apart into columns, in the order in which {@link SegmentFile} reads them. */
final class Columns {
  private final List<Column> columns = new ArrayList<>();

  private Columns() {}

  static List<Column> of(Segment segment) {
    Columns all = new Columns();
    all.segment(segment);
    return all.columns;
  }

  private void segment(Segment segment) {
    ints(segment.slots().firstEntity());
    ints(segment.slots().lengths());
    longs(segment.slots().marks());
    ints(segment.slots().table());
    bytes(segment.names().pool());
    packed(segment.names().starts());
    packed(segment.names().groups());
    ints(segment.names().members());
    packed(segment.entities().name());
    packed(segment.entities().start());
    packed(segment.entities().length());
    packed(segment.entities().nameAt());
    bytes(segment.entities().flags());
    packed(segment.entities().condition());
    conditions(segment.conditions());
    rows(segment.calls());
    rows(segment.callers());
    rows(segment.fieldCallers());
    rows(segment.fieldWriters());
    rows(segment.definitions());
    packed(segment.initializers().entity());
    packed(segment.initializers().field());
    packed(segment.initializers().value());
    packed(segment.initializers().offset());
    rows(segment.initializers().byField());
    rows(segment.initializers().byValue());
    packed(segment.arguments().hashes());
    rows(segment.arguments().entities());
  }

  private void conditions(Conditions conditions) {
    IntBuffer starts = IntBuffer.allocate(conditions.count() + 1);
    List<byte[]> encoded = new ArrayList<>();
    int length = 0;
    for (int c = 0; c < conditions.count(); c++) {
      byte[] text = conditions.text(c).getBytes(StandardCharsets.UTF_8);
      starts.put(c, length);
      length += text.length;
      encoded.add(text);
    }
    starts.put(conditions.count(), length);
    ByteBuffer all = ByteBuffer.allocate(length);
    encoded.forEach(all::put);
    ints(starts);
    bytes(all.flip());
  }

  private void rows(Rows rows) {
    longs(rows.filled().bits());
    ints(rows.filled().counts());
    ints(rows.places());
    bytes(rows.bytes());
  }

  private void packed(PackedInts packed) {
    longs(packed.heads());
    longs(packed.words());
  }

  private void longs(LongBuffer column) {
    columns.add(new Column.OfLongs(column));
  }

  private void ints(IntBuffer column) {
    columns.add(new Column.OfInts(column));
  }

  private void bytes(ByteBuffer column) {
    columns.add(new Column.OfBytes(column));
  }
}
