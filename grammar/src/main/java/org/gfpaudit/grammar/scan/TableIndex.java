package org.gfpaudit.grammar.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.Span;

/** The index in primitive arrays. */
final class TableIndex implements SourceIndex {
  private static final EntityKind[] KINDS = EntityKind.values();

  /** Paths, and the first entity of each file with the number of entities behind the last. */
  record Files(String[] paths, int[] firstEntity) {}

  /** One element per entity. */
  record Entities(
      int[] name,
      int[] start,
      int[] end,
      int[] nameOffset,
      byte[] flags,
      int[] condition,
      List<PresenceCondition> conditions) {}

  /** One element per initialiser, and their numbers by field and by value. */
  static final class Initializers {
    private final int[] entity;
    private final int[] field;
    private final int[] value;
    private final int[] offset;
    private final Csr byField;
    private final Csr byValue;

    Initializers(int[] entity, int[] field, int[] value, int[] offset, int nameCount) {
      this.entity = entity;
      this.field = field;
      this.value = value;
      this.offset = offset;
      byField = Csr.positionsByKey(field, nameCount);
      byValue = Csr.positionsByKey(value, nameCount);
    }

    private List<FieldInitializer> list(int[] numbers) {
      List<FieldInitializer> list = new ArrayList<>(numbers.length);
      for (int i : numbers) {
        list.add(new FieldInitializer(entity[i], field[i], value[i], offset[i]));
      }
      return list;
    }
  }

  private final Files files;
  private final NameTable names;
  private final Entities entities;
  private final Csr definitions;
  private final Csr calls;
  private final Csr callers;
  private final Csr fieldCallers;
  private final Csr fieldWriters;
  private final Csr addressTakers;
  private final Initializers initializers;

  TableIndex(
      Files files,
      NameTable names,
      Entities entities,
      Csr calls,
      Csr fieldCallers,
      Csr fieldWriters,
      Csr addressTakers,
      Initializers initializers) {
    this.files = files;
    this.names = names;
    this.entities = entities;
    this.definitions = Csr.positionsByKey(entities.name, names.size());
    this.calls = calls;
    this.callers = calls.transposed(names.size());
    this.fieldCallers = fieldCallers;
    this.fieldWriters = fieldWriters;
    this.addressTakers = addressTakers;
    this.initializers = initializers;
  }

  @Override
  public int nameId(String name) {
    return names.find(name);
  }

  @Override
  public String name(int nameId) {
    return names.name(nameId);
  }

  @Override
  public int fileCount() {
    return files.paths.length;
  }

  @Override
  public String path(int file) {
    return files.paths[file];
  }

  @Override
  public int entityCount() {
    return entities.name.length;
  }

  @Override
  public EntityKind kind(int entity) {
    return KINDS[entities.flags[entity] & ScanPart.KIND_MASK];
  }

  @Override
  public int nameOf(int entity) {
    return entities.name[entity];
  }

  /** A binary search over the files. */
  @Override
  public int fileOf(int entity) {
    int found = Arrays.binarySearch(files.firstEntity, entity);
    int file = found >= 0 ? found : -found - 2;
    // Files without entities have the same first entity as the file behind them.
    while (files.firstEntity[file + 1] == entity) {
      file++;
    }
    return file;
  }

  @Override
  public Span extent(int entity) {
    return new Span(entities.start[entity], entities.end[entity]);
  }

  @Override
  public int nameOffset(int entity) {
    return entities.nameOffset[entity];
  }

  @Override
  public boolean isStatic(int entity) {
    return (entities.flags[entity] & ScanPart.STATIC) != 0;
  }

  @Override
  public boolean mentionsMaskType(int entity) {
    return (entities.flags[entity] & ScanPart.MASK_TYPE) != 0;
  }

  @Override
  public PresenceCondition condition(int entity) {
    return entities.conditions.get(entities.condition[entity]);
  }

  @Override
  public int[] entitiesOf(int file) {
    int first = files.firstEntity[file];
    int[] result = new int[files.firstEntity[file + 1] - first];
    for (int i = 0; i < result.length; i++) {
      result[i] = first + i;
    }
    return result;
  }

  @Override
  public int[] definitions(int nameId) {
    return definitions.row(nameId);
  }

  @Override
  public int[] callers(int nameId) {
    return callers.row(nameId);
  }

  @Override
  public int[] calls(int entity) {
    return calls.row(entity);
  }

  @Override
  public int[] fieldCallers(int nameId) {
    return fieldCallers.row(nameId);
  }

  @Override
  public int[] fieldWriters(int nameId) {
    return fieldWriters.row(nameId);
  }

  @Override
  public List<FieldInitializer> initializersOfField(int nameId) {
    return initializers.list(initializers.byField.row(nameId));
  }

  @Override
  public List<FieldInitializer> initializersWithValue(int nameId) {
    return initializers.list(initializers.byValue.row(nameId));
  }

  @Override
  public int[] addressTakers(int nameId) {
    return addressTakers.row(nameId);
  }
}
