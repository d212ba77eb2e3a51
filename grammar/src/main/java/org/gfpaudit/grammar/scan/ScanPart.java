package org.gfpaudit.grammar.scan;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.segment.Arguments;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.Names;
import org.gfpaudit.grammar.segment.PackedInts;
import org.gfpaudit.grammar.segment.Rows;
import org.gfpaudit.grammar.segment.Segment;

/**
 * What one thread found, in the order in which it found it. Names and conditions have this part's
 * own numbers. What is recorded between the begins of two entities belongs to the first.
 */
final class ScanPart {
  /** The usual number of entries for a file of a kernel. Where there are more, the lists grow. */
  private static final int ENTITIES_PER_FILE = 28;

  private static final int NAMES_PER_FILE = 35;
  private static final int ARGUMENTS_PER_FILE = 81;
  private static final int CALLS_PER_FILE = 63;
  private static final int INITIALIZERS_PER_FILE = 15;
  private static final int FIELDS_PER_FILE = 27;

  final NameTable names;
  final ConditionTable conditions = new ConditionTable();

  /** The index of each file scanned here, its first entity, its length and its marks. */
  final IntList files;

  private final IntList firstEntities;
  private final IntList lengths;
  private final List<ContentMark> contents = new ArrayList<>();
  private final List<ContentMark> claims = new ArrayList<>();

  private final IntList name;
  final IntList start;
  final IntList end;
  private final IntList nameOffset;
  private final IntList flags;
  final IntList condition;

  /** For each entity the first of its entries in the lists below. */
  private final IntList firstCall;

  private final IntList firstFieldCall;
  private final IntList firstField;
  private final IntList firstArgument;

  private final IntList calls;
  private final IntList fieldCalls;
  private final IntList fields;

  /** The names that are put into fields: one column for each member of an entry. */
  private final IntList initializerEntity;

  private final IntList initializerField;
  private final IntList initializerValue;
  private final IntList initializerOffset;

  /** Hashes of names that stand as plain values; most are locals, so they are not interned. */
  private final IntList arguments;

  private static final int[] NONE = {};

  /** For each name the entity that was the last to record it. */
  private int[] callSeen;

  private int[] fieldSeen;
  private int[] fieldCallSeen;

  private static final int ARGUMENT_SLOTS = 1 << 10;
  private final int[] argumentSeen = new int[ARGUMENT_SLOTS];
  private final int[] argumentSeenBy = new int[ARGUMENT_SLOTS];

  /**
   * @param fileCount about how many files there will be
   */
  ScanPart(int fileCount) {
    int entities = room(fileCount, ENTITIES_PER_FILE);
    names = Words.newNames(Words.COUNT + room(fileCount, NAMES_PER_FILE));
    files = new IntList(room(fileCount, 1));
    firstEntities = new IntList(room(fileCount, 1));
    lengths = new IntList(room(fileCount, 1));
    name = new IntList(entities);
    start = new IntList(entities);
    end = new IntList(entities);
    nameOffset = new IntList(entities);
    flags = new IntList(entities);
    condition = new IntList(entities);
    firstCall = new IntList(entities);
    firstFieldCall = new IntList(entities);
    firstField = new IntList(entities);
    firstArgument = new IntList(entities);
    calls = new IntList(room(fileCount, CALLS_PER_FILE));
    fieldCalls = new IntList(room(fileCount, 2));
    fields = new IntList(room(fileCount, FIELDS_PER_FILE));
    int initializers = room(fileCount, INITIALIZERS_PER_FILE);
    initializerEntity = new IntList(initializers);
    initializerField = new IntList(initializers);
    initializerValue = new IntList(initializers);
    initializerOffset = new IntList(initializers);
    arguments = new IntList(room(fileCount, ARGUMENTS_PER_FILE));
    int seen = Words.COUNT + room(fileCount, NAMES_PER_FILE);
    callSeen = new int[seen];
    fieldSeen = new int[seen];
    fieldCallSeen = new int[seen];
  }

  private static int room(int fileCount, int each) {
    return Math.max(16, (int) Math.min(1 << 26, (long) fileCount * each));
  }

  void beginFile(int file, int length, ContentMark content, ContentMark claim) {
    files.add(file);
    firstEntities.add(entityCount());
    lengths.add(length);
    contents.add(content);
    claims.add(claim);
  }

  /** Takes back that the last file is what its content holds: its scan failed half-way. */
  void disownFile() {
    contents.set(contents.size() - 1, ContentMark.NONE);
    claims.set(claims.size() - 1, ContentMark.NONE);
  }

  /** What was found, as a segment; nothing can be recorded afterwards. */
  Segment toSegment() {
    int fileCount = files.size();
    int entityCount = entityCount();
    int nameCount = names.size();
    firstEntities.add(entityCount);
    callSeen = NONE;
    fieldSeen = NONE;
    fieldCallSeen = NONE;
    Names packedNames = names.toNames();
    // The largest first: what they were made of is gone when the others are made.
    Arguments packedArguments =
        Arguments.of(firstArgument.array(), entityCount, arguments.array(), arguments.size());
    arguments.forget();
    firstArgument.forget();
    Rows callers = transposed(firstCall, calls);
    firstCall.add(calls.size());
    Rows packedCalls = Rows.of(firstCall.array(), entityCount, calls.array(), false);
    calls.forget();
    firstCall.forget();
    return Segment.of(
        Segment.slots(firstEntities.array(), lengths.array(), contents, claims, fileCount),
        packedNames,
        entities(),
        Segment.conditions(conditions.all()),
        Segment.uses(
            packedCalls,
            callers,
            transposed(firstFieldCall, fieldCalls),
            transposed(firstField, fields),
            Rows.positionsByKey(name.array(), entityCount, nameCount)),
        Segment.values(initializers(nameCount), packedArguments));
  }

  private Segment.Entities entities() {
    int count = entityCount();
    byte[] flagBytes = new byte[count];
    for (int e = 0; e < count; e++) {
      flagBytes[e] = (byte) flags.get(e);
    }
    return new Segment.Entities(
        PackedInts.of(count, name::get),
        PackedInts.of(count, start::get),
        PackedInts.of(count, e -> end.get(e) - start.get(e)),
        PackedInts.of(count, e -> nameOffset.get(e) - start.get(e)),
        ByteBuffer.wrap(flagBytes),
        PackedInts.of(count, condition::get));
  }

  private Segment.Initializers initializers(int nameCount) {
    int count = initializerEntity.size();
    return new Segment.Initializers(
        PackedInts.of(count, initializerEntity::get),
        PackedInts.of(count, initializerField::get),
        PackedInts.of(count, initializerValue::get),
        PackedInts.of(count, initializerOffset::get),
        Rows.positionsByKey(initializerField.array(), count, nameCount),
        Rows.positionsByKey(initializerValue.array(), count, nameCount));
  }

  private Rows transposed(IntList firsts, IntList values) {
    return Rows.transposed(
        firsts.array(), entityCount(), values.array(), values.size(), names.size());
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
    firstArgument.add(arguments.size());
    return name.size() - 1;
  }

  boolean isStruct(int entity) {
    return (flags.get(entity) & Segment.KIND_MASK) == EntityKind.STRUCT.ordinal();
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
    initializerEntity.add(entityCount() - 1);
    initializerField.add(field);
    initializerValue.add(value);
    initializerOffset.add(offset);
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
