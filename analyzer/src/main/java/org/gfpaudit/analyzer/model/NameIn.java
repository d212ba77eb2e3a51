package org.gfpaudit.analyzer.model;

import org.gfpaudit.grammar.index.SourceFile;

/** A name where it is used. */
record NameIn(SourceFile file, String name) {

  // By hand: such names are the keys of what is asked most often.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof NameIn that && file.equals(that.file) && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + file.hashCode();
  }
}
