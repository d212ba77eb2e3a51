package org.gfpaudit.grammar.index;

/** What a file-scope definition is. */
public enum EntityKind {
  FUNCTION,
  /** {@code #define NAME(...) ...}. */
  FUNCTION_MACRO,
  /** {@code #define NAME ...}, number-only bodies excepted: these are not recorded. */
  OBJECT_MACRO,
  /** A struct or union with a tag and a body. Its name is {@code "struct tag"}. */
  STRUCT,
  /** A typedef; one entity per new name. Where it holds a body, the body is in its extent. */
  TYPEDEF,
  /** A file-scope variable that is initialised or whose type could hold a mask. */
  VARIABLE,
  /**
   * A macro used at file scope with a name behind its first argument, {@code DECLARE_WORK(work,
   * function);}, or one that defines a guard or a class, {@code DEFINE_GUARD(name, ...)}. It bears
   * the name of its first argument, calls the macro, and defines nothing that could be found by
   * that name.
   */
  INVOCATION
}
