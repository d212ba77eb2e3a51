package org.gfpaudit.analyzer.lower;

import java.util.List;
import org.gfpaudit.grammar.ast.Expr;

/** The constants that a function is handed, whoever calls it. */
public interface HandedIn {

  /** Nothing is known. */
  HandedIn ANYTHING = parameter -> List.of();

  /**
   * What the parameter at a position (0-based) is in every call; empty where one call hands in what
   * is no constant, or where not all calls are known.
   */
  List<Expr> to(int parameter);
}
