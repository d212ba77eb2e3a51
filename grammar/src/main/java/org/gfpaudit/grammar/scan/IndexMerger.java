package org.gfpaudit.grammar.scan;

import java.util.List;
import org.gfpaudit.grammar.index.EntityKind;

/**
 * Joins what several threads found. Files are taken in order whichever thread had them, and names
 * are numbered as they come, so that the result does not depend on the threads.
 */
final class IndexMerger {
  private final List<ScanPart> parts;
  private final int[][] nameMaps;
  private final int[][] conditionMaps;
  private final int fileCount;

  private final NameTable names;
  private final ConditionTable conditions = new ConditionTable();

  private final int[] firstEntityOfFile;
  private final int[] name;
  private final int[] start;
  private final int[] end;
  private final int[] nameOffset;
  private final byte[] flags;
  private final int[] condition;

  private final int[] callStarts;
  private final int[] calls;
  private final int[] fieldCallStarts;
  private final int[] fieldCalls;
  private final int[] fieldStarts;
  private final int[] fields;
  private final int[] initializerEntity;
  private final int[] initializerField;
  private final int[] initializerValue;
  private final int[] initializerOffset;

  private int entity;
  private int callCount;
  private int fieldCallCount;
  private int fieldCount;
  private int initializerCount;

  IndexMerger(List<ScanPart> parts, int fileCount) {
    this.parts = parts;
    this.fileCount = fileCount;
    nameMaps = new int[parts.size()][];
    conditionMaps = new int[parts.size()][];
    int entities = 0;
    int callTotal = 0;
    int fieldCallTotal = 0;
    int fieldTotal = 0;
    int initializerTotal = 0;
    int largestTable = 16;
    for (int p = 0; p < parts.size(); p++) {
      ScanPart part = parts.get(p);
      nameMaps[p] = new int[part.names.size()];
      conditionMaps[p] = new int[part.conditions.size()];
      entities += part.entityCount();
      callTotal += part.calls.size();
      fieldCallTotal += part.fieldCalls.size();
      fieldTotal += part.fields.size();
      initializerTotal += part.initializers.size() / 3;
      largestTable = Math.max(largestTable, part.names.size());
    }
    names = new NameTable(largestTable);
    firstEntityOfFile = new int[fileCount + 1];
    name = new int[entities];
    start = new int[entities];
    end = new int[entities];
    nameOffset = new int[entities];
    flags = new byte[entities];
    condition = new int[entities];
    callStarts = new int[entities + 1];
    calls = new int[callTotal];
    fieldCallStarts = new int[entities + 1];
    fieldCalls = new int[fieldCallTotal];
    fieldStarts = new int[entities + 1];
    fields = new int[fieldTotal];
    initializerEntity = new int[initializerTotal];
    initializerField = new int[initializerTotal];
    initializerValue = new int[initializerTotal];
    initializerOffset = new int[initializerTotal];
  }

  TableIndex merge(String[] paths) {
    int[] partOfFile = new int[fileCount];
    int[] slotOfFile = new int[fileCount];
    for (int p = 0; p < parts.size(); p++) {
      ScanPart part = parts.get(p);
      for (int slot = 0; slot < part.files.size(); slot++) {
        partOfFile[part.files.get(slot)] = p + 1;
        slotOfFile[part.files.get(slot)] = slot;
      }
    }
    for (int file = 0; file < fileCount; file++) {
      firstEntityOfFile[file] = entity;
      if (partOfFile[file] > 0) {
        copyFile(partOfFile[file] - 1, slotOfFile[file]);
      }
    }
    firstEntityOfFile[fileCount] = entity;
    names.trim();
    Csr arguments = arguments(partOfFile, slotOfFile);
    return new TableIndex(
        new TableIndex.Files(paths, firstEntityOfFile),
        names,
        new TableIndex.Entities(name, start, end, nameOffset, flags, condition, conditions.all()),
        new Csr(callStarts, calls),
        new Csr(fieldCallStarts, fieldCalls).transposed(names.size()),
        new Csr(fieldStarts, fields).transposed(names.size()),
        arguments,
        new TableIndex.Initializers(
            initializerEntity,
            initializerField,
            initializerValue,
            initializerOffset,
            names.size()));
  }

  private void copyFile(int p, int slot) {
    ScanPart part = parts.get(p);
    int last = lastEntity(part, slot);
    for (int e = part.firstEntities.get(slot); e < last; e++) {
      name[entity] = name(p, part.name.get(e));
      start[entity] = part.start.get(e);
      end[entity] = part.end.get(e);
      nameOffset[entity] = part.nameOffset.get(e);
      flags[entity] = (byte) part.flags.get(e);
      condition[entity] = condition(p, part.condition.get(e));
      copyLists(p, part, e);
      entity++;
      callStarts[entity] = callCount;
      fieldCallStarts[entity] = fieldCallCount;
      fieldStarts[entity] = fieldCount;
    }
  }

  private void copyLists(int p, ScanPart part, int e) {
    for (int i = part.firstCall.get(e); i < last(part.firstCall, e, part.calls); i++) {
      calls[callCount++] = name(p, part.calls.get(i));
    }
    for (int i = part.firstFieldCall.get(e);
        i < last(part.firstFieldCall, e, part.fieldCalls);
        i++) {
      fieldCalls[fieldCallCount++] = name(p, part.fieldCalls.get(i));
    }
    for (int i = part.firstField.get(e); i < last(part.firstField, e, part.fields); i++) {
      fields[fieldCount++] = name(p, part.fields.get(i));
    }
    int lastInitializer = last(part.firstInitializer, e, part.initializers);
    for (int i = part.firstInitializer.get(e); i < lastInitializer; i += 3) {
      initializerEntity[initializerCount] = entity;
      initializerField[initializerCount] = name(p, part.initializers.get(i));
      initializerValue[initializerCount] = name(p, part.initializers.get(i + 1));
      initializerOffset[initializerCount++] = part.initializers.get(i + 2);
    }
  }

  private static int lastEntity(ScanPart part, int slot) {
    return slot + 1 < part.firstEntities.size()
        ? part.firstEntities.get(slot + 1)
        : part.entityCount();
  }

  private static int last(IntList firsts, int entity, IntList values) {
    return entity + 1 < firsts.size() ? firsts.get(entity + 1) : values.size();
  }

  private int name(int p, int local) {
    int known = nameMaps[p][local];
    if (known == 0) {
      known = names.internFrom(parts.get(p).names, local) + 1;
      nameMaps[p][local] = known;
    }
    return known - 1;
  }

  private int condition(int p, int local) {
    int known = conditionMaps[p][local];
    if (known == 0) {
      known = conditions.number(parts.get(p).conditions.get(local)) + 1;
      conditionMaps[p][local] = known;
    }
    return known - 1;
  }

  /** For each function name the entities in which it stands as a plain value. */
  private Csr arguments(int[] partOfFile, int[] slotOfFile) {
    FunctionHashes functions = new FunctionHashes(names, Math.max(16, entity / 2));
    for (int e = 0; e < entity; e++) {
      if ((flags[e] & ScanPart.KIND_MASK) == EntityKind.FUNCTION.ordinal()) {
        functions.add(name[e]);
      }
    }
    IntList found = new IntList(1 << 10);
    int[] lastEntity = new int[names.size()];
    IntList foundBy = new IntList(1 << 10);
    IntList hits = new IntList(16);
    for (int file = 0; file < fileCount; file++) {
      if (partOfFile[file] == 0) {
        continue;
      }
      ScanPart part = parts.get(partOfFile[file] - 1);
      int first = part.firstEntities.get(slotOfFile[file]);
      int last = lastEntity(part, slotOfFile[file]);
      for (int e = first; e < last; e++) {
        int global = firstEntityOfFile[file] + e - first;
        for (int i = part.firstArgument.get(e);
            i < last(part.firstArgument, e, part.arguments);
            i++) {
          hits.truncate(0);
          functions.collect(part.arguments.get(i), hits);
          for (int h = 0; h < hits.size(); h++) {
            int function = hits.get(h);
            if (lastEntity[function] != global + 1) {
              lastEntity[function] = global + 1;
              found.add(function);
              foundBy.add(global);
            }
          }
        }
      }
    }
    return Csr.valuesByKey(found.toArray(), foundBy.toArray(), names.size());
  }
}
