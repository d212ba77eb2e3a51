package org.gfpaudit.analyzer.locks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.knowledge.EvidenceTables;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Lock;

/**
 * Which calls take and give back which locks, by themselves: calls of the functions of {@code
 * locks.tsv}, and of functions that are handed a lock and do so to it. What a called function does
 * to locks that it finds by itself is not among them: whoever follows the call sees it. What only
 * tries is none. Safe for several threads.
 */
public final class Acquisitions {
  private static final int MAX_DEPTH = 4;
  private static final String OF_DIRECTORIES = " of directories";

  /** A pointer to a struct that is named as a lock. */
  private static final Pattern LOCK_PARAMETER =
      Pattern.compile("\\w*(?:sem|semaphore|lock|mutex)(?:_t)?\\s*\\*");

  /** A pointer to a struct, or to what a typedef may name. */
  private static final Pattern POINTER =
      Pattern.compile("\\b(struct\\s+)?(\\w+)\\s*\\*(?!\\s*\\*)");

  private static final Span NOWHERE = new Span(0, 0);

  private final Model model;
  private final EvidenceTables tables;
  private final LockNames names;
  private final LockGuards guards;
  private final Directories directories;
  private final Map<Asked, List<Acquisition>> ofParameters = new ConcurrentHashMap<>();
  private final Map<Entity, List<Acquisition>> inEntity = new ConcurrentHashMap<>();
  private final Map<String, Boolean> handlers = new ConcurrentHashMap<>();
  private final BitSet callingLocks = new BitSet();

  /** A function that is looked through, and how many were before it. */
  private record Asked(Entity callee, int depth) {}

  public Acquisitions(Model model) {
    this.model = model;
    this.tables = model.knowledge().evidence();
    this.names = new LockNames(model);
    this.guards = new LockGuards(model);
    this.directories = new Directories(model);
    tables.locks().forEach(row -> noteCallers(row.take()));
    tables.locks().forEach(row -> noteCallers(row.give()));
    model.knowledge().idioms(Idiom.Kind.GUARD).forEach(this::noteCallers);
  }

  private void noteCallers(String name) {
    Optional<Name> known = model.index().find(name);
    known
        .map(model.index()::callers)
        .orElse(List.of())
        .forEach(caller -> callingLocks.set(caller.number()));
    // One of two functions can be called by a name that stands in front of no parenthesis.
    List<Entity> takers =
        model.index().definitions(name).isEmpty()
            ? model.index().valueHolders(name)
            : known.map(model.index()::addressTakers).orElse(List.of());
    takers.stream()
        .filter(taker -> model.index().kind(taker) == EntityKind.FUNCTION)
        .forEach(taker -> callingLocks.set(taker.number()));
  }

  /** What the calls of a function or macro do, in the order of the text, without duplicates. */
  public List<Acquisition> in(Entity entity) {
    List<Acquisition> known = inEntity.get(entity);
    if (known == null) {
      known = find(entity);
      inEntity.put(entity, known);
    }
    return known;
  }

  private List<Acquisition> find(Entity entity) {
    Set<Acquisition> found = new LinkedHashSet<>();
    for (ControlFlowGraph graph : model.program().graphs(entity)) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          found.addAll(of(call, graph, entity));
        }
      }.walk(graph);
    }
    return List.copyOf(found);
  }

  /** What one call in a graph of {@code entity} does; nothing for most. */
  public List<Acquisition> of(Expr.Call call, ControlFlowGraph graph, Entity entity) {
    return of(call, graph, entity, 0);
  }

  private List<Acquisition> of(Expr.Call call, ControlFlowGraph graph, Entity entity, int depth) {
    Optional<String> name = call.calledName().map(Expr.Name::text);
    if (call.plainCallee() instanceof Expr.Conditional chosen) {
      return ofEither(call, chosen, graph, entity, depth);
    }
    if (name.isEmpty() || call.arguments().isEmpty()) {
      return List.of();
    }
    Optional<Lock> taken = tables.taken(name.get());
    Optional<Lock> row = taken.or(() -> tables.given(name.get()));
    if (row.isPresent()) {
      CallSite at = new CallSite(entity, call.callee().span().start());
      return lock(row.get(), call.arguments().get(0), graph, entity)
          .map(ref -> List.of(new Acquisition(at, taken.isPresent(), ref, row.get().mode())))
          .orElse(List.of());
    }
    return depth < MAX_DEPTH ? toArguments(call, name.get(), graph, entity, depth) : List.of();
  }

  /** {@code (write ? up_write : up_read)(lock)}: what both do to the same lock. */
  private List<Acquisition> ofEither(
      Expr.Call call, Expr.Conditional chosen, ControlFlowGraph graph, Entity entity, int depth) {
    if (chosen.whenTrue().isEmpty()) {
      return List.of();
    }
    List<Acquisition> one = of(calling(chosen.whenTrue().get(), call), graph, entity, depth);
    List<Acquisition> other = of(calling(chosen.whenFalse(), call), graph, entity, depth);
    return one.stream()
        .flatMap(each -> other.stream().flatMap(that -> both(each, that).stream()))
        .toList();
  }

  private static Expr.Call calling(Expr callee, Expr.Call call) {
    return new Expr.Call(call.span(), callee, call.arguments());
  }

  private static Optional<Acquisition> both(Acquisition one, Acquisition other) {
    if (one.isTaken() != other.isTaken() || !one.lock().equals(other.lock())) {
      return Optional.empty();
    }
    return Optional.of(one.mode() == LockMode.READ ? one : other);
  }

  /** The lock that an expression points to, if it is one of a class that is told here. */
  public Optional<LockClass> named(Expr expression, ControlFlowGraph graph, Entity entity) {
    return names
        .lock(expression, graph, entity)
        .filter(LockRef.Of.class::isInstance)
        .map(lock -> ((LockRef.Of) lock).lockClass());
  }

  /** What a call takes that declares a guard; it is given back where the block ends. */
  public List<Acquisition> ofGuard(Expr.Call call, ControlFlowGraph graph, Entity entity) {
    return guards
        .guard(call)
        .flatMap(
            guard ->
                lock(guard.lock(), guard.object(), graph, entity)
                    .map(
                        lock ->
                            new Acquisition(
                                new CallSite(entity, call.span().start()),
                                true,
                                lock,
                                guard.lock().mode())))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<LockRef> lock(Lock row, Expr argument, ControlFlowGraph graph, Entity entity) {
    return switch (row.kind()) {
      case ARGUMENT -> names.lock(argument, graph, entity);
      case FILE_SYSTEM -> {
        LockClass lock = LockNames.everyInodes(row.lock());
        boolean isOfDirectory = directories.isDirectory(argument, graph, entity);
        yield Optional.of(new LockRef.Of(isOfDirectory ? ofDirectory(lock).orElse(lock) : lock));
      }
      case PSEUDO ->
          Optional.of(new LockRef.Of(new LockClass(LockClass.Kind.PSEUDO, "", row.lock())));
      case SUPER_BLOCK ->
          Optional.of(new LockRef.Of(new LockClass(LockClass.Kind.SUPER_BLOCK, "", row.lock())));
    };
  }

  /**
   * Words of which one stands in the text of each function or macro that takes such a lock by
   * itself, or by what it hands it to.
   */
  public Set<String> wordsOf(LockClass lock) {
    Set<String> words = new TreeSet<>();
    switch (lock.kind()) {
      case FIELD, GLOBAL -> words.add(lock.name());
      case FILE_SYSTEM -> {
        String field =
            lock.name().endsWith(OF_DIRECTORIES)
                ? lock.name().substring(0, lock.name().length() - OF_DIRECTORIES.length())
                : lock.name();
        words.add(field);
        words.addAll(takers(Lock.Kind.FILE_SYSTEM, field));
      }
      case PSEUDO -> words.addAll(takers(Lock.Kind.PSEUDO, lock.name()));
      case SUPER_BLOCK -> words.addAll(takers(Lock.Kind.SUPER_BLOCK, lock.name()));
    }
    return words;
  }

  /** What takes the locks that a row of the table names by a word. */
  private List<String> takers(Lock.Kind kind, String lock) {
    return tables.locks().stream()
        .filter(row -> row.kind() == kind && row.lock().equals(lock))
        .map(Lock::take)
        .toList();
  }

  /** The class that directories have apart, if a lock is one of every inode. */
  static Optional<LockClass> ofDirectory(LockClass lock) {
    return lock.kind() == LockClass.Kind.FILE_SYSTEM && !lock.name().endsWith(OF_DIRECTORIES)
        ? Optional.of(new LockClass(lock.kind(), lock.owner(), lock.name() + OF_DIRECTORIES))
        : Optional.empty();
  }

  /** What a called function does to the locks it is handed. */
  private List<Acquisition> toArguments(
      Expr.Call call, String name, ControlFlowGraph graph, Entity entity, int depth) {
    if (!handlers.computeIfAbsent(name, this::isHandler)) {
      return List.of();
    }
    List<Acquisition> found = new ArrayList<>();
    SourceFile file = model.index().fileOf(entity);
    for (Entity callee : model.aliases().resolve(file, name)) {
      for (Acquisition inside : ofParameters(callee, depth + 1)) {
        int index = ((LockRef.Parameter) inside.lock()).index();
        if (index < call.arguments().size()) {
          CallSite at = new CallSite(entity, call.callee().span().start());
          names
              .lock(call.arguments().get(index), graph, entity)
              .map(lock -> new Acquisition(at, inside.isTaken(), lock, inside.mode()))
              .filter(each -> !found.contains(each))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Whether something of that name, or behind it, can be handed a lock: few names are. */
  private boolean isHandler(String name) {
    return model.index().definitions(name).stream()
        .anyMatch(
            entity ->
                model.index().kind(entity) == EntityKind.OBJECT_MACRO
                    || model.index().kind(entity) == EntityKind.FUNCTION_MACRO
                    || isHandedLocks(entity));
  }

  private List<Acquisition> ofParameters(Entity callee, int depth) {
    Asked asked = new Asked(callee, depth);
    List<Acquisition> known = ofParameters.get(asked);
    if (known == null) {
      known = isHandedLocks(callee) ? findOfParameters(callee, depth) : List.of();
      ofParameters.put(asked, known);
    }
    return known;
  }

  /** Whether a function takes a lock that it is handed, or gives it back. */
  boolean isHandedAndUses(Entity entity) {
    return !ofParameters(entity, 1).isEmpty();
  }

  /** Whether a definition calls what takes or gives back a lock, or declares a guard. */
  public boolean callsLocks(Entity entity) {
    return callingLocks.get(entity.number());
  }

  /** Whether a function has a parameter that is a lock. */
  private boolean isHandedLocks(Entity callee) {
    if (model.index().kind(callee) != EntityKind.FUNCTION) {
      return false;
    }
    SourceFile file = model.index().fileOf(callee);
    String head = head(callee);
    if (!namesPointerToLock(head, file) || (!callsLocks(callee) && !isNamedAsLock(head))) {
      return false;
    }
    return model.program().graphs(callee).stream()
        .limit(1)
        .flatMap(graph -> graph.parameters().stream())
        .map(LocalVariable::type)
        .anyMatch(type -> type.pointerDepth() == 1 && names.isLock(type, file));
  }

  private String head(Entity callee) {
    String text = model.program().textOf(callee).text(model.index().extent(callee));
    return text.substring(0, Math.max(0, text.indexOf('{')));
  }

  /** Whether the head of a function names a pointer to a lock; few do, and the rest is not read. */
  private boolean namesPointerToLock(String head, SourceFile file) {
    Matcher pointer = POINTER.matcher(head);
    while (pointer.find()) {
      String type = (pointer.group(1) == null ? "" : "struct ") + pointer.group(2);
      if (names.isLock(new TypeName(NOWHERE, type, 1, false, false, Optional.empty()), file)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the head of a function names a lock: one that may hand it on to what takes it. */
  private static boolean isNamedAsLock(String head) {
    int parameters = head.indexOf('(');
    return parameters >= 0 && LOCK_PARAMETER.matcher(head).find(parameters);
  }

  private List<Acquisition> findOfParameters(Entity callee, int depth) {
    List<Acquisition> found = new ArrayList<>();
    for (ControlFlowGraph graph : model.program().graphs(callee)) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          of(call, graph, callee, depth).stream()
              .filter(each -> each.lock() instanceof LockRef.Parameter)
              .forEach(found::add);
        }
      }.walk(graph);
    }
    // One that gives back what it took leaves its caller's locks alone.
    return found.stream()
        .filter(
            each ->
                found.stream()
                    .noneMatch(
                        other ->
                            other.lock().equals(each.lock()) && other.isTaken() != each.isTaken()))
        .toList();
  }
}
