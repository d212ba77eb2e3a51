package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.analyzer.lower.Lowering;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** The function that a call stands in, in the first configuration that holds the call. */
final class FunctionBody {
  /** Fields that hold one mapping for as long as their struct lives. */
  private static final Set<String> STEADY_FIELDS =
      Set.of("i_mapping", "i_data", "f_mapping", "bd_mapping", "bd_inode");

  private static final Pattern LOUD = Pattern.compile("[A-Z][A-Z0-9_]+");

  private final FunctionDefinition definition;
  private final SourceText text;
  private final FunctionText facts;
  private final ControlFlowGraph graph;
  private final FunctionText.CallPlace call;

  private FunctionBody(
      FunctionDefinition definition,
      SourceText text,
      FunctionText facts,
      FunctionText.CallPlace call) {
    this.definition = definition;
    this.text = text;
    this.facts = facts;
    this.graph = Lowering.lower(definition, KnownCalls.NONE);
    this.call = call;
  }

  /** The body around a judged call; empty where no configuration shows it as a call. */
  static Optional<FunctionBody> around(JudgedCall judged, PatchContext context) {
    Parsed<FunctionDefinition> function = context.program().function(judged.entity());
    SourceText text = context.program().textOf(judged.entity());
    Span at = judged.at();
    for (Parsed.Variant<FunctionDefinition> variant : function.variants()) {
      FunctionText facts = FunctionText.of(variant.tree(), context::asksForTruth);
      for (FunctionText.CallPlace place : facts.calls()) {
        if (place.call().callee().span().equals(at)) {
          return Optional.of(new FunctionBody(variant.tree(), text, facts, place));
        }
      }
    }
    return Optional.empty();
  }

  /** The body around a call that was found. */
  static FunctionBody of(StatementMends.Found found, PatchContext context) {
    return new FunctionBody(
        found.definition(), context.program().textOf(found.entity()), found.facts(), found.at());
  }

  /** The text of its file. */
  SourceText source() {
    return text;
  }

  Expr.Call call() {
    return call.call();
  }

  /** Whether a condition decides on the call. */
  boolean isOptional() {
    return call.isOptional();
  }

  /** The statement that the call is, where it stands alone in a block. */
  Optional<Stmt.Expression> statement() {
    return call.statement();
  }

  FunctionDefinition definition() {
    return definition;
  }

  FunctionText facts() {
    return facts;
  }

  ControlFlowGraph graph() {
    return graph;
  }

  String text(Expr expression) {
    return text.textOnOneLine(expression.span());
  }

  /** The argument of the call that is written as {@code wanted}, on one line. */
  Optional<Expr> argument(String wanted) {
    return wanted.isEmpty()
        ? Optional.empty()
        : call().arguments().stream().filter(a -> text(a).equals(wanted)).findFirst();
  }

  /**
   * Where a declaration belongs: behind the function's leading declarations. Empty where directives
   * stand among them.
   */
  Optional<DeclarationPlace> declarationPlace() {
    List<Stmt> statements = definition.body().statements();
    int first = definition.body().span().start();
    int last = first + 1;
    int count = 0;
    while (count < statements.size() && statements.get(count) instanceof Stmt.Declare declare) {
      last = declare.span().end();
      count++;
    }
    byte[] bytes = text.bytes();
    int line = endOfLine(bytes, last);
    boolean isAlone = count == statements.size() || statements.get(count).span().start() > line;
    String before = text.text(new Span(first, Math.min(line + 1, bytes.length)));
    if (!isAlone || before.contains("\n#") || line >= bytes.length) {
      return Optional.empty();
    }
    int next = line + 1;
    boolean isBlank = next < bytes.length && (bytes[next] == '\n' || bytes[next] == '\r');
    boolean isMacro = count < statements.size() && looksLikeDeclaration(statements.get(count));
    boolean isDirective = next < bytes.length && bytes[next] == '#';
    return isDirective
        ? Optional.empty()
        : Optional.of(new DeclarationPlace(next, count > 0, isBlank || isMacro));
  }

  /** Where the line ends that {@code from} is in, or that which a comment of several begins in. */
  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    boolean isInComment = false;
    while (at < bytes.length && (isInComment || bytes[at] != '\n')) {
      boolean isMark = at + 1 < bytes.length && bytes[at] == (isInComment ? '*' : '/');
      if (isMark && bytes[at + 1] == (isInComment ? '/' : '*')) {
        isInComment = !isInComment;
        at++;
      } else if (isMark && bytes[at + 1] == '/' && !isInComment) {
        while (at + 1 < bytes.length && bytes[at + 1] != '\n') {
          at++;
        }
      }
      at++;
    }
    return at;
  }

  /** A macro that declares is written like one: {@code DEFINE_WAIT(wait);}. */
  private static boolean looksLikeDeclaration(Stmt statement) {
    return statement instanceof Stmt.Expression alone
        && alone.expression() instanceof Expr.Call call
        && call.calledName().filter(name -> LOUD.matcher(name.text()).matches()).isPresent();
  }

  /**
   * A place between lines.
   *
   * @param offset of the first byte of the line behind it
   * @param hasOthers whether declarations stand before it
   * @param isBlankBehind whether the line behind it is empty, or declares something by a macro
   */
  record DeclarationPlace(int offset, boolean hasOthers, boolean isBlankBehind) {}

  /**
   * Whether {@code expression} means the same from the leading declarations on: it is made of
   * parameters and of variables that are set where they are declared, none of which is written or
   * asked whether it is there.
   */
  boolean isSteady(Expr expression, int offset) {
    if (expression instanceof Expr.Name name) {
      return isSteadyName(name, offset);
    }
    if (expression instanceof Expr.Member member) {
      // What other code may change in the meantime is not steady: a dentry gets its inode.
      return STEADY_FIELDS.contains(member.field())
          && !facts.isWritten("." + member.field())
          && isSteady(member.base(), offset);
    }
    if (expression instanceof Expr.Unary unary) {
      return isSteady(unary.operand(), offset);
    }
    return false;
  }

  private boolean isSteadyName(Expr.Name name, int offset) {
    if (facts.isWritten(name.text()) || facts.isTested(name.text())) {
      return false;
    }
    boolean isParameter =
        definition.parameters().stream().anyMatch(p -> p.name().equals(name.text()));
    List<Declaration.Variable> declared =
        facts.variables().stream().filter(v -> v.name().equals(name.text())).toList();
    return (isParameter && declared.isEmpty())
        || (declared.size() == 1
            && !isParameter
            && declared.get(0).initializer().isPresent()
            && declared.get(0).nameSpan().start() < offset);
  }

  /** What a local variable is set to where it is declared, if it is never written again. */
  Optional<Expr> onlyValue(String name) {
    List<Declaration.Variable> declared =
        facts.variables().stream().filter(v -> v.name().equals(name)).toList();
    return declared.size() == 1 && !facts.isWritten(name)
        ? declared.get(0).initializer()
        : Optional.empty();
  }

  /**
   * What those calls were handed whose results the call is handed: the page's allocation is one.
   */
  List<Expr> allocatedPages() {
    return call().arguments().stream()
        .filter(Expr.Name.class::isInstance)
        .flatMap(name -> facts.assigned(((Expr.Name) name).text()).stream())
        .filter(made -> !made.arguments().isEmpty())
        .flatMap(made -> made.arguments().stream())
        .toList();
  }

  /** The first of {@code names} that the function does not use. */
  Optional<String> freeName(Set<String> names) {
    return names.stream().filter(name -> !facts.holds(name)).findFirst();
  }
}
