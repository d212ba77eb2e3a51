package org.gfpaudit.grammar.parse;

import org.gfpaudit.grammar.source.Span;

/**
 * What the scanner or the parser has to say about text it could not read; never an exception.
 *
 * @param cause a short, stable phrase without names or numbers of its own, so that equal causes can
 *     be counted ({@code "missing ')'"}); {@code detail} holds what differs
 * @param isGivenUp whether it would have cost more work than anything people write
 */
public record Diagnostic(Span span, String cause, String detail, boolean isGivenUp) {}
