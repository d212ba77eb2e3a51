package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Sink;

/**
 * Which allocations of plain pages put a page into a mapping. Most have nothing to do with the page
 * cache; one counts where its page is handed to an insertion, by the function itself or by a caller
 * of the same file that it gives the page to. No order of statements is looked at: a variable that
 * holds the page somewhere holds it everywhere. Safe for several threads.
 */
public final class InsertedPages {
  /** A page is followed through so many functions. */
  private static final int MAX_DEPTH = 4;

  private static final Pattern PAGES_OF_A_MAPPING = Pattern.compile("\\bi_pages\\b");

  private final Program program;
  private final SourceIndex index;
  private final Knowledge knowledge;
  private final Set<String> insertions = new HashSet<>();
  private final Set<String> stores;
  private final Memo<Set<String>, Set<SourceFile>> insertingFiles;
  private final Memo<CallSite, Boolean> known;
  private final Memo<CallSite, Boolean> inserting;

  InsertedPages(Program program, Knowledge knowledge) {
    this.program = program;
    this.index = program.index();
    this.knowledge = knowledge;
    this.stores = Set.copyOf(knowledge.idioms(Idiom.Kind.STORE));
    for (Sink sink : knowledge.sinks()) {
      if (sink.family() == Sink.Family.INSERTION) {
        insertions.add(sink.name());
      }
    }
    this.insertingFiles = new Memo<>(program.tracing(), "inserting files");
    this.known = new Memo<>(program.tracing(), "inserted");
    this.inserting = new Memo<>(program.tracing(), "inserted here");
  }

  /** The files in which pages are inserted. */
  private Set<SourceFile> insertingFiles() {
    return insertingFiles.get(insertions, this::findInsertingFiles);
  }

  private Set<SourceFile> findInsertingFiles(Set<String> names) {
    Set<SourceFile> files = new HashSet<>();
    for (String name : names) {
      callersOf(name).forEach(caller -> files.add(index.fileOf(caller)));
    }
    for (String store : stores) {
      callersOf(store).stream()
          .filter(this::isAboutMapping)
          .forEach(caller -> files.add(index.fileOf(caller)));
    }
    return Set.copyOf(files);
  }

  private List<Entity> callersOf(String name) {
    return index.find(name).map(index::callers).orElse(List.of());
  }

  /** Whether a function names the pages of a mapping: then it stores into these. */
  private boolean isAboutMapping(Entity entity) {
    return index.kind(entity) == EntityKind.FUNCTION
        && PAGES_OF_A_MAPPING.matcher(program.textOf(entity).text(index.extent(entity))).find();
  }

  /** The functions that allocate plain pages where pages are inserted, sorted. */
  SortedSet<Entity> allocators() {
    SortedSet<Entity> found = new TreeSet<>();
    for (Sink sink : knowledge.sinks()) {
      if (sink.family() == Sink.Family.PLAIN_ALLOCATION) {
        for (Entity caller : callersOf(sink.name())) {
          if (insertingFiles().contains(index.fileOf(caller))) {
            found.add(caller);
          }
        }
      }
    }
    return found;
  }

  /**
   * Whether the page that {@code call} of the function {@code entity} allocates is inserted, be it
   * that the called function returns it or that it stores it behind an argument. What allocates
   * pages for mappings by its name is no user of the page, and a row of its own.
   */
  public boolean isInserted(Entity entity, ControlFlowGraph graph, Expr.Call call) {
    if (!mayInsert(entity)) {
      return false;
    }
    Page page = new Page(Optional.of(call), filled(call, graph));
    return isInserted(entity, graph, page, MAX_DEPTH)
        || known.get(
            new CallSite(entity, call.span().start()), at -> isInserted(entity, graph, page, 0));
  }

  private boolean mayInsert(Entity entity) {
    return insertingFiles().contains(index.fileOf(entity))
        && index.kind(entity) == EntityKind.FUNCTION
        && !isPageCacheAllocator(program.name(entity));
  }

  /**
   * Whether the function of {@code site} itself inserts the page that is allocated there. Then its
   * callers need not know the page: their masks are for a mapping whatever they do.
   *
   * @param site where the called name stands
   */
  public boolean isInsertedHere(CallSite site) {
    return inserting.get(site, this::findInsertedHere);
  }

  private boolean findInsertedHere(CallSite site) {
    if (!mayInsert(site.entity())) {
      return false;
    }
    for (ControlFlowGraph graph : program.graphs(site.entity())) {
      for (Expr.Call call : callsAt(site.offset(), graph)) {
        Page page = new Page(Optional.of(call), filled(call, graph));
        if (isInserted(site.entity(), graph, page, MAX_DEPTH)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isPageCacheAllocator(String name) {
    return knowledge
        .sink(name)
        .filter(sink -> sink.family() == Sink.Family.PAGE_ALLOCATION)
        .isPresent();
  }

  /** The variables that a call can put a page into. */
  private static Set<LocalVariable> filled(Expr.Call call, ControlFlowGraph graph) {
    Set<LocalVariable> filled = new HashSet<>();
    for (Expr argument : call.arguments()) {
      boolean isAddress =
          argument instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS;
      root(argument, graph)
          .filter(variable -> isAddress || variable.type().pointerDepth() > 1)
          .filter(variable -> isAddress == (variable.type().pointerDepth() == 1))
          .ifPresent(filled::add);
    }
    return filled;
  }

  /**
   * What is the page in one function.
   *
   * @param call whose value it is, if it is one
   * @param holders the variables that hold it, or point to what holds it
   */
  private record Page(Optional<Expr.Call> call, Set<LocalVariable> holders) {}

  private boolean isInserted(Entity entity, ControlFlowGraph graph, Page start, int depth) {
    Uses uses = new Uses(graph, start, isAboutMapping(entity));
    uses.run();
    if (uses.isInserted || depth == MAX_DEPTH) {
      return uses.isInserted;
    }
    Set<Integer> outs = new TreeSet<>();
    for (LocalVariable holder : uses.holders) {
      if (holder.isParameter() && holder.type().pointerDepth() > 1) {
        outs.add(holder.parameterIndex());
      }
    }
    return (uses.isReturned || !outs.isEmpty())
        && isInsertedByCaller(entity, uses.isReturned, outs, depth);
  }

  private boolean isInsertedByCaller(
      Entity entity, boolean isReturned, Set<Integer> outs, int depth) {
    String name = program.name(entity);
    for (Entity caller : index.callers(index.nameOf(entity))) {
      if (!index.fileOf(caller).equals(index.fileOf(entity))
          || index.kind(caller) != EntityKind.FUNCTION
          || caller.equals(entity)) {
        continue;
      }
      for (ControlFlowGraph graph : program.graphs(caller)) {
        for (Expr.Call call : callsOf(name, graph)) {
          Set<LocalVariable> holders = new HashSet<>();
          for (int out : outs) {
            if (out < call.arguments().size()) {
              root(call.arguments().get(out), graph).ifPresent(holders::add);
            }
          }
          Page page = new Page(isReturned ? Optional.of(call) : Optional.empty(), holders);
          if (isInserted(caller, graph, page, depth + 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<Expr.Call> callsOf(String name, ControlFlowGraph graph) {
    return calls(
        graph, call -> call.calledName().filter(called -> called.text().equals(name)).isPresent());
  }

  private static List<Expr.Call> callsAt(int offset, ControlFlowGraph graph) {
    return calls(graph, call -> call.callee().span().start() == offset);
  }

  private static List<Expr.Call> calls(ControlFlowGraph graph, Predicate<Expr.Call> isWanted) {
    List<Expr.Call> found = new ArrayList<>();
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onCall(Expr.Call call) {
            if (isWanted.test(call)) {
              found.add(call);
            }
          }
        };
    values(graph).forEach(walker::walk);
    return found;
  }

  private static List<Expr> values(ControlFlowGraph graph) {
    List<Expr> values = new ArrayList<>();
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        value(instruction).ifPresent(values::add);
      }
    }
    return values;
  }

  private static Optional<Expr> value(Instruction instruction) {
    if (instruction instanceof Instruction.Evaluate evaluated) {
      return Optional.of(evaluated.expression());
    }
    if (instruction instanceof Instruction.Initialize set) {
      return Optional.of(set.value());
    }
    if (instruction instanceof Instruction.Return returned) {
      return Optional.of(returned.value());
    }
    return instruction instanceof Instruction.Clobber clobber
        ? Optional.of(clobber.head())
        : Optional.empty();
  }

  /** The variable that an lvalue or an address is a part of. */
  private static Optional<LocalVariable> root(Expr written, ControlFlowGraph graph) {
    Expr at = written;
    while (true) {
      if (at instanceof Expr.Name name) {
        return graph.variable(name);
      } else if (at instanceof Expr.Cast cast) {
        at = cast.operand();
      } else if (at instanceof Expr.Unary unary) {
        at = unary.operand();
      } else if (at instanceof Expr.Index element) {
        at = element.array();
      } else {
        return Optional.empty();
      }
    }
  }

  /** What one function does with a page. */
  private final class Uses extends ExprWalker {
    private final ControlFlowGraph graph;
    private final Page page;
    private final boolean isAboutMapping;
    private final Set<LocalVariable> holders;
    private boolean isInserted;
    private boolean isReturned;

    Uses(ControlFlowGraph graph, Page page, boolean isAboutMapping) {
      this.graph = graph;
      this.page = page;
      this.isAboutMapping = isAboutMapping;
      this.holders = new HashSet<>(page.holders());
    }

    void run() {
      int before;
      do {
        before = holders.size();
        for (BasicBlock block : graph.blocks()) {
          for (Instruction instruction : block.instructions()) {
            visit(instruction);
          }
        }
      } while (holders.size() > before && !isInserted);
    }

    private void visit(Instruction instruction) {
      value(instruction).ifPresent(this::walk);
      if (instruction instanceof Instruction.Initialize set && carries(set.value())) {
        holders.add(set.variable());
      }
      if (instruction instanceof Instruction.Return returned) {
        isReturned |= carries(returned.value());
      }
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      if (carries(assign.value())) {
        root(assign.target(), graph).ifPresent(holders::add);
      }
    }

    @Override
    protected void onCall(Expr.Call call) {
      String name = call.calledName().map(Expr.Name::text).orElse("");
      if (insertions.contains(name) || (isAboutMapping && stores.contains(name))) {
        isInserted |= call.arguments().stream().anyMatch(this::carries);
      }
    }

    /** Whether a value is the page, or a part of what was allocated. */
    private boolean carries(Expr value) {
      if (value instanceof Expr.Name name) {
        return graph.variable(name).filter(holders::contains).isPresent();
      }
      if (value instanceof Expr.Call call) {
        return page.call().filter(call::equals).isPresent()
            || (call.calledName().map(Expr.Name::text).filter(this::isSameObject).isPresent()
                && call.arguments().stream().anyMatch(this::carries));
      }
      if (value instanceof Expr.Cast cast) {
        return carries(cast.operand());
      }
      if (value instanceof Expr.Unary unary) {
        return unary.operator() == UnaryOperator.DEREFERENCE
            ? carries(unary.operand())
            : unary.operator() == UnaryOperator.ADDRESS && isPartOfPage(unary.operand());
      }
      if (value instanceof Expr.Index element) {
        return carries(element.array());
      }
      if (value instanceof Expr.Assign assign) {
        return carries(assign.value());
      }
      if (value instanceof Expr.Binary binary) {
        return (binary.operator() == BinaryOperator.ADD
                || binary.operator() == BinaryOperator.SUBTRACT)
            && carries(binary.left());
      }
      if (value instanceof Expr.Conditional conditional) {
        return carries(conditional.whenFalse())
            || conditional.whenTrue().filter(this::carries).isPresent();
      }
      return false;
    }

    /** {@code &folio->page} and {@code &pages[i]}. */
    private boolean isPartOfPage(Expr place) {
      return place instanceof Expr.Member member
          ? member.field().equals("page") && carries(member.base())
          : carries(place);
    }

    private boolean isSameObject(String function) {
      return knowledge.isIdiom(Idiom.Kind.SAME_PAGE, function);
    }
  }
}
