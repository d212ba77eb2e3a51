package org.gfpaudit.analyzer.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.Jumps;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.InodeKindRow;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * What the tests around a place in a function say of the inode at hand: {@code if (S_ISDIR(mode))},
 * {@code switch (mode & S_IFMT)}, {@code if (ino == FOO_INO)}. A function is about one inode in all
 * but a few cases, so whose mode is tested is not asked.
 */
final class ModeTests {
  private static final Set<InodeKind> ALL = EnumSet.allOf(InodeKind.class);

  private static final Told NOTHING = new Told(ALL, Optional.empty(), /* isPast= */ false);

  /** A test that leaves more kinds than this says what an inode is not, and no more. */
  private static final int MAX_TOLD = 3;

  /** How numbers of inodes are called that a file system has reserved. */
  private static final Pattern RESERVED =
      Pattern.compile("[A-Z][A-Z0-9_]*_(INO|INODE|CNID|FILE|SPECIAL)(_[A-Z]+)?");

  private final Program program;
  private final Knowledge knowledge;
  private final ConsequenceTables tables;

  /** For each function what is known where, in each of its variants. */
  private final Memo<Entity, List<NavigableMap<Integer, Told>>> known;

  ModeTests(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
    this.tables = knowledge.consequences();
    this.known = new Memo<>(program.tracing(), "tests of modes");
  }

  /** What is known at a byte of a function; unknown where nothing tests. */
  MappingKinds at(Entity entity, int offset) {
    if (program.index().kind(entity) != EntityKind.FUNCTION) {
      return MappingKinds.UNKNOWN;
    }
    MappingKinds result = MappingKinds.NONE;
    for (NavigableMap<Integer, Told> variant : known.get(entity, this::walk)) {
      Told told = variant.floorEntry(offset).getValue();
      if (told.kinds.size() > MAX_TOLD || told.teller.isEmpty()) {
        return MappingKinds.UNKNOWN;
      }
      Expr teller = told.teller.get();
      result =
          result.join(
              MappingKinds.of(
                  told.kinds,
                  program.place(entity, teller.span().start()),
                  (told.isPast ? "comes past the test " : "is tested by ")
                      + program.textOf(entity).textOnOneLine(teller.span())));
    }
    return result.isKnown() ? result : MappingKinds.UNKNOWN;
  }

  private List<NavigableMap<Integer, Told>> walk(Entity function) {
    List<NavigableMap<Integer, Told>> variants = new ArrayList<>();
    for (Parsed.Variant<FunctionDefinition> variant : program.function(function).variants()) {
      Walk walk = new Walk();
      walk.told.put(Integer.MIN_VALUE, NOTHING);
      walk.into(variant.tree().body(), NOTHING);
      variants.add(walk.told);
    }
    return variants;
  }

  /**
   * What the conditions on the way to a place leave.
   *
   * @param teller the last condition that told something
   * @param isPast whether the place is reached where that condition is false
   */
  private record Told(Set<InodeKind> kinds, Optional<Expr> teller, boolean isPast) {}

  /** Once through all statements, with what is known at each. */
  private final class Walk {
    /** What is known from an offset on, up to the next. */
    private final NavigableMap<Integer, Told> told = new TreeMap<>();

    private Told learn(Told before, Expr condition, boolean isTrue) {
      Set<InodeKind> told = isTrue ? whenTrue(condition) : whenFalse(condition);
      Set<InodeKind> left = EnumSet.copyOf(before.kinds);
      left.retainAll(told);
      return told.equals(ALL) || left.isEmpty()
          ? before
          : new Told(left, Optional.of(condition), !isTrue);
    }

    /** A statement inside another one; behind it is known what was known before. */
    private void within(Stmt statement, Told at, Told behind) {
      told.put(statement.span().start(), at);
      into(statement, at);
      told.put(statement.span().end(), behind);
    }

    /** Returns what is known where the statement ends. */
    Told into(Stmt statement, Told before) {
      if (statement instanceof Stmt.Block block) {
        return inBlock(block.statements(), before);
      } else if (statement instanceof Stmt.If branch) {
        within(branch.then(), learn(before, branch.condition(), /* isTrue= */ true), before);
        branch
            .otherwise()
            .ifPresent(
                otherwise ->
                    within(
                        otherwise, learn(before, branch.condition(), /* isTrue= */ false), before));
      } else if (statement instanceof Stmt.While loop) {
        within(loop.body(), before, before);
      } else if (statement instanceof Stmt.DoWhile loop) {
        Told end = into(loop.body(), before);
        told.put(loop.body().span().end(), end);
      } else if (statement instanceof Stmt.For loop) {
        within(loop.body(), before, before);
      } else if (statement instanceof Stmt.MacroBlock block) {
        within(block.body(), before, before);
      } else if (statement instanceof Stmt.Switch choice) {
        inSwitch(choice, before);
      }
      return before;
    }

    private Told inBlock(List<Stmt> statements, Told before) {
      Told now = before;
      for (Stmt each : statements) {
        Told next = now;
        if (each instanceof Stmt.If branch
            && branch.otherwise().isEmpty()
            && Jumps.leaves(branch.then())) {
          next = learn(now, branch.condition(), /* isTrue= */ false);
        }
        if (each instanceof Stmt.Label) {
          next = NOTHING; // Who jumps here has come another way.
        }
        within(each, now, next);
        now = next;
      }
      return now;
    }

    private void inSwitch(Stmt.Switch choice, Told before) {
      if (!(choice.body() instanceof Stmt.Block block)) {
        return;
      }
      Set<InodeKind> cases = EnumSet.noneOf(InodeKind.class);
      boolean isOther = false;
      boolean isOpen = false;
      for (Stmt each : block.statements()) {
        if (each instanceof Stmt.Case label) {
          if (!isOpen) {
            cases.clear();
            isOther = false;
          }
          isOpen = true;
          Optional<InodeKind> kind = tested(label.low());
          kind.ifPresent(cases::add);
          isOther |= kind.isEmpty();
        } else if (each instanceof Stmt.Default) {
          isOther = true;
          isOpen = true;
        } else {
          // A case that is not left falls through into the next.
          isOpen = !Jumps.leaves(each);
        }
        Told here =
            isOther || cases.isEmpty()
                ? before
                : new Told(
                    EnumSet.copyOf(cases), Optional.of(choice.selector()), /* isPast= */ false);
        within(each, here, before);
      }
    }
  }

  private Set<InodeKind> whenTrue(Expr condition) {
    if (condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
      return whenFalse(unary.operand());
    }
    if (condition instanceof Expr.Call call && call.calledName().isPresent()) {
      String name = call.calledName().get().text();
      if (call.arguments().size() == 1 && knowledge.identity(name).isPresent()) {
        return whenTrue(call.arguments().get(0));
      }
      return tables.kind(InodeKindRow.How.TEST, name).<Set<InodeKind>>map(EnumSet::of).orElse(ALL);
    }
    if (condition instanceof Expr.Binary binary) {
      switch (binary.operator()) {
        case AND_THEN -> {
          Set<InodeKind> both = EnumSet.copyOf(whenTrue(binary.left()));
          both.retainAll(whenTrue(binary.right()));
          return both.isEmpty() ? ALL : both;
        }
        case OR_ELSE -> {
          Set<InodeKind> either = EnumSet.copyOf(whenTrue(binary.left()));
          either.addAll(whenTrue(binary.right()));
          return either;
        }
        case EQUAL -> {
          return compared(binary);
        }
        default -> {}
      }
    }
    return ALL;
  }

  private Set<InodeKind> whenFalse(Expr condition) {
    if (condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
      return whenTrue(unary.operand());
    }
    if (condition instanceof Expr.Binary binary) {
      switch (binary.operator()) {
        case OR_ELSE -> {
          Set<InodeKind> neither = EnumSet.copyOf(whenFalse(binary.left()));
          neither.retainAll(whenFalse(binary.right()));
          return neither.isEmpty() ? ALL : neither;
        }
        case NOT_EQUAL -> {
          return compared(binary);
        }
        default -> {
          return ALL;
        }
      }
    }
    if (condition instanceof Expr.Call) {
      Set<InodeKind> yes = whenTrue(condition);
      return yes.equals(ALL) ? ALL : EnumSet.complementOf(EnumSet.copyOf(yes));
    }
    return ALL;
  }

  private Set<InodeKind> compared(Expr.Binary binary) {
    Optional<InodeKind> kind = tested(binary.left()).or(() -> tested(binary.right()));
    if (kind.isPresent()) {
      return EnumSet.of(kind.get());
    }
    return isReserved(binary.left()) || isReserved(binary.right())
        ? EnumSet.of(InodeKind.METADATA)
        : ALL;
  }

  private Optional<InodeKind> tested(Expr constant) {
    return constant instanceof Expr.Name name
        ? tables.kind(InodeKindRow.How.TEST, name.text())
        : Optional.empty();
  }

  /**
   * Whether an expression is the number of an inode the file system keeps: {@code FOO_INO(sbi)}.
   */
  static boolean isReserved(Expr expression) {
    Optional<String> name =
        expression instanceof Expr.Name plain
            ? Optional.of(plain.text())
            : expression instanceof Expr.Call call
                ? call.calledName().map(Expr.Name::text)
                : Optional.empty();
    return name.filter(ModeTests::isReserved).isPresent();
  }

  /** Whether a name is that of a number the file system has reserved. */
  static boolean isReserved(String name) {
    return RESERVED.matcher(name).matches();
  }
}
