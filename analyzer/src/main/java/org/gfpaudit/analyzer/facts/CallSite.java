package org.gfpaudit.analyzer.facts;

import org.gfpaudit.grammar.index.Entity;

/**
 * A call, known by where it stands: the one form in which a call is a key. What stands at file
 * scope, such as the value of a field in a table, is known likewise.
 *
 * @param entity the definition it stands in
 * @param offset of the token of the called name, or of the field it goes through, in bytes from the
 *     start of the file
 */
public record CallSite(Entity entity, int offset) implements Comparable<CallSite> {

  /** In the order of files, and in a file in the order of the text. */
  @Override
  public int compareTo(CallSite other) {
    int byEntity = entity.compareTo(other.entity);
    return byEntity != 0 ? byEntity : Integer.compare(offset, other.offset);
  }

  // By hand: every way to a sink is looked up by its end.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof CallSite that && offset == that.offset && entity.equals(that.entity));
  }

  @Override
  public int hashCode() {
    return entity.hashCode() * 31 + offset;
  }
}
