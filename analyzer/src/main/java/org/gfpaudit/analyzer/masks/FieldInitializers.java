package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.FieldOwner;

/** Walks a list of initialisers and tells which field of which struct each value goes to. */
final class FieldInitializers {
  /** Told about each designated field. */
  interface Sink {
    void accept(FieldOwner owner, Expr.InitList.Designator.Field field, Expr value);
  }

  private final TypeOracle types;
  private final SourceFile file;

  FieldInitializers(TypeOracle types, SourceFile file) {
    this.types = types;
    this.file = file;
  }

  /** Visits {@code list}, which initialises a {@code type} or an array of it. */
  void visit(TypeName type, Expr.InitList list, Sink sink) {
    for (Expr.InitList.Entry entry : list.entries()) {
      visitEntry(Optional.of(type), entry.designators(), entry.value(), sink);
    }
  }

  private void visitEntry(
      Optional<TypeName> type, List<Expr.InitList.Designator> rest, Expr value, Sink sink) {
    if (rest.isEmpty()) {
      if (value instanceof Expr.InitList inner) {
        for (Expr.InitList.Entry entry : inner.entries()) {
          visitEntry(type, entry.designators(), entry.value(), sink);
        }
      }
      return;
    }
    List<Expr.InitList.Designator> further = rest.subList(1, rest.size());
    if (rest.get(0) instanceof Expr.InitList.Designator.Field field) {
      FieldOwner owner = types.ownerOf(type, file);
      if (further.isEmpty() && !(value instanceof Expr.InitList)) {
        sink.accept(owner, field, value);
      } else {
        Optional<TypeName> fieldType =
            owner.struct().flatMap(struct -> types.fieldType(struct, field.name(), file));
        visitEntry(fieldType, further, value, sink);
      }
    } else {
      visitEntry(type, further, value, sink);
    }
  }
}
