package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;

/** The presence conditions of a segment by number; those read from disk are parsed when asked. */
public final class Conditions {
  private final PresenceCondition[] conditions;

  /** Where the texts start and end; empty where there are none. */
  private final IntBuffer starts;

  private final ByteBuffer texts;

  private Conditions(PresenceCondition[] conditions, IntBuffer starts, ByteBuffer texts) {
    this.conditions = conditions;
    this.starts = starts;
    this.texts = texts;
  }

  /** The given conditions, by their places in the list. */
  public static Conditions of(List<PresenceCondition> conditions) {
    return new Conditions(
        conditions.toArray(PresenceCondition[]::new),
        IntBuffer.allocate(0),
        ByteBuffer.allocate(0));
  }

  /**
   * Conditions by their texts.
   *
   * @param starts where each text starts, and at the end where the last one ends
   */
  static Conditions ofTexts(IntBuffer starts, ByteBuffer texts) {
    return new Conditions(new PresenceCondition[starts.limit() - 1], starts, texts);
  }

  int count() {
    return conditions.length;
  }

  PresenceCondition get(int number) {
    PresenceCondition known = conditions[number];
    if (known == null) {
      // Two threads may both parse: conditions are immutable and equal.
      String text = text(number);
      known = text.isEmpty() ? PresenceCondition.TRUE : PresenceCondition.parse(text);
      conditions[number] = known;
    }
    return known;
  }

  /** The texts that {@link #ofTexts} reads back. */
  String text(int number) {
    if (starts.limit() == 0) {
      return conditions[number].toString();
    }
    byte[] bytes = new byte[starts.get(number + 1) - starts.get(number)];
    texts.get(starts.get(number), bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
