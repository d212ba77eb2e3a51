package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.function.IntConsumer;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * What one scanner found in the files it was given, in the order in which it had them: its slots.
 * Names, entities and conditions have this segment's own numbers. Immutable; all columns are read
 * by place only, so any number of threads may.
 */
public record Segment(
    Slots slots, Names names, Entities entities, Conditions conditions, Uses uses, Values values) {
  /** The bits of {@link Entities#flags} that hold the ordinal of the kind. */
  public static final int KIND_MASK = 0xf;

  public static final int STATIC = 0x10;
  public static final int MASK_TYPE = 0x20;

  /**
   * The scanned files.
   *
   * @param firstEntity the first entity of each, and at the end the number of all
   * @param lengths the length of each in bytes
   * @param ids the {@link ContentId} of each, four longs
   * @param table an open-addressing table of a power of two over the ids that are none: a slot's
   *     number plus one, 0 where empty
   */
  public record Slots(IntBuffer firstEntity, IntBuffer lengths, LongBuffer ids, IntBuffer table) {
    int count() {
      return lengths.limit();
    }

    /** The slot that holds an entity. */
    int slotOf(int entity) {
      int low = 0;
      int high = count() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (firstEntity.get(middle) <= entity) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }

    ContentId id(int slot) {
      int at = slot * ContentId.LONGS;
      return new ContentId(ids.get(at), ids.get(at + 1), ids.get(at + 2), ids.get(at + 3));
    }
  }

  /**
   * One element per entity.
   *
   * @param flags the kind, {@link #STATIC} and {@link #MASK_TYPE}
   */
  public record Entities(
      IntBuffer name,
      IntBuffer start,
      IntBuffer end,
      IntBuffer nameOffset,
      ByteBuffer flags,
      IntBuffer condition) {}

  /**
   * One element per name that is put into a field, in the order of their entities, and their places
   * by field and by value.
   */
  public record Initializers(
      IntBuffer entity,
      IntBuffer field,
      IntBuffer value,
      IntBuffer offset,
      Rows byField,
      Rows byValue) {}

  /**
   * Which entities and names belong together.
   *
   * @param calls for each entity the names its body calls, in the order of their first call
   * @param callers for each name the entities that call it
   * @param fieldCallers for each name the entities that call through a field of that name
   * @param fieldWriters for each name the entities that set a field of that name
   * @param definitions for each name the entities that bear it
   */
  public record Uses(
      Rows calls, Rows callers, Rows fieldCallers, Rows fieldWriters, Rows definitions) {}

  /** Where names stand as values. */
  public record Values(Initializers initializers, Arguments arguments) {}

  /** For each entity the names its body calls, in the order of their first call. */
  public Rows calls() {
    return uses.calls;
  }

  /** For each name the entities that call it. */
  public Rows callers() {
    return uses.callers;
  }

  /** For each name the entities that call through a field of that name. */
  public Rows fieldCallers() {
    return uses.fieldCallers;
  }

  /** For each name the entities that set a field of that name. */
  public Rows fieldWriters() {
    return uses.fieldWriters;
  }

  /** For each name the entities that bear it. */
  public Rows definitions() {
    return uses.definitions;
  }

  /** Names that are put into fields. */
  public Initializers initializers() {
    return values.initializers;
  }

  /** Names that stand as plain values. */
  public Arguments arguments() {
    return values.arguments;
  }

  /** The number of files. */
  public int slotCount() {
    return slots.count();
  }

  /** What git calls the content of a slot, or {@link ContentId#NONE}. */
  public ContentId contentId(int slot) {
    return slots.id(slot);
  }

  /** The length in bytes of the file in a slot. */
  public int length(int slot) {
    return slots.lengths.get(slot);
  }

  int entityCountOf(int slot) {
    return slots.firstEntity.get(slot + 1) - slots.firstEntity.get(slot);
  }

  /** The table of names of a segment, from what a scanner interned. */
  public static Names names(byte[] pool, int poolSize, int[] starts, int[] hashes, int count) {
    return new Names(
        ByteBuffer.wrap(pool, 0, poolSize),
        IntBuffer.wrap(starts, 0, count + 1),
        IntBuffer.wrap(hashes, 0, count),
        Names.table(hashes, count));
  }

  /** The conditions of a segment. */
  public static Conditions conditions(List<PresenceCondition> conditions) {
    return Conditions.of(conditions);
  }

  /** The slots of a segment, from what a scanner noted of each file. */
  public static Slots slots(int[] firstEntity, int[] lengths, List<ContentId> ids, int count) {
    long[] words = new long[count * ContentId.LONGS];
    int[] table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, count)) * 4)];
    for (int slot = 0; slot < count; slot++) {
      ContentId id = ids.get(slot);
      if (id.isNone()) {
        continue;
      }
      words[slot * ContentId.LONGS] = id.a();
      words[slot * ContentId.LONGS + 1] = id.b();
      words[slot * ContentId.LONGS + 2] = id.c();
      words[slot * ContentId.LONGS + 3] = id.d();
      int at = id.tableHash() & table.length - 1;
      while (table[at] != 0) {
        at = at + 1 & table.length - 1;
      }
      table[at] = slot + 1;
    }
    return new Slots(
        IntBuffer.wrap(firstEntity, 0, count + 1),
        IntBuffer.wrap(lengths, 0, count),
        LongBuffer.wrap(words),
        IntBuffer.wrap(table));
  }

  /** Hands every slot whose content is {@code id} to {@code found}, in no order. */
  public void findContent(ContentId id, IntConsumer found) {
    IntBuffer table = slots.table;
    int mask = table.limit() - 1;
    for (int at = id.tableHash() & mask; table.get(at) != 0; at = at + 1 & mask) {
      if (slots.id(table.get(at) - 1).equals(id)) {
        found.accept(table.get(at) - 1);
      }
    }
  }
}
