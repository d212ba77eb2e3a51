package org.gfpaudit.analyzer.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.segment.Question;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.grammar.source.Span;

/**
 * An index that notes what it is asked. The names, kinds and conditions of definitions are not
 * noted: who asks for them was told of the definition by an answer that is noted, and this says
 * something else where the number is that of another definition; or has it from who asks, and then
 * {@link KeptTables} lets go what was found for it.
 */
final class TracedIndex implements SourceIndex {
  private final SegmentIndex index;
  private final Tracing tracing;

  TracedIndex(SegmentIndex index, Tracing tracing) {
    this.index = index;
    this.tracing = tracing;
  }

  private record Asked(Question question, String name) {}

  private record Calls(Entity entity) {}

  private record Stand(Entity entity) {}

  private record Listed(SourceFile file) {}

  private record Paths(String start) {}

  private record At(String path) {}

  private void note(Question question, String name) {
    tracing.read(new Asked(question, name), () -> new Read.Answer(question, name));
  }

  private void note(Question question, Name name) {
    if (tracing.isFinding()) {
      note(question, index.text(name));
    }
  }

  @Override
  public Optional<Name> find(String text) {
    Optional<Name> found = index.find(text);
    if (found.isEmpty() && tracing.isFinding()) {
      // Whatever would be asked about it is nothing.
      for (Question question : Question.values()) {
        note(question, text);
      }
    }
    return found;
  }

  @Override
  public String text(Name name) {
    return index.text(name);
  }

  @Override
  public int fileBound() {
    return index.fileBound();
  }

  @Override
  public Stream<SourceFile> files() {
    return files("");
  }

  @Override
  public Stream<SourceFile> files(String start) {
    tracing.read(new Paths(start), () -> new Read.Paths(start));
    return index.files(start);
  }

  @Override
  public Optional<SourceFile> file(String path) {
    tracing.read(new At(path), () -> new Read.At(path));
    return index.file(path);
  }

  @Override
  public String path(SourceFile file) {
    return index.path(file);
  }

  @Override
  public int entityCount() {
    return index.entityCount();
  }

  @Override
  public int entityBound() {
    return index.entityBound();
  }

  @Override
  public Stream<Entity> entities() {
    return tracing.isFinding()
        ? files().flatMap(file -> entitiesOf(file).stream())
        : index.entities();
  }

  @Override
  public List<Entity> entitiesOf(SourceFile file) {
    tracing.read(new Listed(file), () -> new Read.Listed(file));
    return index.entitiesOf(file);
  }

  @Override
  public EntityKind kind(Entity entity) {
    return index.kind(entity);
  }

  @Override
  public Name nameOf(Entity entity) {
    return index.nameOf(entity);
  }

  @Override
  public SourceFile fileOf(Entity entity) {
    return index.fileOf(entity);
  }

  @Override
  public Span extent(Entity entity) {
    noteStand(entity);
    return index.extent(entity);
  }

  @Override
  public int nameOffset(Entity entity) {
    noteStand(entity);
    return index.nameOffset(entity);
  }

  private void noteStand(Entity entity) {
    if (tracing.isFinding()) {
      tracing.read(
          new Stand(entity),
          () ->
              new Read.Stand(
                  entity, index.fileOf(entity), index.extent(entity), index.nameOffset(entity)));
    }
  }

  @Override
  public boolean isStatic(Entity entity) {
    return index.isStatic(entity);
  }

  @Override
  public boolean mentionsMaskType(Entity entity) {
    return index.mentionsMaskType(entity);
  }

  @Override
  public PresenceCondition condition(Entity entity) {
    return index.condition(entity);
  }

  @Override
  public List<Entity> definitions(Name name) {
    note(Question.DEFINITIONS, name);
    return index.definitions(name);
  }

  @Override
  public List<Entity> callers(Name name) {
    note(Question.CALLERS, name);
    return index.callers(name);
  }

  @Override
  public List<Name> calls(Entity entity) {
    List<Name> calls = index.calls(entity);
    if (tracing.isFinding()) {
      tracing.read(
          new Calls(entity),
          () ->
              new Read.Calls(
                  entity, index.fileOf(entity), calls.stream().map(index::text).toList()));
    }
    return calls;
  }

  @Override
  public List<Entity> fieldCallers(Name name) {
    note(Question.FIELD_CALLERS, name);
    return index.fieldCallers(name);
  }

  @Override
  public List<Entity> fieldWriters(Name name) {
    note(Question.FIELD_WRITERS, name);
    return index.fieldWriters(name);
  }

  @Override
  public List<Entity> fewFieldWriters(Name name) {
    note(Question.FEW_FIELD_WRITERS, name);
    return index.fewFieldWriters(name);
  }

  @Override
  public List<FieldInitializer> initializersOfField(Name name) {
    note(Question.INITIALIZERS_OF_FIELD, name);
    return index.initializersOfField(name);
  }

  @Override
  public List<FieldInitializer> initializersWithValue(Name name) {
    note(Question.INITIALIZERS_WITH_VALUE, name);
    return index.initializersWithValue(name);
  }

  @Override
  public List<Entity> addressTakers(Name name) {
    note(Question.DEFINITIONS, name);
    note(Question.ADDRESS_TAKERS, name);
    return index.addressTakers(name);
  }

  @Override
  public List<Entity> valueHolders(String name) {
    note(Question.ADDRESS_TAKERS, name);
    return index.valueHolders(name);
  }

  @Override
  public List<Entity> fieldReaders(String field) {
    note(Question.FIELD_READERS, field);
    return index.fieldReaders(field);
  }
}
