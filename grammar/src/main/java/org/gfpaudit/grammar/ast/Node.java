package org.gfpaudit.grammar.ast;

import org.gfpaudit.grammar.source.Span;

/** A part of a syntax tree: a plain value, with no link to its parent, to types or to symbols. */
public interface Node {
  /** The bytes of the file this node was read from, first token to last. */
  Span span();
}
