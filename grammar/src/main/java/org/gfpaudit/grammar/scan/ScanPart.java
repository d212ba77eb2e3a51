package org.gfpaudit.grammar.scan;

import java.util.Arrays;
import org.gfpaudit.grammar.index.EntityKind;

/**
 * What one thread found, in the order in which it found it. Names and conditions have this part's
 * own numbers. What is recorded between the begins of two entities belongs to the first.
 */
final class ScanPart {
  static final int KIND_MASK = 0xf;
  static final int STATIC = 0x10;
  static final int MASK_TYPE = 0x20;

  final NameTable names = Words.newNames(1 << 18);
  final ConditionTable conditions = new ConditionTable();

  /** The index of each file scanned here, and its first entity. */
  final IntList files = new IntList(1 << 14);

  final IntList firstEntities = new IntList(1 << 14);

  final IntList name = new IntList(1 << 19);
  final IntList start = new IntList(1 << 19);
  final IntList end = new IntList(1 << 19);
  final IntList nameOffset = new IntList(1 << 19);
  final IntList flags = new IntList(1 << 19);
  final IntList condition = new IntList(1 << 19);

  /** For each entity the first of its entries in the lists below. */
  final IntList firstCall = new IntList(1 << 19);

  final IntList firstFieldCall = new IntList(1 << 19);
  final IntList firstField = new IntList(1 << 19);
  final IntList firstInitializer = new IntList(1 << 19);
  final IntList firstArgument = new IntList(1 << 19);

  final IntList calls = new IntList(1 << 21);
  final IntList fieldCalls = new IntList(1 << 16);
  final IntList fields = new IntList(1 << 20);

  /** Field, value, offset. */
  final IntList initializers = new IntList(1 << 20);

  /** Hashes of names that stand as plain values; most are locals, so they are not interned. */
  final IntList arguments = new IntList(1 << 21);

  /** For each name the entity that was the last to record it. */
  private int[] callSeen = new int[1 << 18];

  private int[] fieldSeen = new int[1 << 18];
  private int[] fieldCallSeen = new int[1 << 18];

  private static final int ARGUMENT_SLOTS = 1 << 10;
  private final int[] argumentSeen = new int[ARGUMENT_SLOTS];
  private final int[] argumentSeenBy = new int[ARGUMENT_SLOTS];

  void beginFile(int file) {
    files.add(file);
    firstEntities.add(entityCount());
  }

  int entityCount() {
    return name.size();
  }

  /** Begins an entity whose end is not known yet and returns its number. */
  int begin(
      EntityKind kind, int nameId, int startOffset, int nameAt, int flagBits, int conditionId) {
    name.add(nameId);
    start.add(startOffset);
    end.add(startOffset);
    nameOffset.add(nameAt);
    flags.add(kind.ordinal() | flagBits);
    condition.add(conditionId);
    firstCall.add(calls.size());
    firstFieldCall.add(fieldCalls.size());
    firstField.add(fields.size());
    firstInitializer.add(initializers.size());
    firstArgument.add(arguments.size());
    return name.size() - 1;
  }

  boolean isStruct(int entity) {
    return (flags.get(entity) & KIND_MASK) == EntityKind.STRUCT.ordinal();
  }

  void addFlags(int entity, int flagBits) {
    flags.set(entity, flags.get(entity) | flagBits);
  }

  void call(int nameId) {
    callSeen = reserve(callSeen, nameId);
    int entity = entityCount();
    if (callSeen[nameId] != entity) {
      callSeen[nameId] = entity;
      calls.add(nameId);
    }
  }

  void fieldCall(int nameId) {
    fieldCallSeen = reserve(fieldCallSeen, nameId);
    int entity = entityCount();
    if (fieldCallSeen[nameId] != entity) {
      fieldCallSeen[nameId] = entity;
      fieldCalls.add(nameId);
    }
  }

  void field(int nameId) {
    fieldSeen = reserve(fieldSeen, nameId);
    int entity = entityCount();
    if (fieldSeen[nameId] != entity) {
      fieldSeen[nameId] = entity;
      fields.add(nameId);
    }
  }

  void initializer(int field, int value, int offset) {
    initializers.add(field);
    initializers.add(value);
    initializers.add(offset);
  }

  void argument(int hash) {
    int slot = hash & (ARGUMENT_SLOTS - 1);
    int entity = entityCount();
    if (argumentSeen[slot] != hash || argumentSeenBy[slot] != entity) {
      argumentSeen[slot] = hash;
      argumentSeenBy[slot] = entity;
      arguments.add(hash);
    }
  }

  private static int[] reserve(int[] seen, int nameId) {
    return nameId < seen.length ? seen : Arrays.copyOf(seen, Math.max(seen.length * 2, nameId + 1));
  }
}
