package org.gfpaudit.analyzer.facts;

import java.util.Map;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * What a call does with masks, in terms of the callee's parameters.
 *
 * @param returns the returned mask; bottom where the function returns nothing or never
 * @param pointees what is behind a pointer parameter afterwards, by parameter index; the value that
 *     was there before is a {@link Symbol.Pointee}
 */
public record Effect(MaskValue returns, Map<Integer, MaskValue> pointees) {
  public static final Effect BOTTOM = new Effect(MaskValue.bottom(), Map.of());
}
