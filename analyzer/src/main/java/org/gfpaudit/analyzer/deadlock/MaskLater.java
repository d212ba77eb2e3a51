package org.gfpaudit.analyzer.deadlock;

import java.util.function.Supplier;
import org.gfpaudit.analyzer.consequence.MappingMasks;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the mask of the mapping that an allocation is for, looked for when it is first
 * asked: most chains are notes for other reasons, or are not the ones that are told. For one
 * thread.
 */
final class MaskLater {
  private final Supplier<MappingMasks.Told> looking;
  private MappingMasks.@Nullable Told found;

  MaskLater(Supplier<MappingMasks.Told> looking) {
    this.looking = looking;
  }

  MappingMasks.Told get() {
    MappingMasks.Told told = found;
    if (told == null) {
      told = looking.get();
      found = told;
    }
    return told;
  }
}
