package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.ChangedFunction;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.knowledge.Constrainer;

/**
 * Takes bits out of a mapping's mask again after a setter that has given them back, as upstream did
 * for the symlinks of nilfs2.
 */
final class GivenBackMend {
  private static final int LINE = 80;

  private static final Pattern BIT = Pattern.compile("__GFP_\\w+");

  private GivenBackMend() {}

  static Fix fix(Finding finding, PatchContext context) throws NoFixException {
    StatementMends.Found setter = StatementMends.Found.at(finding.place(), context);
    SourceText text = context.program().textOf(setter.entity());
    Optional<Constrainer> row =
        setter
            .at()
            .call()
            .calledName()
            .flatMap(name -> context.model().knowledge().constrainer(name.text()));
    List<String> bits = bits(finding);
    if (row.isEmpty() || bits.isEmpty()) {
      throw new NoFixException(
          "what sets the mask is not known; take the bits out again after it by hand");
    }
    boolean isOfInode = row.get().target() == Constrainer.Target.INODE;
    if (!isOfInode && row.get().mask().isPresent()) {
      return withoutBits(finding, setter, row.get().mask().getAsInt(), bits, text);
    }
    Optional<Stmt.Expression> statement = setter.at().statement();
    Expr inode = setter.at().call().arguments().get(0);
    String mapping = mapping(text.textOnOneLine(inode.span()), inode, isOfInode);
    String kept = context.constrained(mapping, without(bits));
    String call = setterOfMappings(context) + "(";
    String wanted = call + mapping + ", " + kept + ");";
    if (statement.isEmpty()) {
      throw new NoFixException(
          "the setter is no statement of its own in braces; put '" + wanted + "' after it by hand");
    }
    if (!MappingExpression.isPure(inode, context)) {
      throw new NoFixException(
          "the inode is computed in the call; keep it in a variable, and put '"
              + wanted
              + "' after the setter by hand");
    }
    Span line = text.lineSpan(text.line(statement.get().span().start()));
    String indent = text.text(new Span(line.start(), statement.get().span().start()));
    Span lines = StatementMends.lines(statement.get().span(), text);
    String end = CallLayout.lineEnd(text, line.start());
    String added = written(indent, call + mapping + ",", kept, context.mostColumns(), end) + end;
    String said =
        indent
            + "/* "
            + finding.flagged().callee()
            + "() gives "
            + String.join(" and ", bits)
            + " back. */"
            + end;
    return fix(finding, Edit.insert(text.path(), lines.end(), said + added), bits);
  }

  private static List<String> bits(Finding finding) {
    // The message names them before the mapping, whose text comes from the tree.
    String message = finding.message();
    int end = message.indexOf(" back into");
    List<String> bits = new ArrayList<>();
    Matcher bit = BIT.matcher(end < 0 ? "" : message.substring(0, end));
    while (bit.find()) {
      bits.add(bit.group());
    }
    return bits;
  }

  private static String without(List<String> bits) {
    return bits.size() == 1 ? "~" + bits.get(0) : "~(" + String.join(" | ", bits) + ")";
  }

  private static String mapping(String written, Expr inode, boolean isOfInode) {
    if (!isOfInode) {
      return written;
    }
    if (inode instanceof Expr.Unary) {
      // The address of a member is that member.
      return written.startsWith("&")
          ? written.substring(1) + ".i_mapping"
          : "(" + written + ")->i_mapping";
    }
    return written + "->i_mapping";
  }

  /** The setter whose constant loses the bits. */
  private static Fix withoutBits(
      Finding finding,
      StatementMends.Found setter,
      int position,
      List<String> bits,
      SourceText text)
      throws NoFixException {
    List<Expr> arguments = setter.at().call().arguments();
    Expr mask = position < arguments.size() ? arguments.get(position) : arguments.get(0);
    String written = text.textOnOneLine(mask.span());
    if (!(mask instanceof Expr.Name)) {
      throw new NoFixException(
          "the mask is put together; add '& " + without(bits) + "' to it by hand");
    }
    return fix(finding, new Edit(text.path(), mask.span(), written + " & " + without(bits)), bits);
  }

  private static Fix fix(Finding finding, Edit edit, List<String> bits) {
    String names = String.join(" and ", bits);
    return new Fix(
        List.of(finding),
        List.of(edit),
        List.of(ChangedFunction.at(finding.place())),
        "keep " + names + " out of the mapping's mask in " + finding.place().function() + "()",
        List.of(
            "Take " + names + " out again after that.",
            "What the setter says of the memory that the pages may lie in stays as it is."));
  }

  /** The function that sets any mask of a mapping. */
  private static String setterOfMappings(PatchContext context) throws NoFixException {
    return context.model().knowledge().constrainers().stream()
        .filter(row -> row.target() == Constrainer.Target.MAPPING && row.mask().isPresent())
        .map(Constrainer::name)
        .filter(context::isDefined)
        .findFirst()
        .orElseThrow(
            () ->
                new NoFixException(
                    "this tree has no function that sets a mask; take the bits out by hand"));
  }

  /** The statement, its arguments one below the other where they do not fit on a line. */
  private static String written(String indent, String head, String kept, int limit, String end) {
    String one = indent + head + " " + kept + ");";
    if (CallLayout.width(one) <= LINE) {
      return one;
    }
    int aligned = CallLayout.width(indent) + head.indexOf('(') + 1;
    int comma = kept.indexOf(", ");
    boolean isShort = aligned + kept.length() + 2 <= (comma < 0 ? limit : LINE);
    String second = indent + head + end + CallLayout.blanks(aligned);
    if (isShort) {
      return second + kept + ");";
    }
    int inner = aligned + kept.indexOf('(') + 1;
    return second
        + kept.substring(0, comma + 1)
        + end
        + CallLayout.blanks(inner)
        + kept.substring(comma + 2)
        + ");";
  }
}
