package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gfpaudit.grammar.index.EntityKind;
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
    for (int e = 0; e < index.entityCount(); e++) {
      if (index.kind(e) == kind) {
        names.add(index.name(index.nameOf(e)));
      }
    }
    return names;
  }

  List<String> functions() {
    return names(EntityKind.FUNCTION);
  }

  /** The first entity of a name. */
  int entity(String name) {
    return index.definitions(index.nameId(name))[0];
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
    return names(index.calls(entity(name)));
  }

  List<String> callers(String name) {
    return entityNames(index.callers(index.nameId(name)));
  }

  List<String> fieldCallers(String name) {
    return entityNames(index.fieldCallers(index.nameId(name)));
  }

  List<String> fieldWriters(String name) {
    return entityNames(index.fieldWriters(index.nameId(name)));
  }

  List<String> addressTakers(String name) {
    return entityNames(index.addressTakers(index.nameId(name)));
  }

  /** The initialisers of a field as {@code entity: field = value @ text at the offset}. */
  List<String> initializers(String field) {
    List<String> result = new ArrayList<>();
    for (FieldInitializer i : index.initializersOfField(index.nameId(field))) {
      result.add(
          index.name(index.nameOf(i.entity()))
              + ": "
              + text.substring(i.offset(), i.offset() + field.length())
              + " = "
              + index.name(i.value()));
    }
    return result;
  }

  private List<String> entityNames(int[] entities) {
    List<String> result = new ArrayList<>();
    for (int e : entities) {
      result.add(index.name(index.nameOf(e)));
    }
    return result;
  }

  private List<String> names(int[] ids) {
    List<String> result = new ArrayList<>();
    for (int id : ids) {
      result.add(index.name(id));
    }
    return result;
  }
}
