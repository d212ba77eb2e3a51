package org.gfpaudit.analyzer.diagnose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.locks.HeldCall;
import org.gfpaudit.analyzer.locks.HeldLock;
import org.gfpaudit.analyzer.locks.LockHolders;
import org.gfpaudit.analyzer.locks.LockState;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskBits;

/** The half of a report in which memory is asked for: who holds the lock, and what is open. */
final class HeldSide {
  /** How far below a function what takes the lock for it is looked for. */
  private static final int MOST_CALLS_TO_A_LOCK = 3;

  private static final int MOST_CANDIDATES = 3_000;

  private final Model model;
  private final Acquisitions acquisitions;
  private final Scopes scopes;
  private final FoundStack stack;
  private final int actor;

  HeldSide(Model model, Acquisitions acquisitions, Scopes scopes, FoundStack stack, int actor) {
    this.model = model;
    this.acquisitions = acquisitions;
    this.scopes = scopes;
    this.stack = stack;
    this.actor = actor;
  }

  /**
   * Who holds the lock.
   *
   * @param frame the function of the stack that has it where it calls the next one
   */
  record Holder(int frame, HeldLock lock) {}

  /** The innermost function of the stack that holds a lock of that class at its next call. */
  Optional<Holder> holder(LockClass wanted) {
    LockHolders holders = new LockHolders(model, acquisitions, candidates());
    for (int i = Math.min(actor, stack.size() - 1); i >= 0; i--) {
      Optional<Entity> entity = stack.at(i).entity();
      Optional<CallSite> next = stack.at(i).next().flatMap(FoundStack.Way::at);
      if (entity.isEmpty() || !holders.holders().contains(entity.get())) {
        continue;
      }
      for (HeldCall call : holders.calls(entity.get(), LockState.NONE)) {
        boolean isNext = next.filter(call.at()::equals).isPresent();
        Optional<HeldLock> held =
            call.state().held().values().stream()
                .filter(lock -> lock.lock().name().equals(wanted.name()))
                .filter(lock -> isOne(lock.lock(), wanted))
                .findFirst();
        if (isNext && held.isPresent()) {
          return Optional.of(new Holder(i, held.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOne(LockClass held, LockClass wanted) {
    return held.kind() == wanted.kind()
        && (held.owner().equals(wanted.owner()) || held.owner().isEmpty());
  }

  /** The functions of the stack, and those that they call, and so on for some calls. */
  private Set<Entity> candidates() {
    Set<Entity> all = new TreeSet<>();
    for (int i = 0; i <= actor && i < stack.size(); i++) {
      stack.at(i).entity().ifPresent(all::add);
    }
    Set<Entity> level = new HashSet<>(all);
    for (int depth = 0; depth < MOST_CALLS_TO_A_LOCK; depth++) {
      Set<Entity> next = new TreeSet<>();
      for (Entity entity : new TreeSet<>(level)) {
        for (var name : model.index().calls(entity)) {
          for (Entity callee : model.aliases().resolveIn(entity, model.index().text(name))) {
            boolean isCode =
                model.index().kind(callee) == EntityKind.FUNCTION
                    || model.index().kind(callee) == EntityKind.FUNCTION_MACRO;
            if (isCode && all.size() + next.size() < MOST_CANDIDATES && !all.contains(callee)) {
              next.add(callee);
            }
          }
        }
      }
      all.addAll(next);
      level = next;
    }
    return all;
  }

  /**
   * A scope around a call of the stack.
   *
   * @param leaves what it leaves of the mask
   */
  record Scoped(CallSite at, Mask leaves) {}

  /** The call from which on a scope keeps reclaim out of the file system, if one does. */
  Optional<Scoped> scope() {
    Optional<Scoped> strongest = Optional.empty();
    for (int i = 0; i <= actor && i < stack.size(); i++) {
      Optional<CallSite> at = stack.at(i).next().flatMap(FoundStack.Way::at);
      if (at.isPresent()) {
        Mask leaves = scopes.inside(at.get(), TaskFlags.NONE).map(Mask::under).orElse(Mask.UNKNOWN);
        boolean isStronger =
            leaves == Mask.WAITS || (leaves == Mask.STARTS_IO && strongest.isEmpty());
        if (isStronger && strongest.filter(each -> each.leaves() == leaves).isEmpty()) {
          strongest = Optional.of(new Scoped(at.get(), leaves));
        }
      }
    }
    return strongest;
  }

  /** What scopes that every caller of the function that allocates has open leave of the mask. */
  Mask entered() {
    if (actor < 0 || actor >= stack.size() || stack.at(actor).entity().isEmpty()) {
      return Mask.UNKNOWN;
    }
    return Mask.under(scopes.entry(stack.at(actor).entity().get()));
  }

  /**
   * The allocating call.
   *
   * @param text as the source has it
   * @param mask what the constants say that it is handed
   */
  record Allocation(CallSite at, String text, Mask mask) {}

  /** The call with which the function that allocates asks for memory. */
  Optional<Allocation> allocation() {
    return allocation(actor);
  }

  /**
   * The call that says the mask: the allocating one, else one of those that led to it, whose
   * constant it is handed through parameters.
   */
  Optional<Allocation> masking() {
    Optional<Allocation> own = allocation();
    Optional<Allocation> outer = own;
    int frame = actor;
    while (outer.isPresent() && outer.get().mask() == Mask.UNKNOWN && frame > 0) {
      Optional<List<Integer>> parameters = handedOn(outer.get());
      frame--;
      boolean isNext = stack.at(frame).next().filter(way -> way.edges().size() == 1).isPresent();
      outer =
          parameters.isPresent() && isNext
              ? allocation(frame).map(call -> only(call, parameters.get()))
              : Optional.empty();
    }
    return outer.filter(each -> each.mask() != Mask.UNKNOWN).or(() -> own);
  }

  /** Whether a scope or a constant keeps reclaim out of file systems already. */
  boolean isWithoutFs() {
    return scope().isPresent()
        || entered().isWithoutFs()
        || masking().filter(call -> call.mask().isWithoutFs()).isPresent();
  }

  /** Which parameters of its function a call hands on as they are. */
  private Optional<List<Integer>> handedOn(Allocation allocation) {
    Entity caller = allocation.at().entity();
    List<Integer> handed = new ArrayList<>();
    for (ControlFlowGraph graph : model.program().graphs(caller)) {
      List<String> parameters = graph.parameters().stream().map(LocalVariable::name).toList();
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          if (HeldCall.site(call, caller).equals(allocation.at())) {
            for (Expr argument : call.arguments()) {
              int at = argument instanceof Expr.Name name ? parameters.indexOf(name.text()) : -1;
              if (at >= 0) {
                handed.add(at);
              }
            }
          }
        }
      }.walk(graph);
    }
    return handed.isEmpty() ? Optional.empty() : Optional.of(handed);
  }

  /** A call with what those of its arguments alone say. */
  private Allocation only(Allocation call, List<Integer> arguments) {
    List<Mask> masks = new ArrayList<>();
    for (ControlFlowGraph graph : model.program().graphs(call.at().entity())) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call each) {
          if (HeldCall.site(each, call.at().entity()).equals(call.at())) {
            masks.add(
                mask(
                    arguments.stream()
                        .distinct()
                        .filter(at -> at < each.arguments().size())
                        .map(at -> each.arguments().get(at))
                        .toList()));
          }
        }
      }.walk(graph);
    }
    return new Allocation(call.at(), call.text(), masks.stream().findFirst().orElse(Mask.UNKNOWN));
  }

  /** A call inside the allocator that asks again, with a mask of its own that lets reclaim in. */
  Optional<Allocation> askedAgain() {
    for (int i = actor + 1; i < stack.size(); i++) {
      Optional<Allocation> inside = allocation(i).filter(each -> each.mask() == Mask.LETS_IN);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private Optional<Allocation> allocation(int frame) {
    if (frame < 0 || frame >= stack.size() || stack.at(frame).entity().isEmpty()) {
      return Optional.empty();
    }
    Entity caller = stack.at(frame).entity().get();
    Optional<CallSite> next = stack.at(frame).next().flatMap(FoundStack.Way::at);
    List<Allocation> found = new ArrayList<>();
    for (ControlFlowGraph graph : model.program().graphs(caller)) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          CallSite at = HeldCall.site(call, caller);
          boolean isMeant = next.isPresent() ? next.get().equals(at) : isNamed(call, frame);
          if (isMeant) {
            String text = model.program().textOf(caller).text(call.span());
            found.add(new Allocation(at, text.replaceAll("\\s+", " "), mask(call.arguments())));
          }
        }
      }.walk(graph);
    }
    return found.stream().findFirst();
  }

  /**
   * Whether a call bears the name of a function inside, as far as releases leave it: what was a
   * function is a macro around one with a longer name.
   */
  private boolean isNamed(Expr.Call call, int frame) {
    String name = StackFinder.called(call).orElse("");
    for (int i = frame + 1; i < stack.size() && !name.isEmpty(); i++) {
      String inside = stack.at(i).frame().function();
      if (inside.equals(name) || inside.startsWith(name + "_") || inside.equals("__" + name)) {
        return true;
      }
    }
    return false;
  }

  /** What arguments say that are made of names of masks. */
  private Mask mask(List<Expr> arguments) {
    Bits all = Bits.NONE;
    for (Expr argument : arguments) {
      all = all.or(constant(argument).orElse(Bits.NONE));
    }
    MaskBits bits = model.kernel().bits();
    if (all.intersects(bits.fs())) {
      return Mask.LETS_IN;
    }
    if (all.intersects(bits.directReclaim())) {
      return all.intersects(bits.io()) ? Mask.STARTS_IO : Mask.WAITS;
    }
    // A modifier alone is no mask: the rest comes from elsewhere.
    return arguments.stream().anyMatch(this::isAtomic) ? Mask.NONE : Mask.UNKNOWN;
  }

  /** Whether an argument is the name of a whole mask that does not reclaim. */
  private boolean isAtomic(Expr argument) {
    return argument instanceof Expr.Name name
        && name.text().startsWith("GFP_")
        && constant(argument).isPresent();
  }

  /** What names of masks stand for, alone or OR-ed together. */
  private Optional<Bits> constant(Expr expression) {
    if (expression instanceof Expr.Name name) {
      return model.kernel().fallback().bits(name.text(), model.kernel().names());
    }
    if (expression instanceof Expr.Binary binary) {
      Optional<Bits> left = constant(binary.left());
      Optional<Bits> right = constant(binary.right());
      return left.isPresent() && right.isPresent()
          ? Optional.of(left.get().or(right.get()))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
