package org.gfpaudit.analyzer.masks;

import java.util.List;
import org.gfpaudit.analyzer.model.ConstantNumbers;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/** The masks that names of numbers are: enumerators, and macros of a bare number. */
record NamedNumbers(ConstantNumbers constants, BitNumbers numbers) {

  /** What {@code name} is in {@code file}; bottom where it is no name of a number there. */
  MaskValue named(SourceFile file, String name, Origin origin) {
    return masks(constants.named(file, name), origin);
  }

  /** What {@code name} is where {@code file} itself defines it by a bare number; else bottom. */
  MaskValue bare(SourceFile file, String name, Origin origin) {
    return masks(constants.bareIn(file, name), origin);
  }

  private MaskValue masks(List<Long> values, Origin origin) {
    MaskValue value = MaskValue.bottom();
    for (long number : values) {
      value = value.join(numbers.mask(number, origin));
    }
    return value;
  }
}
