package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;

/**
 * Stores in local structs that nobody else can see: those in a struct of which a function only
 * reads and sets single fields or sets the whole, and initialisers of fields that are set anew
 * before anything else is done with the struct.
 */
final class KeptStructs {
  private final FlowContext context;
  private final Map<LocalVariable, Integer> mentions = new HashMap<>();
  private final Map<LocalVariable, Integer> accesses = new HashMap<>();
  private final Set<LocalVariable> given = new HashSet<>();
  private final Set<Overwritten> overwritten = new HashSet<>();
  private boolean isRead = true;

  private record Overwritten(int initializer, String field) {}

  private KeptStructs(FlowContext context) {
    this.context = context;
  }

  static KeptStructs of(FlowContext context) {
    KeptStructs kept = new KeptStructs(context);
    Uses uses = kept.new Uses();
    for (BasicBlock block : context.graph().blocks()) {
      List<Instruction> instructions = block.instructions();
      for (int i = 0; i < instructions.size(); i++) {
        kept.isRead &= !(instructions.get(i) instanceof Instruction.Unread);
        uses.walk(instructions.get(i));
        if (instructions.get(i) instanceof Instruction.Initialize initialize
            && initialize.value() instanceof Expr.InitList) {
          kept.findOverwritten(initialize, instructions.subList(i + 1, instructions.size()));
        }
      }
    }
    return kept;
  }

  /** Whether only this function can see what it stores in a field of the expression's variable. */
  boolean isKept(Expr.Member target) {
    return target.base() instanceof Expr.Name name
        && !target.arrow()
        && context.graph().variable(name).filter(this::isKept).isPresent();
  }

  /** Whether only this function can see what is stored in a local struct. */
  boolean isKept(LocalVariable variable) {
    return isRead
        && isStruct(variable)
        && !given.contains(variable)
        && mentions.getOrDefault(variable, 0).equals(accesses.getOrDefault(variable, 0));
  }

  /** Whether a field that a list sets is set anew before anybody can see it. */
  boolean isOverwritten(Expr.InitList list, FieldInitializers.Target target) {
    return target.steps().size() == 1
        && overwritten.contains(new Overwritten(list.span().start(), target.field()));
  }

  private static boolean isStruct(LocalVariable variable) {
    return !variable.isParameter()
        && !variable.isStatic()
        && variable.type().pointerDepth() == 0
        && !variable.type().array();
  }

  private void findOverwritten(Instruction.Initialize initialize, List<Instruction> further) {
    if (!isStruct(initialize.variable())) {
      return;
    }
    for (Instruction instruction : further) {
      Mentions here = new Mentions(initialize.variable());
      here.walk(instruction);
      Optional<String> field =
          instruction instanceof Instruction.Evaluate evaluate
              ? fieldSet(evaluate.expression(), initialize.variable())
              : Optional.empty();
      if (instruction instanceof Instruction.Unread || here.count > (field.isPresent() ? 1 : 0)) {
        return;
      }
      field.ifPresent(
          name -> overwritten.add(new Overwritten(initialize.value().span().start(), name)));
    }
  }

  /** The field of a variable that an expression sets, whatever it was. */
  private Optional<String> fieldSet(Expr expression, LocalVariable variable) {
    return expression instanceof Expr.Assign assign
            && assign.compound().isEmpty()
            && assign.target() instanceof Expr.Member member
            && !member.arrow()
            && variableOf(member.base()).filter(variable::equals).isPresent()
        ? Optional.of(member.field())
        : Optional.empty();
  }

  private Optional<LocalVariable> variableOf(Expr expression) {
    return expression instanceof Expr.Name name ? context.graph().variable(name) : Optional.empty();
  }

  /** Counts how often a variable is named. */
  private final class Mentions extends ExprWalker {
    private final LocalVariable variable;
    private int count;

    Mentions(LocalVariable variable) {
      this.variable = variable;
    }

    @Override
    protected void onName(Expr.Name name) {
      count += variableOf(name).filter(variable::equals).isPresent() ? 1 : 0;
    }
  }

  /** Notes how each variable is used. */
  private final class Uses extends ExprWalker {
    @Override
    protected void onName(Expr.Name name) {
      variableOf(name).ifPresent(variable -> mentions.merge(variable, 1, Integer::sum));
    }

    @Override
    protected void onAccess(Expr accessed) {
      if (accessed instanceof Expr.Member member && !member.arrow()) {
        variableOf(member.base())
            .ifPresent(
                variable -> {
                  accesses.merge(variable, 1, Integer::sum);
                  if (!isPlain(member)) {
                    given.add(variable);
                  }
                });
      }
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      variableOf(assign.target()).ifPresent(variable -> accesses.merge(variable, 1, Integer::sum));
    }

    /** Whether a field is certainly no array, which would be its address. */
    private boolean isPlain(Expr.Member member) {
      return context
          .types()
          .ownerOf(member, context.graph(), context.file())
          .struct()
          .flatMap(s -> context.types().fieldType(s, member.field(), context.file()))
          .filter(type -> !type.array())
          .isPresent();
    }

    @Override
    protected void onAddress(Expr operand) {
      giveAway(operand);
    }

    @Override
    protected void onCall(Expr.Call call) {
      if (CallStores.mayAssign(call, context)) {
        call.arguments().forEach(this::giveAway);
      }
    }

    private void giveAway(Expr whole) {
      Expr inner = Places.plain(whole);
      while (inner instanceof Expr.Member || inner instanceof Expr.Index) {
        inner =
            Places.plain(
                inner instanceof Expr.Member member ? member.base() : ((Expr.Index) inner).array());
      }
      variableOf(inner).ifPresent(given::add);
    }
  }
}
