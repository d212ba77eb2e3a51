package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.StructDefinition;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;

/**
 * Gathers the members of one struct. A struct without a tag that is the type of a member gets a
 * name by the way to it, {@code "struct outer.member"}: fields of equal names in several of them
 * are different fields. Inside a struct that has no tag itself such a name begins with the dot,
 * until the struct around it is known.
 */
final class MemberCollector {
  private final String name;
  private final List<StructDefinition.Field> fields = new ArrayList<>();
  private final List<StructDefinition> nested = new ArrayList<>();
  private final List<List<String>> overlays = new ArrayList<>();

  /** The name of the first field of each member. */
  private final List<String> firsts = new ArrayList<>();

  /**
   * @param name {@code "struct tag"}, or {@code "struct"} where there is no tag
   */
  MemberCollector(String name) {
    this.name = name;
  }

  /** Adds the members of one declaration. */
  void add(Declaration declaration) {
    if (declaration.struct().isEmpty() || hasTag(declaration.struct().get().name())) {
      declaration.struct().ifPresent(nested::add);
      for (Declaration.Variable variable : declaration.variables()) {
        fields.add(new StructDefinition.Field(variable.span(), variable.name(), variable.type()));
        firsts.add(variable.name());
      }
      return;
    }
    StructDefinition inner = declaration.struct().get();
    if (declaration.variables().isEmpty()) {
      StructDefinition merged = below(inner, inner.name(), tag());
      fields.addAll(merged.fields());
      overlays.addAll(merged.overlays());
      merged.fields().stream().limit(1).forEach(field -> firsts.add(field.name()));
      nested.addAll(merged.nested());
      return;
    }
    String way = tag() + "." + declaration.variables().get(0).name();
    nested.add(below(inner, inner.name() + " " + way, way));
    for (Declaration.Variable variable : declaration.variables()) {
      TypeName type = variable.type();
      fields.add(
          new StructDefinition.Field(
              variable.span(), variable.name(), renamed(type, inner.name() + " " + way)));
      firsts.add(variable.name());
    }
  }

  /** The struct of all that was added. */
  StructDefinition struct(Span span) {
    List<List<String>> all = new ArrayList<>(overlays);
    if (name.startsWith("union") && firsts.size() > 1) {
      all.add(List.copyOf(firsts));
    }
    return new StructDefinition(
        span, name, List.copyOf(fields), List.copyOf(all), List.copyOf(nested));
  }

  private String tag() {
    return name.substring(name.indexOf(' ') + 1, hasTag(name) ? name.length() : 0);
  }

  private static boolean hasTag(String name) {
    return name.indexOf(' ') >= 0;
  }

  /**
   * {@code struct} under another name, the ways inside that begin with a dot put below {@code way}.
   */
  private static StructDefinition below(StructDefinition struct, String name, String way) {
    List<StructDefinition.Field> fields = new ArrayList<>();
    for (StructDefinition.Field field : struct.fields()) {
      TypeName type = field.type();
      fields.add(
          new StructDefinition.Field(
              field.span(), field.name(), renamed(type, below(type.name(), way))));
    }
    List<StructDefinition> nested = new ArrayList<>();
    for (StructDefinition inner : struct.nested()) {
      nested.add(below(inner, below(inner.name(), way), way));
    }
    return new StructDefinition(
        struct.span(), name, List.copyOf(fields), struct.overlays(), List.copyOf(nested));
  }

  private static String below(String name, String way) {
    int dot = name.indexOf(" .");
    return dot < 0 ? name : name.substring(0, dot + 1) + way + name.substring(dot + 1);
  }

  private static TypeName renamed(TypeName type, String name) {
    return type.name().equals(name)
        ? type
        : new TypeName(
            type.span(),
            name,
            type.pointerDepth(),
            type.array(),
            type.function(),
            type.typeofOperand());
  }
}
