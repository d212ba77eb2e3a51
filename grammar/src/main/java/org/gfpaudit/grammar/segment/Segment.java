package org.gfpaudit.grammar.segment;

import java.io.UncheckedIOException;
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
 *
 * <p>Of a segment on disk each part is checked when it is first asked for; one that is damaged
 * gives an {@link java.io.UncheckedIOException}, always. {@link #check} asks for all of them.
 */
public final class Segment {
  /** The bits of {@link Entities#flags} that hold the ordinal of the kind. */
  public static final int KIND_MASK = 0xf;

  public static final int STATIC = 0x10;
  public static final int MASK_TYPE = 0x20;

  private static final int MARK_LONGS = 2 * ContentMark.LONGS;

  private final Slots slots;
  private final Part<Names> names;
  private final Part<Entities> entities;
  private final Part<Conditions> conditions;
  private final Uses uses;
  private final Values values;

  /** What is checked, and made of its columns, when it is first asked for. */
  interface Part<T> {
    /**
     * What it holds.
     *
     * @throws java.io.UncheckedIOException if it is damaged
     */
    T get();
  }

  Segment(
      Slots slots,
      Part<Names> names,
      Part<Entities> entities,
      Part<Conditions> conditions,
      Uses uses,
      Values values) {
    this.slots = slots;
    this.names = names;
    this.entities = entities;
    this.conditions = conditions;
    this.uses = uses;
    this.values = values;
  }

  /** A segment in memory. */
  public static Segment of(
      Slots slots,
      Names names,
      Entities entities,
      Conditions conditions,
      Uses uses,
      Values values) {
    return new Segment(slots, () -> names, () -> entities, () -> conditions, uses, values);
  }

  /**
   * Checks what was not checked yet.
   *
   * @throws MalformedSegmentException if something of it is damaged
   */
  public void check() throws MalformedSegmentException {
    try {
      List.of(names, entities, conditions, uses.calls, uses.callers, uses.fieldCallers)
          .forEach(Part::get);
      List.of(uses.fieldWriters, uses.definitions, values.initializers, values.arguments)
          .forEach(Part::get);
    } catch (UncheckedIOException e) {
      throw new MalformedSegmentException("damaged");
    }
  }

  /** The files. */
  Slots slots() {
    return slots;
  }

  /** The names. */
  public Names names() {
    return names.get();
  }

  /** What is defined. */
  Entities entities() {
    return entities.get();
  }

  /** The conditions of what is defined. */
  Conditions conditions() {
    return conditions.get();
  }

  /**
   * The scanned files.
   *
   * @param firstEntity the first entity of each, and at the end the number of all
   * @param lengths the length of each in bytes
   * @param marks the {@link ContentMark} of the content of each, as it was hashed here, and that of
   *     what a repository says of it: four longs
   * @param table an open-addressing table of a power of two over the marks of both kinds that are
   *     some: 0 where empty, else {@link #contentEntry} or {@link #claimEntry} of a slot
   */
  public record Slots(IntBuffer firstEntity, IntBuffer lengths, LongBuffer marks, IntBuffer table) {
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

    ContentMark content(int slot) {
      return mark(slot * MARK_LONGS);
    }

    ContentMark claim(int slot) {
      return mark(slot * MARK_LONGS + ContentMark.LONGS);
    }

    private ContentMark mark(int at) {
      return new ContentMark(marks.get(at), marks.get(at + 1));
    }
  }

  /**
   * One element per entity.
   *
   * @param start where it starts in its file
   * @param length how many bytes it has
   * @param nameAt where its name is, from its start
   * @param flags the kind, {@link #STATIC} and {@link #MASK_TYPE}
   */
  public record Entities(
      PackedInts name,
      PackedInts start,
      PackedInts length,
      PackedInts nameAt,
      ByteBuffer flags,
      PackedInts condition) {
    int end(int entity) {
      return start.get(entity) + length.get(entity);
    }

    int nameOffset(int entity) {
      return start.get(entity) + nameAt.get(entity);
    }
  }

  /**
   * One element per name that is put into a field, in the order of their entities, and their places
   * by field and by value.
   */
  public record Initializers(
      PackedInts entity,
      PackedInts field,
      PackedInts value,
      PackedInts offset,
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
  record Uses(
      Part<Rows> calls,
      Part<Rows> callers,
      Part<Rows> fieldCallers,
      Part<Rows> fieldWriters,
      Part<Rows> definitions) {}

  /** Which entities and names belong together, of a segment in memory. */
  public static Uses uses(
      Rows calls, Rows callers, Rows fieldCallers, Rows fieldWriters, Rows definitions) {
    return new Uses(
        () -> calls, () -> callers, () -> fieldCallers, () -> fieldWriters, () -> definitions);
  }

  /** Where names stand as values. */
  record Values(Part<Initializers> initializers, Part<Arguments> arguments) {}

  /** Where names stand as values, of a segment in memory. */
  public static Values values(Initializers initializers, Arguments arguments) {
    return new Values(() -> initializers, () -> arguments);
  }

  /** For each entity the names its body calls, in the order of their first call. */
  public Rows calls() {
    return uses.calls.get();
  }

  /** For each name the entities that call it. */
  public Rows callers() {
    return uses.callers.get();
  }

  /** For each name the entities that call through a field of that name. */
  public Rows fieldCallers() {
    return uses.fieldCallers.get();
  }

  /** For each name the entities that set a field of that name. */
  public Rows fieldWriters() {
    return uses.fieldWriters.get();
  }

  /** For each name the entities that bear it. */
  public Rows definitions() {
    return uses.definitions.get();
  }

  /** Names that are put into fields. */
  public Initializers initializers() {
    return values.initializers.get();
  }

  /** Names that stand as plain values. */
  public Arguments arguments() {
    return values.arguments.get();
  }

  /** The number of files. */
  public int slotCount() {
    return slots.count();
  }

  /** What stands for the content of a slot, as it was hashed, or {@link ContentMark#NONE}. */
  public ContentMark content(int slot) {
    return slots.content(slot);
  }

  /** What stands for what a repository said of a slot, or {@link ContentMark#NONE}. */
  public ContentMark claim(int slot) {
    return slots.claim(slot);
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
    return Names.of(ByteBuffer.wrap(pool, 0, poolSize), starts, hashes, count);
  }

  /** The conditions of a segment. */
  public static Conditions conditions(List<PresenceCondition> conditions) {
    return Conditions.of(conditions);
  }

  /**
   * The slots of a segment, from what a scanner noted of each file.
   *
   * @param contents what stands for the content of each, as it was hashed
   * @param claims what stands for what a repository says of each
   */
  public static Slots slots(
      int[] firstEntity,
      int[] lengths,
      List<ContentMark> contents,
      List<ContentMark> claims,
      int count) {
    long[] words = new long[count * MARK_LONGS];
    int[] table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, count)) * 8)];
    for (int slot = 0; slot < count; slot++) {
      put(contents.get(slot), contentEntry(slot), words, slot * MARK_LONGS, table);
      put(claims.get(slot), claimEntry(slot), words, slot * MARK_LONGS + ContentMark.LONGS, table);
    }
    return new Slots(
        IntBuffer.wrap(firstEntity, 0, count + 1),
        IntBuffer.wrap(lengths, 0, count),
        LongBuffer.wrap(words),
        IntBuffer.wrap(table));
  }

  private static void put(ContentMark mark, int entry, long[] words, int at, int[] table) {
    if (mark.isNone()) {
      return;
    }
    words[at] = mark.a();
    words[at + 1] = mark.b();
    int free = mark.tableHash() & table.length - 1;
    while (table[free] != 0) {
      free = free + 1 & table.length - 1;
    }
    table[free] = entry;
  }

  private static int contentEntry(int slot) {
    return 2 * slot + 1;
  }

  private static int claimEntry(int slot) {
    return 2 * slot + 2;
  }

  /** Hands every slot whose content is that of {@code mark} to {@code found}, in no order. */
  public void findContent(ContentMark mark, IntConsumer found) {
    IntBuffer table = slots.table;
    int mask = table.limit() - 1;
    for (int at = mark.tableHash() & mask; table.get(at) != 0; at = at + 1 & mask) {
      int slot = (table.get(at) - 1) / 2;
      if (table.get(at) == contentEntry(slot) && slots.content(slot).equals(mark)) {
        found.accept(slot);
      }
    }
  }

  /** Hands every slot of which a repository said {@code mark} to {@code found}, in no order. */
  public void findClaim(ContentMark mark, IntConsumer found) {
    IntBuffer table = slots.table;
    int mask = table.limit() - 1;
    for (int at = mark.tableHash() & mask; table.get(at) != 0; at = at + 1 & mask) {
      int slot = (table.get(at) - 1) / 2;
      if (table.get(at) == claimEntry(slot) && slots.claim(slot).equals(mark)) {
        found.accept(slot);
      }
    }
  }
}
