package org.gfpaudit.analyzer.flow;

import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * A store of a mask into a field that somebody asked for.
 *
 * @param field the field's token
 * @param owner and name of the field; the owner is empty where the type cannot be told
 */
public record StoreFact(Span field, Symbol.Field symbol, String text, MaskValue value) {}
