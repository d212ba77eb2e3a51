package org.gfpaudit.grammar.ast;

import java.util.List;
import org.gfpaudit.grammar.source.Span;

/**
 * What stands before a function's body.
 *
 * @param name the function's name; for a declaration macro such as {@code SYSCALL_DEFINE3(read,
 *     ...)} the macro's first argument prefixed as the macro does ({@code sys_read})
 * @param variadic whether the parameters end in {@code ...}
 */
public record Signature(
    String name,
    Span nameSpan,
    TypeName returnType,
    boolean isStatic,
    List<FunctionDefinition.Parameter> parameters,
    boolean variadic) {}
