package org.gfpaudit.analyzer.locks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which locks lie in an object that nobody else knows of yet: it was allocated on the way to where
 * the lock is taken, and not made known before. Reclaim cannot come to such a lock. An inode that
 * others can find while it is new is locked by nobody either, for they wait until it is set up. An
 * object is followed to parameters where every caller hands one in, and from a function that
 * returns it. For one thread.
 */
public final class Unpublished {
  private static final int MAX_DEPTH = 8;

  private final Model model;
  private final Wholes wholes;
  private final Publications publications;
  private final NewInodes newInodes;
  private final Known known;
  private final Map<Parameter, Boolean> parameters = new HashMap<>();

  /** Who may know of an object beside the task that made it. */
  public enum Known {
    /** Nobody. */
    TO_NOBODY,
    /** Who finds an inode by its number, which waits until it is no longer new. */
    WHILE_NEW
  }

  private record Parameter(Entity function, int index) {}

  /** A call in one configuration. */
  private record Call(Expr.Call call, ControlFlowGraph graph, Entity entity) {}

  /**
   * @param known who may know of an object
   */
  public Unpublished(Model model, Known known) {
    this.model = model;
    this.known = known;
    this.wholes = new Wholes(model);
    this.publications = new Publications(model, known == Known.WHILE_NEW);
    this.newInodes = new NewInodes(model);
  }

  /** Whether a held lock is one of an object that nobody else can lock. */
  public boolean isUnpublished(HeldLock lock) {
    List<CallSite> way = lock.way();
    int argument = 0;
    for (int i = way.size() - 1; i >= 0; i--) {
      Optional<Call> call = call(way.get(i));
      int asked = argument;
      Optional<LocalVariable> object = call.flatMap(c -> base(c, argument(c, asked)));
      if (object.isEmpty()) {
        return false;
      }
      if (!object.get().isParameter() || i == 0) {
        return isFresh(object.get(), call.get(), 0);
      }
      argument = object.get().parameterIndex();
    }
    return false;
  }

  private int argument(Call call, int asked) {
    // A guard names its class first, unless that is called apart.
    boolean isGuard =
        call.call().arguments().size() == 2
            && call.call()
                .calledName()
                .filter(name -> model.knowledge().isIdiom(Idiom.Kind.GUARD, name.text()))
                .isPresent();
    return isGuard ? 1 : asked;
  }

  /** The variable that points to the object an argument is a part of. */
  private static Optional<LocalVariable> base(Call call, int argument) {
    return argument < call.call().arguments().size()
        ? Publications.base(call.call().arguments().get(argument), call.graph())
        : Optional.empty();
  }

  private Optional<Call> call(CallSite site) {
    return calls(site.entity()).stream()
        .filter(
            call ->
                HeldCall.site(call.call(), site.entity()).offset() == site.offset()
                    || call.call().span().start() == site.offset())
        .filter(call -> !call.call().arguments().isEmpty())
        .findFirst();
  }

  private List<Call> calls(Entity entity) {
    List<Call> calls = new ArrayList<>();
    for (ControlFlowGraph graph : model.program().graphs(entity)) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          calls.add(new Call(call, graph, entity));
        }
      }.walk(graph);
    }
    return calls;
  }

  /** Whether every caller hands in an object that nobody else knows of. */
  private boolean isFresh(Parameter parameter, int depth) {
    Boolean isFresh = parameters.get(parameter);
    if (isFresh == null) {
      // What calls itself brings nothing new.
      parameters.put(parameter, true);
      isFresh = depth < MAX_DEPTH && find(parameter, depth);
      parameters.put(parameter, isFresh);
    }
    return isFresh;
  }

  private boolean find(Parameter parameter, int depth) {
    Entity function = parameter.function();
    if (model.index().kind(function) != EntityKind.FUNCTION
        || !model.index().addressTakers(model.index().nameOf(function)).isEmpty()
        || !model.index().initializersWithValue(model.index().nameOf(function)).isEmpty()) {
      return false;
    }
    boolean isCalled = false;
    String name = model.program().name(function);
    for (Entity caller : model.aliases().callers(function)) {
      if (!model.visibility().sees(model.index().fileOf(caller), function)) {
        continue;
      }
      boolean isFound = false;
      for (Call call : calls(caller)) {
        if (call.call().calledName().filter(called -> called.text().equals(name)).isPresent()) {
          isFound = true;
          if (!isFreshArgument(call, parameter.index(), depth)) {
            return false;
          }
        }
      }
      if (!isFound) {
        return false;
      }
      isCalled = true;
    }
    return isCalled;
  }

  private boolean isFreshArgument(Call call, int index, int depth) {
    Optional<LocalVariable> object = base(call, index);
    return object.isPresent() && isFresh(object.get(), call, depth);
  }

  /** Whether a variable points, at a call, to an object that was made known to nobody before. */
  private boolean isFresh(LocalVariable object, Call call, int depth) {
    Optional<Backwards> before = Backwards.from(call.call(), object, call.graph());
    if (before.isEmpty()
        || publications.areAmong(before.get().passed(), object, call.graph(), call.entity())) {
      return false;
    }
    boolean isHanded =
        !before.get().isFromEntry()
            || (object.isParameter()
                && isFresh(new Parameter(call.entity(), object.parameterIndex()), depth + 1));
    boolean isSet = before.get().isFromEntry() || !before.get().values().isEmpty();
    return isHanded
        && isSet
        && before.get().values().stream()
            .allMatch(
                value ->
                    isNew(value, call.entity(), depth)
                        || holdsNewInode(value, call, depth)
                        || isFoundNew(value, object, call));
  }

  /** Whether a value is an inode that was looked up and found to be new, and told of to nobody. */
  private boolean isFoundNew(Expr value, LocalVariable object, Call call) {
    return known == Known.WHILE_NEW
        && newInodes.isFound(value)
        && newInodes.isTested(object, call.call(), call.graph());
  }

  private boolean isNew(Expr value, Entity at, int depth) {
    if (value instanceof Expr.Cast cast) {
      return isNew(cast.operand(), at, depth);
    }
    Optional<String> name =
        value instanceof Expr.Call call ? call.calledName().map(Expr.Name::text) : Optional.empty();
    return name.isPresent()
        && (allocates(name.get()) || (depth < MAX_DEPTH && returnsNew(at, name.get(), depth + 1)));
  }

  /** Whether a value is what the inode lies in that a variable points to, a new one. */
  private boolean holdsNewInode(Expr value, Call call, int depth) {
    if (!(value instanceof Expr.Call way)
        || way.arguments().size() != 1
        || !(way.arguments().get(0) instanceof Expr.Name inode)
        || way.calledName()
            .filter(name -> wholes.areReturned(call.entity(), name.text()))
            .isEmpty()) {
      return false;
    }
    return call.graph()
        .variable(inode)
        .filter(local -> depth < MAX_DEPTH && isFresh(local, call, depth + 1))
        .isPresent();
  }

  private boolean allocates(String name) {
    return model.knowledge().rawSink(name).isPresent()
        || model.knowledge().reclaim().is(ReclaimWord.Kind.ALLOCATES, name)
        || model.knowledge().reclaim().is(ReclaimWord.Kind.ALLOCATES_INODE, name);
  }

  /** Whether all that a function returns is a new object, beside nothing and errors. */
  private boolean returnsNew(Entity caller, String name, int depth) {
    List<Entity> callees = model.aliases().resolveIn(caller, name);
    return !callees.isEmpty() && callees.stream().allMatch(callee -> returnsNew(callee, depth));
  }

  private boolean returnsNew(Entity callee, int depth) {
    boolean isFound = false;
    if (model.index().kind(callee) == EntityKind.FUNCTION) {
      for (ControlFlowGraph graph : model.program().graphs(callee)) {
        for (Instruction.Return result : Backwards.returns(graph)) {
          Optional<LocalVariable> local =
              result.value() instanceof Expr.Name name ? graph.variable(name) : Optional.empty();
          if (local.isPresent()) {
            Optional<Backwards> before = Backwards.from(result, local.get(), graph);
            boolean isNew =
                before.isPresent()
                    && !before.get().isFromEntry()
                    && !publications.areAmong(before.get().passed(), local.get(), graph, callee)
                    && before.get().values().stream().anyMatch(value -> !isNothing(value))
                    && before.get().values().stream()
                        .allMatch(value -> isNothing(value) || isNew(value, callee, depth));
            if (!isNew) {
              return false;
            }
            isFound = true;
          } else if (!isNothing(result.value())) {
            return false;
          }
        }
      }
    }
    return isFound;
  }

  /** No object: {@code NULL}, or an error. */
  private boolean isNothing(Expr value) {
    return value instanceof Expr.Name name
        ? name.text().equals("NULL")
        : value instanceof Expr.Call call
            && call.calledName()
                .filter(name -> model.knowledge().isIdiom(Idiom.Kind.ERROR, name.text()))
                .isPresent();
  }
}
