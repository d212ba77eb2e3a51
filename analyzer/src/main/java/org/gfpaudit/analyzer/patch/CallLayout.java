package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.fix.Edit;

/**
 * Puts text around an operand of a call's argument, in the style of the kernel: tabs of eight
 * columns, arguments that go on in the next line aligned behind the parenthesis, no line longer
 * than a limit unless it was before.
 */
final class CallLayout {
  static final int TAB = 8;

  /** Where the text may be broken. */
  enum Breaks {
    /** Only before the argument. */
    NONE,
    /**
     * In the argument too, which begins where others of the call do, else behind its parenthesis.
     */
    NEAT,
    /** And it may begin in another column than those. */
    ANY
  }

  private static final Pattern TIGHT = Pattern.compile("(?<=\\w)\\|(?=\\w)");

  private final SourceText text;
  private final Expr.Call call;
  private final Expr argument;
  private final Span operand;

  /**
   * @param argument the argument of {@code call} that holds {@code operand}
   */
  CallLayout(SourceText text, Expr.Call call, Expr argument, Span operand) {
    this.text = text;
    this.call = call;
    this.argument = argument;
    this.operand = operand;
  }

  /**
   * The edits that replace the operand, the smallest that fits.
   *
   * @param pieces the replacement; between two pieces the line may be broken instead of a space
   * @param limit the most columns
   * @param how how much of the call's look may change
   */
  Optional<List<Edit>> replace(List<String> pieces, int limit, Breaks how) {
    boolean isLoose = how == Breaks.ANY;
    // Beside others that go on elsewhere it would stand out behind the parenthesis.
    int last = isLoose ? aligned() : continued();
    for (int indent : new int[] {0, continued(), last}) {
      Optional<List<Edit>> edits = fitting(pieces, indent, 0, limit);
      if (edits.isPresent()) {
        return edits;
      }
    }
    if (how != Breaks.NONE) {
      boolean isAlone = isFirstOnLine(argument.span().start());
      for (int indent : new int[] {isAlone ? 0 : continued(), continued(), last, indented()}) {
        if (indent == indented() && !isLoose) {
          continue;
        }
        for (int broken = indent == indented() ? 0 : 1; broken < pieces.size(); broken++) {
          Optional<List<Edit>> edits = fitting(pieces, indent, broken, limit);
          if (edits.isPresent()) {
            return edits;
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The edits that put a shorter word in the operand's place: an argument that stood alone on its
   * line goes up to the one before where it fits there.
   */
  List<Edit> shortened(String word, int limit) {
    Edit plain = new Edit(text.path(), operand, word);
    int start = argument.span().start();
    int gap = start;
    while (gap > 0 && Character.isWhitespace(text.bytes()[gap - 1])) {
      gap--;
    }
    if (!isFirstOnLine(start) || gap == 0 || text.bytes()[gap - 1] != ',') {
      return List.of(plain);
    }
    int end = text.lineSpan(text.line(operand.end())).end();
    List<Edit> pulled = List.of(new Edit(text.path(), new Span(gap, start), " "), plain);
    int rest = width(text.text(new Span(operand.end(), end)));
    boolean fits =
        column(text, gap) + 1 + (operand.start() - start) + word.length() + rest <= limit;
    return fits ? pulled : List.of(plain);
  }

  private Optional<List<Edit>> fitting(List<String> pieces, int indent, int broken, int limit) {
    List<Edit> edits = edits(pieces.stream().map(CallLayout::spaced).toList(), indent, broken);
    edits.addAll(edits.isEmpty() ? List.of() : spacedNeighbours());
    edits.sort(null);
    return edits.isEmpty() || !fits(edits, limit) ? Optional.empty() : Optional.of(edits);
  }

  /** Alternatives with blanks around what is between them, as the kernel writes them. */
  private static String spaced(String code) {
    return TIGHT.matcher(code).replaceAll(" | ");
  }

  /** The other arguments on the line of the operand, which is changed. */
  private List<Edit> spacedNeighbours() {
    List<Edit> edits = new ArrayList<>();
    for (Expr other : call.arguments()) {
      String written = text.text(other.span());
      boolean isBeside =
          !written.equals(text.text(argument.span())) // Else it is changed with this one.
              && text.line(other.span().start()) == text.line(operand.start())
              && text.line(other.span().end()) == text.line(operand.start());
      if (isBeside && !spaced(written).equals(written)) {
        edits.add(new Edit(text.path(), other.span(), spaced(written)));
      }
    }
    return edits;
  }

  /**
   * With the last {@code broken} joints broken.
   *
   * @param indent the column of the argument in a line of its own, or 0 where it stays
   */
  private List<Edit> edits(List<String> pieces, int indent, int broken) {
    List<Edit> edits = new ArrayList<>();
    int column = columnAt(operand.start());
    int further = indent == 0 ? continued() : indent;
    if (indent > 0) {
      int start = argument.span().start();
      int gap = start;
      while (gap > 0 && (text.bytes()[gap - 1] == ' ' || text.bytes()[gap - 1] == '\t')) {
        gap--;
      }
      boolean isFirst = gap == 0 || text.bytes()[gap - 1] == '\n';
      if (argument == call.arguments().get(0)) {
        return new ArrayList<>();
      }
      String lead = (isFirst ? "" : lineEnd()) + blanks(indent);
      edits.add(new Edit(text.path(), new Span(gap, start), lead));
      column = indent + (columnAt(operand.start()) - columnAt(start));
    }
    StringBuilder replacement = new StringBuilder();
    int at = column;
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        boolean isBroken = i >= pieces.size() - broken;
        int next = open.isEmpty() ? further : open.get(open.size() - 1);
        replacement.append(isBroken ? lineEnd() + blanks(next) : " ");
        at = isBroken ? next : at + 1;
      }
      for (char c : pieces.get(i).toCharArray()) {
        at++;
        if (c == '(') {
          open.add(at);
        } else if (c == ')' && !open.isEmpty()) {
          open.remove(open.size() - 1);
        }
      }
      replacement.append(pieces.get(i));
    }
    edits.add(new Edit(text.path(), operand, replacement.toString()));
    return edits;
  }

  /** Behind the call's parenthesis. */
  private int aligned() {
    return columnAt(call.arguments().get(0).span().start());
  }

  private int indented() {
    return indented(text, call);
  }

  /** The column two tabs further than the statement. */
  static int indented(SourceText text, Expr.Call call) {
    String line = text.text(text.lineSpan(text.line(call.span().start())));
    return (width(line.substring(0, line.length() - line.stripLeading().length())) / TAB + 2) * TAB;
  }

  /** The column in which the call's arguments go on already, else behind its parenthesis. */
  private int continued() {
    int first = call.arguments().get(0).span().start();
    for (Expr other : call.arguments()) {
      int start = other.span().start();
      if (text.line(start) > text.line(first) && isFirstOnLine(start)) {
        return columnAt(start);
      }
    }
    return aligned();
  }

  private boolean isFirstOnLine(int offset) {
    int i = offset;
    while (i > 0 && (text.bytes()[i - 1] == ' ' || text.bytes()[i - 1] == '\t')) {
      i--;
    }
    return i == 0 || text.bytes()[i - 1] == '\n';
  }

  private boolean fits(List<Edit> edits, int limit) {
    int from = text.lineSpan(text.line(call.span().start())).start();
    int to = text.lineSpan(text.line(call.span().end())).end();
    StringBuilder after = new StringBuilder();
    int at = from;
    for (Edit edit : edits) {
      after.append(text.text(new Span(at, edit.span().start()))).append(edit.replacement());
      at = edit.span().end();
    }
    after.append(text.text(new Span(at, to)));
    String before = text.text(new Span(from, to));
    for (String line : after.toString().split("\n", -1)) {
      if (width(line) > limit && !List.of(before.split("\n", -1)).contains(line)) {
        return false;
      }
    }
    return true;
  }

  /** The line end of this file: {@code \r\n} where the call's line has it. */
  private String lineEnd() {
    return lineEnd(text, call.span().start());
  }

  static String lineEnd(SourceText text, int offset) {
    byte[] bytes = text.bytes();
    int i = offset;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i > 0 && i < bytes.length && bytes[i - 1] == '\r' ? "\r\n" : "\n";
  }

  private int columnAt(int offset) {
    return column(text, offset);
  }

  /**
   * The column in which one more of a list begins, on a line of its own: that of the last line of
   * the list, or of its first where it has one line.
   */
  static int columnOfMore(SourceText text, int first, int end) {
    if (text.line(first) == text.line(end)) {
      return column(text, first);
    }
    String last = text.text(text.lineSpan(text.line(end)));
    return width(last.substring(0, last.length() - last.stripLeading().length()));
  }

  /** The column of a byte, 0-based. */
  static int column(SourceText text, int offset) {
    int start = text.lineSpan(text.line(offset)).start();
    return width(text.text(new Span(start, offset)));
  }

  /** Columns, 0 for the empty text; a carriage return takes none. */
  static int width(String line) {
    int column = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        column = (column / TAB + 1) * TAB;
      } else if (c != '\r') {
        column++;
      }
    }
    return column;
  }

  /** Tabs, then spaces, up to a column. */
  static String blanks(int column) {
    return "\t".repeat(column / TAB) + " ".repeat(column % TAB);
  }
}
