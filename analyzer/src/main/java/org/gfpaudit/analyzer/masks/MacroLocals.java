package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/**
 * Variables that macros declare, in whose scope a function uses them: {@code #define TRY(call) ({
 * gfp_t gfp = GFP_NOWAIT; (call); })} and {@code #define MASK(name) gfp_t name = GFP_KERNEL}. Such
 * a variable is the join of all that the macro sets it to; where the macro or the function does
 * anything else with it, it is unknown too.
 */
final class MacroLocals {
  /** What stands behind a variable that is set: {@code =} and a value of names and bars. */
  private static final Pattern SET =
      Pattern.compile("\\s*=\\s*([A-Za-z_][\\w\\s|]*?)\\s*(?=[;,})]|$)");

  private static final Pattern DECLARED = Pattern.compile("(?s).*[\\w*]\\s+\\*?");
  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

  private final FlowContext context;
  private final MaskEvaluator evaluator;

  MacroLocals(FlowContext context, MaskEvaluator evaluator) {
    this.context = context;
    this.evaluator = evaluator;
  }

  /** What a name can be that is none at file scope; empty where no macro is seen to declare it. */
  Optional<MaskValue> value(Expr.Name name) {
    if (!context.settingMacros().maySet(name.text(), context)) {
      return Optional.empty();
    }
    Uses uses = new Uses(name);
    for (BasicBlock block : context.graph().blocks()) {
      block.instructions().forEach(uses::walk);
    }
    return uses.isDeclared ? Optional.of(uses.value) : Optional.empty();
  }

  /** Gathers what is done with one name. */
  private final class Uses extends ExprWalker {
    private final Expr.Name name;
    private MaskValue value = MaskValue.bottom();
    private boolean isDeclared;

    Uses(Expr.Name name) {
      this.name = name;
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      if (isIt(assign.target())) {
        lose("it is set beside the macro that declares it");
      }
    }

    @Override
    protected void onAddress(Expr operand) {
      if (isIt(operand)) {
        lose("its address is taken");
      }
    }

    @Override
    protected void onCall(Expr.Call call) {
      for (Entity macro : SettingMacros.calledMacros(call, context)) {
        new Body(macro, call, this).look();
      }
    }

    private boolean isIt(Expr expression) {
      return Places.plain(expression) instanceof Expr.Name other
          && other.text().equals(name.text());
    }

    private void lose(String reason) {
      value = value.join(evaluator.unknown(name.text() + ": " + reason, name.span()));
    }
  }

  /** The text of one macro, and the call that it is used by. */
  private final class Body {
    private final Entity macro;
    private final Expr.Call call;
    private final Uses uses;
    private final int start;
    private final String text;
    private final List<String> parameters;

    Body(Entity macro, Expr.Call call, Uses uses) {
      this.macro = macro;
      this.call = call;
      this.uses = uses;
      MacroDefinition definition = context.program().macro(macro).variants().get(0).tree();
      this.parameters = definition.parameters().orElse(List.of());
      Span extent = context.program().index().extent(macro);
      String whole = context.program().textOf(macro).text(extent);
      int close = whole.indexOf(')');
      this.start = extent.start() + close + 1;
      this.text = whole.substring(close + 1);
    }

    void look() {
      List<String> names = new ArrayList<>();
      if (!parameters.contains(uses.name.text())) {
        names.add(uses.name.text());
      }
      for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
        if (uses.isIt(call.arguments().get(i))) {
          names.add(parameters.get(i));
        }
      }
      names.forEach(this::look);
    }

    private void look(String written) {
      Matcher word = Pattern.compile("(?<![\\w.#>])" + written + "\\b").matcher(text);
      while (word.find()) {
        Matcher set = SET.matcher(text).region(word.end(), text.length());
        if (set.lookingAt()) {
          uses.isDeclared |= DECLARED.matcher(text.substring(0, word.start())).matches();
          MaskValue sum = MaskValue.zero();
          for (String part : BAR.splitAsStream(set.group(1)).toList()) {
            sum = sum.or(part(part, set.start(1)));
          }
          uses.value = uses.value.join(sum);
        } else {
          uses.lose("a macro does more with it than to set it");
        }
      }
    }

    private MaskValue part(String part, int at) {
      int parameter = parameters.indexOf(part);
      if (parameter >= 0 && parameter < call.arguments().size()) {
        Expr argument = call.arguments().get(parameter);
        return uses.isIt(argument) ? MaskValue.bottom() : evaluator.evaluate(argument);
      }
      Origin origin = new Origin(context.program().place(macro, start + at), part);
      return context.globals().value(part, context.program().index().fileOf(macro), origin);
    }
  }
}
