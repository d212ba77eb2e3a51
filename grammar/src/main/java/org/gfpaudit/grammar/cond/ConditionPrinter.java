package org.gfpaudit.grammar.cond;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.cond.SumOfProducts.Cube;

/**
 * Prints a truth table as a short C expression: a sum of products or a product of sums, whichever
 * has fewer literals, with what all parts share written once.
 */
final class ConditionPrinter {
  private final TruthTable table;

  private ConditionPrinter(TruthTable table) {
    this.table = table;
  }

  static String print(TruthTable table) {
    if (table.atomCount() == 0) {
      return table.isTrue() ? "" : "0";
    }
    ConditionPrinter printer = new ConditionPrinter(table);
    long[] impossible = printer.impossibleRows();
    List<Cube> sum = cubes(table.rows(), impossible, table.atomCount());
    List<Cube> complement =
        cubes(TruthTable.complement(table.rows()), impossible, table.atomCount());
    return literalCount(complement) < literalCount(sum)
        ? printer.join(complement, true)
        : printer.join(sum, false);
  }

  /** The products whose disjunction the table is, each as a condition of its own. */
  static List<PresenceCondition> products(TruthTable table) {
    List<PresenceCondition> products = new ArrayList<>();
    for (Cube cube : SumOfProducts.between(table.rows(), table.rows(), table.atomCount())) {
      PresenceCondition product = PresenceCondition.TRUE;
      for (int i = 0; i < table.atomCount(); i++) {
        PresenceCondition atom = PresenceCondition.of(TruthTable.atom(table.atoms()[i]));
        if ((cube.positive() >> i & 1) != 0) {
          product = product.and(atom);
        } else if ((cube.negative() >> i & 1) != 0) {
          product = product.and(atom.not());
        }
      }
      products.add(product);
    }
    return products;
  }

  /** Appends an operand of {@code &&} or {@code ||}, in parentheses where it holds either. */
  static void appendOperand(StringBuilder text, String operand) {
    if (operand.contains("&&") || operand.contains("||")) {
      text.append('(').append(operand).append(')');
    } else {
      text.append(operand);
    }
  }

  /** Rows that no configuration reaches: a module, or built in, and yet not configured. */
  private long[] impossibleRows() {
    int words = table.rows().length;
    long[] impossible = new long[words];
    for (int i = 0; i < table.atomCount(); i++) {
      Optional<String> implied = ConditionParser.impliedSymbol(table.atoms()[i]);
      for (int k = 0; implied.isPresent() && k < table.atomCount(); k++) {
        if (table.atoms()[k].equals(implied.get())) {
          long[] absent = TruthTable.complement(TruthTable.column(k, words));
          long[] rows = TruthTable.intersection(TruthTable.column(i, words), absent);
          impossible = TruthTable.union(impossible, rows);
        }
      }
    }
    return impossible;
  }

  private static List<Cube> cubes(long[] rows, long[] impossible, int atomCount) {
    long[] lower = TruthTable.intersection(rows, TruthTable.complement(impossible));
    return SumOfProducts.between(lower, TruthTable.union(rows, impossible), atomCount);
  }

  private static int literalCount(List<Cube> cubes) {
    int count = 0;
    for (Cube cube : cubes) {
      count += cube.literalCount();
    }
    return count;
  }

  /** Prints cubes as a sum of products; or, of the complement's cubes, as a product of sums. */
  private String join(List<Cube> cubes, boolean complement) {
    int sharedPositive = -1;
    int sharedNegative = -1;
    for (Cube cube : cubes) {
      sharedPositive &= cube.positive();
      sharedNegative &= cube.negative();
    }
    String inner = complement ? " || " : " && ";
    String outer = complement ? " && " : " || ";
    Cube shared = new Cube(sharedPositive, sharedNegative);
    if (cubes.size() == 1) {
      return literals(cubes.get(0), complement, inner);
    }
    StringBuilder text = new StringBuilder();
    for (Cube cube : cubes) {
      Cube rest = new Cube(cube.positive() & ~sharedPositive, cube.negative() & ~sharedNegative);
      if (text.length() > 0) {
        text.append(outer);
      }
      appendOperand(text, literals(rest, complement, inner));
    }
    if (shared.literals() == 0) {
      return text.toString();
    }
    StringBuilder whole = new StringBuilder(literals(shared, complement, inner)).append(inner);
    appendOperand(whole, text.toString());
    return whole.toString();
  }

  private String literals(Cube cube, boolean complement, String operator) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < table.atomCount(); i++) {
      if ((cube.literals() >> i & 1) != 0) {
        if (text.length() > 0) {
          text.append(operator);
        }
        boolean plain = (cube.positive() >> i & 1) != 0;
        text.append(literal(table.atoms()[i], plain != complement));
      }
    }
    return text.toString();
  }

  private static String literal(String atom, boolean plain) {
    boolean joined = atom.contains("&&") || atom.contains("||");
    if (plain) {
      return joined ? "(" + atom + ")" : atom;
    }
    return Comparison.opposite(atom).orElseGet(() -> negated(atom));
  }

  private static String negated(String atom) {
    ConditionTokens tokens = ConditionTokens.of(atom);
    return tokens.isReadable() && tokens.isPrimary(0, tokens.size())
        ? "!" + atom
        : "!(" + atom + ")";
  }
}
