package org.gfpaudit.grammar.ast;

import java.util.List;
import org.gfpaudit.grammar.source.Span;

/**
 * A function with its body, as one configuration of {@code #if}s compiles it.
 *
 * @param name the function's name; for a declaration macro such as {@code SYSCALL_DEFINE3(read,
 *     ...)} the macro's first argument prefixed as the macro does ({@code sys_read})
 * @param variadic whether the parameters end in {@code ...}
 */
public record FunctionDefinition(
    Span span,
    String name,
    Span nameSpan,
    TypeName returnType,
    boolean isStatic,
    List<Parameter> parameters,
    boolean variadic,
    Stmt.Block body)
    implements Node {

  /** One parameter; the name is empty where none is written. */
  public record Parameter(Span span, String name, TypeName type) implements Node {}
}
