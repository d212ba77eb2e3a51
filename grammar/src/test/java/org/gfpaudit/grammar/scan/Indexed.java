package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.index.SourceIndex.FieldInitializer;
import org.gfpaudit.grammar.source.Span;

/** One file's index, with its answers as text. */
final class Indexed {
  private final SourceIndex index;
  private final String text;

  private Indexed(String text) {
    this.text = text;
    this.index = ofTexts(Map.of("a.c", text));
  }

  static Indexed of(String text) {
    return new Indexed(text);
  }

  /** An index of texts in memory, by path. */
  static SourceIndex ofTexts(Map<String, String> texts) {
    SourceReader reader =
        (path, buffer) ->
            buffer.fill(Objects.requireNonNull(texts.get(path)).getBytes(StandardCharsets.UTF_8));
    return new IndexBuilder(reader, 1).build(List.copyOf(texts.keySet()));
  }

  SourceIndex index() {
    return index;
  }

  /** The names of the entities of a kind, in order. */
  List<String> names(EntityKind kind) {
    List<String> names = new ArrayList<>();
    index
        .entities()
        .filter(e -> index.kind(e) == kind)
        .forEach(e -> names.add(index.text(index.nameOf(e))));
    return names;
  }

  List<String> functions() {
    return names(EntityKind.FUNCTION);
  }

  /** The first entity of a name. */
  Entity entity(String name) {
    return index.definitions(name).get(0);
  }

  String extent(String name) {
    Span span = index.extent(entity(name));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
  }

  String condition(String name) {
    return index.condition(entity(name)).toString();
  }

  /** The names an entity calls, in the order of their first call. */
  List<String> calls(String name) {
    return index.calls(entity(name)).stream().map(index::text).toList();
  }

  List<String> callers(String name) {
    return entityNames(of(name, index::callers));
  }

  List<String> fieldCallers(String name) {
    return entityNames(of(name, index::fieldCallers));
  }

  List<String> fieldWriters(String name) {
    return entityNames(of(name, index::fieldWriters));
  }

  List<String> addressTakers(String name) {
    return entityNames(of(name, index::addressTakers));
  }

  /** The initialisers of a field as {@code entity: field = value @ text at the offset}. */
  List<String> initializers(String field) {
    List<String> result = new ArrayList<>();
    for (FieldInitializer i : index.initializersOfField(index.find(field).orElseThrow())) {
      result.add(
          index.text(index.nameOf(i.entity()))
              + ": "
              + text.substring(i.offset(), i.offset() + field.length())
              + " = "
              + index.text(i.value()));
    }
    return result;
  }

  private List<Entity> of(String name, Function<Name, List<Entity>> question) {
    return index.find(name).map(question).orElse(List.of());
  }

  private List<String> entityNames(List<Entity> entities) {
    return entities.stream().map(e -> index.text(index.nameOf(e))).toList();
  }
}
