package org.gfpaudit.grammar.ast;

import java.util.List;
import org.gfpaudit.grammar.source.Span;

/** A function with its body, as one configuration of {@code #if}s compiles it. */
public record FunctionDefinition(Span span, Signature signature, Stmt.Block body) implements Node {

  /** One parameter; the name is empty where none is written. */
  public record Parameter(Span span, String name, TypeName type) implements Node {}

  /** The function's name, as {@link Signature#name} says. */
  public String name() {
    return signature.name();
  }

  public Span nameSpan() {
    return signature.nameSpan();
  }

  public TypeName returnType() {
    return signature.returnType();
  }

  public boolean isStatic() {
    return signature.isStatic();
  }

  public List<Parameter> parameters() {
    return signature.parameters();
  }

  /** Whether the parameters end in {@code ...}. */
  public boolean variadic() {
    return signature.variadic();
  }
}
