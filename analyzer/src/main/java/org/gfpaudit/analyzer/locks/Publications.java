package org.gfpaudit.analyzer.locks;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which instructions make an object known to others: they store a pointer to it outside of it, or
 * hand it to what does. Errs towards yes. For one thread.
 */
final class Publications {
  /** So many functions down it is looked at whether an object is made known. */
  private static final int MAX_DEPTH = 8;

  private final Model model;
  private final boolean mayBeFound;
  private final Map<Parameter, Boolean> known = new HashMap<>();

  private record Parameter(Entity function, int index) {}

  /**
   * @param mayBeFound whether it does not count that a new inode can be found by its number
   */
  Publications(Model model, boolean mayBeFound) {
    this.model = model;
    this.mayBeFound = mayBeFound;
  }

  /** Whether one of some instructions of a function makes known what a variable points to. */
  boolean areAmong(
      Collection<Instruction> instructions,
      LocalVariable object,
      ControlFlowGraph graph,
      Entity entity) {
    return instructions.stream()
        .anyMatch(each -> makesKnown(each, object, new In(graph, entity, 0)));
  }

  /** The variable that points to the object that a value points to, or into. */
  static Optional<LocalVariable> base(Expr value, ControlFlowGraph graph) {
    Expr at = value;
    boolean isAddress = false;
    while (true) {
      if (at instanceof Expr.Cast cast) {
        at = cast.operand();
      } else if (at instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
        isAddress = true;
        at = unary.operand();
      } else if (isAddress && at instanceof Expr.Member member) {
        // Past an arrow stands the pointer to the object.
        isAddress = !member.arrow();
        at = member.base();
      } else {
        return at instanceof Expr.Name name ? graph.variable(name) : Optional.empty();
      }
    }
  }

  /**
   * Where an instruction stands.
   *
   * @param depth how many functions the object was handed through
   */
  private record In(ControlFlowGraph graph, Entity entity, int depth) {}

  /** Whether an instruction may let others know of an object that a variable points to. */
  private boolean makesKnown(Instruction instruction, LocalVariable object, In in) {
    boolean[] isKnown = new boolean[1];
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        isKnown[0] = isKnown[0] || makesKnown(call, object, in);
      }

      @Override
      protected void onAssign(Expr.Assign assign) {
        // What is kept in the object itself stays with it.
        isKnown[0] |=
            pointsTo(assign.value(), object, in.graph())
                && !pointsInto(assign.target(), object, in.graph());
      }
    }.walk(instruction);
    return isKnown[0]
        || (instruction instanceof Instruction.Initialize initialize
            && pointsTo(initialize.value(), object, in.graph()));
  }

  private static boolean pointsTo(Expr value, LocalVariable object, ControlFlowGraph graph) {
    return base(value, graph).filter(object::equals).isPresent();
  }

  private static boolean pointsInto(Expr place, LocalVariable object, ControlFlowGraph graph) {
    Expr at = place;
    while (at instanceof Expr.Member || at instanceof Expr.Index) {
      at = at instanceof Expr.Member member ? member.base() : ((Expr.Index) at).array();
    }
    return !place.equals(at)
        && at instanceof Expr.Name name
        && graph.variable(name).filter(object::equals).isPresent();
  }

  private boolean makesKnown(Expr.Call call, LocalVariable object, In in) {
    String name = call.calledName().map(Expr.Name::text).orElse("");
    for (int i = 0; i < call.arguments().size(); i++) {
      if (pointsTo(call.arguments().get(i), object, in.graph())
          && (name.isEmpty()
              || publishes(name, call)
              || isHandedOn(name, call.arguments().get(i), i, in))) {
        return true;
      }
    }
    return false;
  }

  private boolean publishes(String name, Expr.Call call) {
    boolean isRun = false;
    for (int i = 0; i < call.arguments().size(); i++) {
      isRun |= model.knowledge().callback(name, i).isPresent();
    }
    Optional<ReclaimWord> word = model.knowledge().reclaim().word(name);
    return isRun
        || word.map(ReclaimWord::kind)
            .filter(
                kind ->
                    kind == ReclaimWord.Kind.PUBLISHES
                        || (kind == ReclaimWord.Kind.PUBLISHES_NEW && !mayBeFound)
                        || kind == ReclaimWord.Kind.TIES_DENTRY
                        || kind == ReclaimWord.Kind.QUEUE
                        || kind == ReclaimWord.Kind.ALLOCATES)
            .isPresent();
  }

  /** Whether a function of the same code makes known what it is handed; too deep counts as such. */
  private boolean isHandedOn(String name, Expr argument, int index, In in) {
    for (Entity callee : model.aliases().resolveIn(in.entity(), name)) {
      if (model.index().kind(callee) == EntityKind.FUNCTION_MACRO
          && argument instanceof Expr.Name
          && setsArgument(callee, index)) {
        return true;
      }
      if (model.index().kind(callee) == EntityKind.FUNCTION
          && directory(callee).equals(directory(in.entity()))
          && (in.depth() >= MAX_DEPTH
              || makesKnown(new Parameter(callee, index), in.depth() + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a macro may set the variable that is its argument. */
  private boolean setsArgument(Entity macro, int index) {
    String text = model.program().textOf(macro).text(model.index().extent(macro));
    int open = text.indexOf('(');
    int close = text.indexOf(')', open);
    if (open < 0 || close < 0) {
      return true;
    }
    String[] names = text.substring(open + 1, close).split(",", -1);
    if (index >= names.length) {
      return true;
    }
    String name = Pattern.quote(names[index].replace("\\", " ").strip());
    return Pattern.compile("(?<![\\w>.])" + name + "\\s*\\)?\\s*=(?!=)")
        .matcher(text.substring(close))
        .find();
  }

  private boolean makesKnown(Parameter parameter, int depth) {
    Boolean isKnown = known.get(parameter);
    if (isKnown == null) {
      known.put(parameter, false); // Recursion brings nothing new.
      isKnown = false;
      for (ControlFlowGraph graph : model.program().graphs(parameter.function())) {
        Optional<LocalVariable> local =
            graph.parameters().stream()
                .filter(each -> each.parameterIndex() == parameter.index())
                .findFirst();
        In inside = new In(graph, parameter.function(), depth);
        isKnown |=
            local.isPresent()
                && graph.blocks().stream()
                    .flatMap(block -> block.instructions().stream())
                    .anyMatch(each -> makesKnown(each, local.get(), inside));
      }
      known.put(parameter, isKnown);
    }
    return isKnown;
  }

  private String directory(Entity entity) {
    String path = model.program().path(entity);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
