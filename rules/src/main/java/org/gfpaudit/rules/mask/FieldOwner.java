package org.gfpaudit.rules.mask;

import java.util.Optional;

/**
 * What a field belongs to.
 *
 * <p>Owners are ordered by kind, {@link UnknownIn} first, and then by their text.
 */
public sealed interface FieldOwner extends Comparable<FieldOwner> {

  /** The struct where it is known. */
  Optional<String> struct();

  /**
   * A struct or a union by its name.
   *
   * @param name {@code "struct foo"}
   */
  record Struct(String name) implements FieldOwner {
    @Override
    public Optional<String> struct() {
      return Optional.of(name);
    }

    @Override
    public int compareTo(FieldOwner other) {
      return other instanceof Struct that ? name.compareTo(that.name) : 1;
    }
  }

  /**
   * Some struct that is handled in a file: the type of an expression that stands there cannot be
   * told.
   *
   * @param file relative to the tree
   */
  record UnknownIn(String file) implements FieldOwner {
    @Override
    public Optional<String> struct() {
      return Optional.empty();
    }

    @Override
    public int compareTo(FieldOwner other) {
      return other instanceof UnknownIn that ? file.compareTo(that.file) : -1;
    }
  }
}
