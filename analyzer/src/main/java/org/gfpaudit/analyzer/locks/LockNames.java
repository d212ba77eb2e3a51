package org.gfpaudit.analyzer.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.knowledge.Lock;

/**
 * The classes of locks, from the expressions that name them: the struct and the field that the lock
 * is in, or the variable. A struct that is little more than a lock gives its locks no class; the
 * field that holds such a struct does. Safe for several threads.
 */
final class LockNames {
  private static final int MAX_DEPTH = 8;

  /** A struct of no more fields that begins with a lock is a kind of lock. */
  private static final int MOST_FIELDS_OF_A_LOCK = 5;

  private static final Pattern NAMED_AS_LOCK = Pattern.compile("sem$|lock$|mutex$");

  private static final Set<String> LOCKS =
      Set.of(
          "struct mutex",
          "struct rw_semaphore",
          "struct semaphore",
          "struct percpu_rw_semaphore",
          "struct rt_mutex",
          "struct ww_mutex");

  private final Model model;
  private final TypeOracle types;
  private final Map<String, Boolean> lockTypes = new ConcurrentHashMap<>();

  LockNames(Model model) {
    this.model = model;
    this.types = model.types();
  }

  /** The lock that {@code expression}, a pointer to it, names; empty where that cannot be told. */
  Optional<LockRef> lock(Expr expression, ControlFlowGraph graph, Entity entity) {
    return named(expression, graph, entity, 0);
  }

  /** Whether a parameter of that type can point to a lock. */
  boolean isLock(TypeName type, SourceFile file) {
    return types.structName(type, file).filter(struct -> isLock(struct, file)).isPresent()
        || isTypedefOfLock(type, file);
  }

  /** Whether a type is another name for a struct without a tag that begins with a lock. */
  private boolean isTypedefOfLock(TypeName type, SourceFile file) {
    if (type.name().contains(" ")) {
      return false;
    }
    for (Entity entity : model.visibility().types(file, type.name())) {
      for (Parsed.Variant<Declaration> variant : model.program().declaration(entity).variants()) {
        Optional<String> first =
            variant
                .tree()
                .struct()
                .filter(struct -> struct.fields().size() <= MOST_FIELDS_OF_A_LOCK)
                .filter(struct -> !struct.fields().isEmpty())
                .map(struct -> struct.fields().get(0).type())
                .filter(field -> field.pointerDepth() == 0)
                .map(TypeName::name);
        if (first.filter(LOCKS::contains).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<LockRef> named(
      Expr expression, ControlFlowGraph graph, Entity entity, int depth) {
    if (depth > MAX_DEPTH) {
      return Optional.empty();
    }
    SourceFile file = model.index().fileOf(entity);
    if (expression instanceof Expr.Unary unary
        && (unary.operator() == UnaryOperator.ADDRESS
            || unary.operator() == UnaryOperator.DEREFERENCE)) {
      return named(unary.operand(), graph, entity, depth + 1);
    }
    if (expression instanceof Expr.Cast cast) {
      return named(cast.operand(), graph, entity, depth + 1);
    }
    if (expression instanceof Expr.Index index) {
      return named(index.array(), graph, entity, depth + 1);
    }
    if (expression instanceof Expr.Member member) {
      return member(member, graph, entity, depth);
    }
    if (expression instanceof Expr.Name name) {
      Optional<LocalVariable> local = graph.variable(name);
      return local.isPresent()
          ? variable(local.get(), graph, entity, depth)
          : Optional.of(
              new LockRef.Of(
                  isDefinedIn(graph, name.text())
                      ? ofFunction(name.text(), entity)
                      : global(name.text(), file)));
    }
    return Optional.empty();
  }

  private Optional<LockRef> member(
      Expr.Member member, ControlFlowGraph graph, Entity entity, int depth) {
    SourceFile file = model.index().fileOf(entity);
    Optional<String> owner =
        types
            .typeOf(member.base(), graph, file)
            .or(() -> declaredByMacro(member.base(), graph, entity))
            .flatMap(type -> types.structName(type, file));
    if (owner.isEmpty()) {
      return types
          .typeOf(member.base(), graph, file)
          .filter(type -> isTypedefOfLock(type, file))
          .flatMap(type -> named(member.base(), graph, entity, depth + 1));
    }
    if (isLock(owner.get(), file)) {
      Optional<LockRef> outer = named(member.base(), graph, entity, depth + 1);
      if (outer.isPresent()) {
        return outer;
      }
    }
    LockClass field = LockClass.ofField(owner.get(), member.field());
    return Optional.of(new LockRef.Of(isOfEveryInode(field) ? everyInodes(member.field()) : field));
  }

  /**
   * The type of a variable that a macro declares which is handed its name and its type, as {@code
   * #define TYPED(name, type) type *name = the_one()} does.
   */
  private Optional<TypeName> declaredByMacro(Expr base, ControlFlowGraph graph, Entity entity) {
    if (!(base instanceof Expr.Name variable) || graph.variable(variable).isPresent()) {
      return Optional.empty();
    }
    List<TypeName> found = new ArrayList<>();
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        String called = call.calledName().map(Expr.Name::text).orElse("");
        for (int i = 0; i + 1 < call.arguments().size(); i++) {
          if (call.arguments().get(i) instanceof Expr.Name name
              && name.text().equals(variable.text())
              && call.arguments().get(i + 1) instanceof Expr.TypeArgument type
              && declares(called, i, entity)) {
            found.add(type.type());
          }
        }
      }
    }.walk(graph);
    return found.stream().findFirst();
  }

  /** Whether a macro declares its parameter of an index as a pointer to the type after it. */
  private boolean declares(String called, int index, Entity entity) {
    return model.aliases().resolveIn(entity, called).stream()
        .filter(macro -> model.index().kind(macro) == EntityKind.FUNCTION_MACRO)
        .anyMatch(
            macro -> {
              List<String> parameters =
                  model
                      .program()
                      .macro(macro)
                      .variants()
                      .get(0)
                      .tree()
                      .parameters()
                      .orElse(List.of());
              return index + 1 < parameters.size()
                  && Pattern.compile(
                          "\\b"
                              + parameters.get(index + 1)
                              + "\\s*\\*\\s*"
                              + parameters.get(index)
                              + "\\s*=")
                      .matcher(model.program().textOf(macro).text(model.index().extent(macro)))
                      .find();
            });
  }

  /** Whether it is a lock of every inode or mapping, by whichever function it is taken. */
  private boolean isOfEveryInode(LockClass field) {
    return (field.owner().equals("struct inode") || field.owner().equals("struct address_space"))
        && model.knowledge().evidence().locks().stream()
            .anyMatch(
                row -> row.kind() == Lock.Kind.FILE_SYSTEM && row.lock().equals(field.name()));
  }

  /** The class of a lock that every inode or mapping has. */
  static LockClass everyInodes(String name) {
    return new LockClass(LockClass.Kind.FILE_SYSTEM, "", name);
  }

  private Optional<LockRef> variable(
      LocalVariable local, ControlFlowGraph graph, Entity entity, int depth) {
    if (local.isParameter()) {
      return Optional.of(new LockRef.Parameter(local.parameterIndex()));
    }
    if (local.isStatic() && local.type().pointerDepth() == 0) {
      return Optional.of(new LockRef.Of(ofFunction(local.name(), entity)));
    }
    Optional<Expr> value = onlyValue(local, graph);
    return value.flatMap(v -> named(v, graph, entity, depth + 1));
  }

  /** What a variable holds that is set once. */
  static Optional<Expr> onlyValue(LocalVariable local, ControlFlowGraph graph) {
    Optional<Expr> value = Optional.empty();
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Optional<Expr> here = set(local, instruction, graph);
        if (here.isPresent() && value.isPresent()) {
          return Optional.empty();
        }
        value = value.or(() -> here);
      }
    }
    return value;
  }

  private static Optional<Expr> set(
      LocalVariable local, Instruction instruction, ControlFlowGraph graph) {
    if (instruction instanceof Instruction.Initialize initialize) {
      return initialize.variable().equals(local)
          ? Optional.of(initialize.value())
          : Optional.empty();
    }
    return instruction instanceof Instruction.Evaluate evaluate
            && evaluate.expression() instanceof Expr.Assign assign
            && assign.target() instanceof Expr.Name name
            && graph.variable(name).filter(local::equals).isPresent()
        ? Optional.of(assign.value())
        : Optional.empty();
  }

  /** Whether a function defines that variable by a macro: {@code static DEFINE_MUTEX(lock);}. */
  private static boolean isDefinedIn(ControlFlowGraph graph, String variable) {
    boolean[] found = new boolean[1];
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        found[0] |=
            !call.arguments().isEmpty()
                && call.arguments().get(0) instanceof Expr.Name name
                && name.text().equals(variable)
                && call.calledName().filter(called -> isDefinition(called.text())).isPresent();
      }
    }.walk(graph);
    return found[0];
  }

  private static boolean isDefinition(String macro) {
    return macro.startsWith("DEFINE_") || macro.startsWith("DECLARE_");
  }

  /** The class of a variable that lives as long as the kernel and is of one function alone. */
  private LockClass ofFunction(String name, Entity entity) {
    String function = model.program().name(entity);
    String file = model.program().path(entity);
    return new LockClass(LockClass.Kind.GLOBAL, file + ":" + function, name);
  }

  private LockClass global(String name, SourceFile file) {
    List<Entity> variables = model.visibility().variables(file, name);
    boolean isStatic = variables.size() == 1 && model.index().isStatic(variables.get(0));
    return new LockClass(LockClass.Kind.GLOBAL, isStatic ? model.index().path(file) : "", name);
  }

  private boolean isLockField(String struct, String field, SourceFile file) {
    return types
        .fieldType(struct, field, file)
        .filter(type -> type.pointerDepth() == 0)
        .flatMap(type -> types.structName(type, file))
        .filter(LOCKS::contains)
        .isPresent();
  }

  /**
   * Whether a struct is a lock, or holds one and little else: it begins with the lock, or is named
   * as one.
   */
  private boolean isLock(String struct, SourceFile file) {
    if (LOCKS.contains(struct)) {
      return true;
    }
    Boolean known = lockTypes.get(struct);
    if (known == null) {
      List<String> fields = types.fieldNames(struct, file);
      known =
          !fields.isEmpty()
              && fields.size() <= MOST_FIELDS_OF_A_LOCK
              && fields.stream()
                  .limit(NAMED_AS_LOCK.matcher(struct).find() ? fields.size() : 1)
                  .anyMatch(field -> isLockField(struct, field, file));
      lockTypes.put(struct, known);
    }
    return known;
  }
}
