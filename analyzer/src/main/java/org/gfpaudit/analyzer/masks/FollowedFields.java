package org.gfpaudit.analyzer.masks;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Which fields are followed to the stores into them. Every field that is declared a {@code gfp_t}
 * is. A number of another type may be a mask too; but once a number is read from one field that was
 * copied from another, the way leads all over a kernel, so only the first {@value #MOST_NUMBERS} of
 * them are followed, and none that is set in more than {@value #MOST_WRITERS} places.
 */
final class FollowedFields {
  private static final int MOST_NUMBERS = 8;
  private static final int MOST_WRITERS = 100;

  private final SourceIndex index;
  private final TypeOracle types;
  private final SortedSet<Symbol.Field> followed = new TreeSet<>();
  private final SortedSet<Symbol.Field> refused = new TreeSet<>();
  private int numbers;

  FollowedFields(Model model) {
    this.index = model.index();
    this.types = model.types();
  }

  /** Whether a field is followed; {@code reader} is the file that reads it. */
  boolean follow(Symbol.Field field, SourceFile reader) {
    if (followed.contains(field) || refused.contains(field)) {
      return followed.contains(field);
    }
    boolean isMask = isMask(field, reader);
    boolean isFollowed = isMask || (numbers < MOST_NUMBERS && writerCount(field) <= MOST_WRITERS);
    numbers += isFollowed && !isMask ? 1 : 0;
    (isFollowed ? followed : refused).add(field);
    return isFollowed;
  }

  /** Those that somebody reads and that are not followed. */
  SortedSet<Symbol.Field> refused() {
    return Collections.unmodifiableSortedSet(refused);
  }

  private boolean isMask(Symbol.Field field, SourceFile reader) {
    return field
        .owner()
        .struct()
        .flatMap(struct -> types.fieldType(struct, field.field(), reader))
        .filter(type -> type.name().equals(HandedStruct.MASK_TYPE))
        .isPresent();
  }

  private int writerCount(Symbol.Field field) {
    return index.find(field.field()).map(name -> index.fieldWriters(name).size()).orElse(0);
  }
}
