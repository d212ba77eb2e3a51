package org.gfpaudit.analyzer.consequence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.index.SourceIndex.FieldInitializer;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.InodeKindRow;
import org.gfpaudit.rules.knowledge.Knowledge;

/** What the tables of operations say of a function that stands in them. */
final class OperationKinds {
  private static final Pattern TABLE = Pattern.compile("\\bstruct\\s+(\\w+)");
  private static final String FILE_OPERATIONS = "file_operations";
  private static final String PAGE_OPERATIONS = "address_space_operations";

  private final Program program;
  private final SourceIndex index;
  private final Knowledge knowledge;
  private final ConsequenceTables tables;
  private final ModeTests tests;
  private final Memo<Entity, MappingKinds> pageTables;

  OperationKinds(Model model, ModeTests tests) {
    this.program = model.program();
    this.index = program.index();
    this.knowledge = model.knowledge();
    this.tables = knowledge.consequences();
    this.tests = tests;
    this.pageTables = new Memo<>(model.tracing(), "inodes of page tables");
  }

  /** The kinds of inode that a function can get through a parameter, 0-based, as an operation. */
  MappingKinds of(Entity function, int parameter) {
    MappingKinds kinds = MappingKinds.NONE;
    boolean isOperation = false;
    for (FieldInitializer set : index.initializersWithValue(index.nameOf(function))) {
      Optional<String> struct = isMeant(set, function) ? struct(set.entity()) : Optional.empty();
      if (struct.isEmpty()) {
        continue;
      }
      isOperation = true;
      kinds =
          kinds.join(
              struct.get().equals(PAGE_OPERATIONS)
                  ? ofPageTable(set)
                  : byField(set, struct.get(), function, parameter));
    }
    return isOperation && kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
  }

  /** The kind of inode that a function makes as an operation: what it is called for. */
  MappingKinds madeBy(Entity function) {
    for (FieldInitializer set : index.initializersWithValue(index.nameOf(function))) {
      Optional<String> struct = isMeant(set, function) ? struct(set.entity()) : Optional.empty();
      Optional<InodeKind> kind =
          struct.flatMap(
              name -> tables.kind(InodeKindRow.How.MAKER, name + "." + index.text(set.field())));
      if (kind.isPresent()) {
        return MappingKinds.of(kind.get(), program.place(set.entity(), set.offset()), told(set));
      }
    }
    return MappingKinds.UNKNOWN;
  }

  private MappingKinds byField(
      FieldInitializer set, String struct, Entity function, int parameter) {
    Optional<InodeKind> kind =
        type(function, parameter)
            .flatMap(type -> tables.kindByOperation(struct + "." + index.text(set.field()), type));
    if (kind.isPresent()) {
      return MappingKinds.of(kind.get(), program.place(set.entity(), set.offset()), told(set));
    }
    boolean isDrivers =
        struct.equals(FILE_OPERATIONS)
            && switch (knowledge.subsystems().of(program.path(function)).kind()) {
              case PRIVATE, OTHER -> true;
              case GENERIC, FILES -> false;
            };
    return isDrivers
        ? MappingKinds.of(InodeKind.PSEUDO, program.place(set.entity(), set.offset()), told(set))
        : MappingKinds.UNKNOWN;
  }

  private String told(FieldInitializer set) {
    return "is that of ->" + index.text(set.field()) + " = " + index.text(set.value()) + "()";
  }

  private Optional<String> type(Entity function, int parameter) {
    if (index.kind(function) != EntityKind.FUNCTION) {
      return Optional.empty();
    }
    FunctionDefinition definition = program.function(function).variants().get(0).tree();
    if (parameter >= definition.parameters().size()) {
      return Optional.empty();
    }
    return Optional.of(definition.parameters().get(parameter).type().name());
  }

  /**
   * For which kinds of inodes a table of page operations is used. One of which that is not told is
   * used for regular files, and for what else nobody knows.
   */
  private MappingKinds ofPageTable(FieldInitializer set) {
    Entity table = set.entity();
    MappingKinds found = pageTables.get(table, this::placed);
    return found.isKnown() && found.isWhole()
        ? found
        : MappingKinds.of(InodeKind.REGULAR, program.place(table, set.offset()), told(set))
            .join(found.join(MappingKinds.UNKNOWN));
  }

  private MappingKinds placed(Entity table) {
    MappingKinds kinds = MappingKinds.NONE;
    for (FieldInitializer set : index.initializersWithValue(index.nameOf(table))) {
      if (isMeant(set, table) && index.text(set.field()).equals("a_ops")) {
        kinds = kinds.join(placedBy(set));
      }
    }
    return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
  }

  private MappingKinds placedBy(FieldInitializer set) {
    MappingKinds tested = tests.at(set.entity(), set.offset());
    if (tested.isKnown()) {
      return tested;
    }
    MappingKinds made = madeBy(set.entity());
    return made.isKnown() ? made : keptIn(set);
  }

  /** An inode that gets its operations and is put into a field of something else is kept there. */
  private MappingKinds keptIn(FieldInitializer set) {
    for (ControlFlowGraph graph : program.graphs(set.entity())) {
      Kept kept = new Kept(set.offset());
      kept.walk(graph);
      if (kept.owner.isEmpty()) {
        continue;
      }
      Kept again = new Kept(set.offset(), kept.owner);
      again.walk(graph);
      if (again.field.isPresent()) {
        return MappingKinds.of(
            InodeKind.METADATA,
            program.place(set.entity(), set.offset()),
            "gets its operations here and is kept in ." + again.field.get());
      }
    }
    return MappingKinds.UNKNOWN;
  }

  /** Looks for the variable whose mapping is set up, and for the field it is then put into. */
  private static final class Kept extends ExprWalker {
    private final int offset;
    private Optional<String> owner;
    private Optional<String> field = Optional.empty();

    Kept(int offset) {
      this(offset, Optional.empty());
    }

    Kept(int offset, Optional<String> owner) {
      this.offset = offset;
      this.owner = owner;
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      if (!(assign.target() instanceof Expr.Member member)) {
        return;
      }
      if (member.fieldSpan().start() == offset) {
        owner = root(member);
      } else if (owner.isPresent()
          && assign.value() instanceof Expr.Name name
          && owner.get().equals(name.text())
          && !root(member).equals(owner)) {
        field = Optional.of(member.field());
      }
    }

    private static Optional<String> root(Expr expression) {
      Expr base = expression;
      while (base instanceof Expr.Member member) {
        base = member.base();
      }
      return base instanceof Expr.Name name ? Optional.of(name.text()) : Optional.empty();
    }
  }

  private boolean isMeant(FieldInitializer set, Entity value) {
    return index.fileOf(set.entity()).equals(index.fileOf(value)) || !index.isStatic(value);
  }

  /** The tag of the struct that a variable at file scope is. */
  private Optional<String> struct(Entity table) {
    if (index.kind(table) != EntityKind.VARIABLE) {
      return Optional.empty();
    }
    SourceText text = program.textOf(table);
    String declaration = text.text(index.extent(table));
    int end = declaration.indexOf('=');
    Matcher matcher = TABLE.matcher(end < 0 ? declaration : declaration.substring(0, end));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
