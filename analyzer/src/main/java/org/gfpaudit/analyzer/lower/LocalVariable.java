package org.gfpaudit.analyzer.lower;

import org.gfpaudit.grammar.ast.TypeName;

/**
 * A parameter or a local variable of one function or macro.
 *
 * @param declarationOffset the byte offset of the declared name: tells shadowing variables apart
 * @param parameterIndex 0-based, or -1 for a local variable
 */
public record LocalVariable(
    String name, int declarationOffset, int parameterIndex, TypeName type, boolean isStatic)
    implements Comparable<LocalVariable> {

  public boolean isParameter() {
    return parameterIndex >= 0;
  }

  @Override
  public int compareTo(LocalVariable other) {
    int byOffset = Integer.compare(declarationOffset, other.declarationOffset);
    int byIndex = Integer.compare(parameterIndex, other.parameterIndex);
    return byOffset != 0 ? byOffset : byIndex != 0 ? byIndex : name.compareTo(other.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LocalVariable variable
        && declarationOffset == variable.declarationOffset
        && parameterIndex == variable.parameterIndex
        && name.equals(variable.name);
  }

  @Override
  public int hashCode() {
    return 31 * declarationOffset + parameterIndex;
  }
}
