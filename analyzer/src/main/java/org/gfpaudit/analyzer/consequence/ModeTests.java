package org.gfpaudit.analyzer.consequence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.Jumps;
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

  /** A test that leaves more kinds than this says what an inode is not, and no more. */
  private static final int MAX_TOLD = 3;

  /** How numbers of inodes are called that a file system has reserved. */
  private static final Pattern RESERVED =
      Pattern.compile("[A-Z][A-Z0-9_]*_(INO|INODE|CNID|FILE|SPECIAL)(_[A-Z]+)?");

  private final Program program;
  private final Knowledge knowledge;
  private final ConsequenceTables tables;

  ModeTests(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
    this.tables = knowledge.consequences();
  }

  /** What is known at a byte of a function; unknown where nothing tests. */
  MappingKinds at(Entity entity, int offset) {
    if (program.index().kind(entity) != EntityKind.FUNCTION) {
      return MappingKinds.UNKNOWN;
    }
    MappingKinds result = MappingKinds.NONE;
    for (Parsed.Variant<FunctionDefinition> variant : program.function(entity).variants()) {
      Walk walk = new Walk(offset);
      walk.into(variant.tree().body());
      if (!walk.isFound) {
        continue;
      }
      if (walk.kinds.size() > MAX_TOLD || walk.teller.isEmpty()) {
        return MappingKinds.UNKNOWN;
      }
      Expr teller = walk.teller.get();
      result =
          result.join(
              MappingKinds.of(
                  walk.kinds,
                  program.place(entity, teller.span().start()),
                  (walk.isPast ? "comes past the test " : "is tested by ")
                      + program.textOf(entity).textOnOneLine(teller.span())));
    }
    return result.isKnown() ? result : MappingKinds.UNKNOWN;
  }

  /** Down to the statement that holds the offset, with what the conditions on the way leave. */
  private final class Walk {
    private final int offset;
    private Set<InodeKind> kinds = ALL;
    private Optional<Expr> teller = Optional.empty();
    private boolean isPast;
    private boolean isFound;

    Walk(int offset) {
      this.offset = offset;
    }

    private boolean holds(Stmt statement) {
      return statement.span().start() <= offset && offset < statement.span().end();
    }

    private void learn(Expr condition, boolean isTrue) {
      Set<InodeKind> told = isTrue ? whenTrue(condition) : whenFalse(condition);
      if (told.equals(ALL)) {
        return;
      }
      Set<InodeKind> left = EnumSet.copyOf(kinds);
      left.retainAll(told);
      if (!left.isEmpty()) {
        kinds = left;
        teller = Optional.of(condition);
        isPast = !isTrue;
      }
    }

    void into(Stmt statement) {
      if (statement instanceof Stmt.Block block) {
        inBlock(block.statements());
      } else if (statement instanceof Stmt.If branch) {
        if (holds(branch.then())) {
          learn(branch.condition(), /* isTrue= */ true);
          into(branch.then());
        } else if (branch.otherwise().filter(this::holds).isPresent()) {
          learn(branch.condition(), /* isTrue= */ false);
          into(branch.otherwise().get());
        } else {
          isFound = true;
        }
      } else if (statement instanceof Stmt.While loop) {
        into(loop.body());
      } else if (statement instanceof Stmt.DoWhile loop) {
        into(loop.body());
      } else if (statement instanceof Stmt.For loop) {
        into(loop.body());
      } else if (statement instanceof Stmt.MacroBlock block) {
        into(block.body());
      } else if (statement instanceof Stmt.Switch choice) {
        inSwitch(choice);
      } else {
        isFound = true;
      }
    }

    private void inBlock(List<Stmt> statements) {
      for (Stmt each : statements) {
        if (holds(each)) {
          into(each);
          return;
        }
        if (each.span().start() > offset) {
          break;
        }
        if (each instanceof Stmt.If branch
            && branch.otherwise().isEmpty()
            && Jumps.leaves(branch.then())) {
          learn(branch.condition(), /* isTrue= */ false);
        }
        if (each instanceof Stmt.Label) {
          // Who jumps here has come another way.
          kinds = ALL;
          teller = Optional.empty();
        }
      }
      isFound = true;
    }

    private void inSwitch(Stmt.Switch choice) {
      if (choice.body() instanceof Stmt.Block block) {
        Set<InodeKind> cases = EnumSet.noneOf(InodeKind.class);
        boolean isOther = false;
        boolean isOpen = false;
        for (Stmt each : block.statements()) {
          if (each.span().start() > offset) {
            break;
          }
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
          if (holds(each)) {
            if (!isOther && !cases.isEmpty()) {
              kinds = EnumSet.copyOf(cases);
              isPast = false;
              teller = Optional.of(choice.selector());
            }
            into(each);
            return;
          }
        }
      }
      isFound = true;
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
