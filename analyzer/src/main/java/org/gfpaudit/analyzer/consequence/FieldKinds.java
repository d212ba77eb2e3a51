package org.gfpaudit.analyzer.consequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.InodeKindRow;

/**
 * What stands in a field: an inode that a file system has made for itself and keeps there, a file
 * of shmem, an address_space. Only the code of one subsystem is looked at, for a field's name means
 * another thing elsewhere.
 */
final class FieldKinds {
  private static final int MAX_WRITERS = 24;
  private static final int MAX_DEPTH = 2;

  /** The field of a super block that leads to what its file system keeps of it. */
  private static final String SUPER_BLOCK = "s_fs_info";

  private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");

  private final Model model;
  private final Program program;
  private final SourceIndex index;
  private final ConsequenceTables tables;
  private final Memo<String, Set<String>> superBlocks;
  private final Memo<String, MappingKinds> known;

  FieldKinds(Model model) {
    this.model = model;
    this.program = model.program();
    this.index = program.index();
    this.tables = model.knowledge().consequences();
    this.superBlocks = new Memo<>(model.tracing(), "structs of super blocks");
    this.known = new Memo<>(model.tracing(), "inodes in fields");
  }

  /** The kinds of what stands in a field of that name, for code of {@code reader}'s subsystem. */
  MappingKinds in(String field, Entity reader) {
    Optional<InodeKind> named = tables.kind(InodeKindRow.How.FIELD, field);
    if (named.isPresent()) {
      Place place = program.place(reader, index.nameOffset(reader));
      return MappingKinds.of(named.get(), place, "is reached through ." + field);
    }
    String subsystem = subsystem(reader);
    return known.get(subsystem + " " + field, key -> byWriters(field, subsystem));
  }

  /** Whether a field holds an address_space that is no inode's. */
  MappingKinds embedded(String field, Entity reader) {
    String subsystem = subsystem(reader);
    return known.get(
        subsystem + " &" + field,
        key -> {
          for (String maker : tables.names(InodeKindRow.How.EMBEDS)) {
            for (Entity caller : index.find(maker).map(index::callers).orElse(List.of())) {
              MappingKinds found =
                  subsystem(caller).equals(subsystem)
                      ? madeIn(caller, maker, field)
                      : MappingKinds.UNKNOWN;
              if (found.isKnown()) {
                return found;
              }
            }
          }
          return MappingKinds.UNKNOWN;
        });
  }

  private MappingKinds madeIn(Entity caller, String maker, String field) {
    Pattern call = Pattern.compile(maker + "\\s*\\(\\s*&[^;)]*\\b" + Pattern.quote(field) + "\\b");
    SourceText text = program.textOf(caller);
    var matcher = call.matcher(text.text(index.extent(caller)));
    return matcher.find()
        ? MappingKinds.of(
            InodeKind.EMBEDDED,
            program.place(caller, index.nameOffset(caller)),
            "sets up ." + field + ", an address_space of its own")
        : MappingKinds.UNKNOWN;
  }

  private MappingKinds byWriters(String field, String subsystem) {
    List<Entity> writers =
        index.find(field).map(index::fieldWriters).orElse(List.of()).stream()
            .filter(writer -> subsystem(writer).equals(subsystem))
            .toList();
    if (writers.size() > MAX_WRITERS) {
      return MappingKinds.UNKNOWN;
    }
    MappingKinds kinds = MappingKinds.NONE;
    for (Entity writer : writers) {
      for (ControlFlowGraph graph : program.graphs(writer)) {
        for (Expr.Assign assign : storedIn(graph, field)) {
          if (!isNothing(assign.value())) {
            MappingKinds kept = inSuperBlock(assign, writer, graph);
            kinds = kinds.join(kept.isKnown() ? kept : ofValue(assign.value(), writer, graph));
          }
        }
      }
    }
    return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
  }

  private static boolean isNothing(Expr value) {
    return (value instanceof Expr.Name name && name.text().equals("NULL"))
        || value instanceof Expr.Literal;
  }

  /** An inode that a file system keeps in what belongs to the super block is its own. */
  private MappingKinds inSuperBlock(Expr.Assign assign, Entity writer, ControlFlowGraph graph) {
    Expr.Member target = (Expr.Member) assign.target();
    SourceFile file = index.fileOf(writer);
    boolean isInode =
        model
            .types()
            .typeOf(target, graph, file)
            .filter(type -> type.name().equals("struct inode") && type.pointerDepth() == 1)
            .isPresent();
    Optional<String> owner = model.types().ownerOf(target, graph, file).struct();
    return isInode && owner.filter(superBlocks(writer)::contains).isPresent()
        ? MappingKinds.of(
            InodeKind.METADATA,
            program.place(writer, target.span().start()),
            "is kept in ." + target.field() + " of " + owner.get())
        : MappingKinds.UNKNOWN;
  }

  /** The structs that the file systems of a subsystem hang on their super blocks. */
  private Set<String> superBlocks(Entity reader) {
    String subsystem = subsystem(reader);
    return superBlocks.get(
        subsystem,
        key -> {
          Set<String> structs = new HashSet<>();
          for (Entity writer : index.find(SUPER_BLOCK).map(index::fieldWriters).orElse(List.of())) {
            if (!subsystem(writer).equals(subsystem)) {
              continue;
            }
            SourceFile file = index.fileOf(writer);
            for (ControlFlowGraph graph : program.graphs(writer)) {
              for (Expr.Assign assign : storedIn(graph, SUPER_BLOCK)) {
                model
                    .types()
                    .typeOf(assign.value(), graph, file)
                    .flatMap(type -> model.types().structName(type, file))
                    .ifPresent(structs::add);
              }
            }
          }
          return Set.copyOf(structs);
        });
  }

  private static List<Expr.Assign> storedIn(ControlFlowGraph graph, String field) {
    List<Expr.Assign> values = new ArrayList<>();
    new ExprWalker() {
      @Override
      protected void onAssign(Expr.Assign assign) {
        if (assign.compound().isEmpty()
            && assign.target() instanceof Expr.Member member
            && member.field().equals(field)) {
          values.add(assign);
        }
      }
    }.walk(graph);
    return values;
  }

  /** The kinds of the object that an expression is. */
  MappingKinds ofValue(Expr value, Entity in, ControlFlowGraph graph) {
    if (value instanceof Expr.Cast cast) {
      return ofValue(cast.operand(), in, graph);
    }
    if (value instanceof Expr.Assign assign) {
      return ofValue(assign.value(), in, graph);
    }
    if (value instanceof Expr.Call call) {
      return ofCall(call, in);
    }
    return value instanceof Expr.Name name && graph.variable(name).isPresent()
        ? ofVariable(name.text(), in, graph)
        : MappingKinds.UNKNOWN;
  }

  /** The kinds of what is put into a variable in this function, by calls. */
  MappingKinds ofVariable(String variable, Entity in, ControlFlowGraph graph) {
    List<Expr> values = new ArrayList<>();
    for (var block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Initialize set
            && set.variable().name().equals(variable)) {
          values.add(set.value());
        }
      }
    }
    new ExprWalker() {
      @Override
      protected void onAssign(Expr.Assign assign) {
        if (assign.target() instanceof Expr.Name target && target.text().equals(variable)) {
          values.add(assign.value());
        }
      }
    }.walk(graph);
    MappingKinds kinds = MappingKinds.NONE;
    for (Expr value : values) {
      if (!isNothing(value)) {
        kinds =
            kinds.join(value instanceof Expr.Call call ? ofCall(call, in) : MappingKinds.UNKNOWN);
      }
    }
    return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
  }

  /** What a call, by its text, says of the inode it gets: a reserved number, or a mode. */
  MappingKinds byArguments(Entity in, String call) {
    Place place = program.place(in, index.nameOffset(in));
    Matcher word = WORD.matcher(call.substring(Math.max(0, call.indexOf('('))));
    while (word.find()) {
      String constant = word.group();
      Optional<InodeKind> mode = tables.kind(InodeKindRow.How.TEST, constant);
      if (mode.isPresent()) {
        return MappingKinds.of(mode.get(), place, "is made as " + constant);
      }
      if (ModeTests.isReserved(constant)) {
        return MappingKinds.of(
            InodeKind.METADATA, place, "is got by its reserved number " + constant);
      }
    }
    return MappingKinds.UNKNOWN;
  }

  /** The kinds of what a call returns, which is then kept in a field. */
  private MappingKinds ofCall(Expr.Call call, Entity in) {
    Optional<String> name = call.calledName().map(Expr.Name::text);
    if (name.isEmpty()) {
      return MappingKinds.UNKNOWN;
    }
    Place place = program.place(in, call.span().start());
    Optional<InodeKind> row = tables.kind(InodeKindRow.How.RESULT, name.get());
    if (row.isPresent()) {
      return MappingKinds.of(row.get(), place, "comes from " + name.get() + "()");
    }
    if (model.kernel().mappings().isFresh(name.get())) {
      return MappingKinds.of(
          InodeKind.METADATA, place, "is made by " + name.get() + "() and kept in a field");
    }
    for (Expr argument : call.arguments()) {
      if (ModeTests.isReserved(argument)) {
        return MappingKinds.of(
            InodeKind.METADATA,
            place,
            "is got by its reserved number " + program.textOf(in).textOnOneLine(argument.span()));
      }
    }
    return madeBy(name.get(), in, place);
  }

  /** What a function of the same subsystem makes and returns. */
  private MappingKinds madeBy(String name, Entity in, Place place) {
    for (Entity callee : model.aliases().resolveIn(in, name)) {
      Optional<InodeKind> kind =
          index.kind(callee) == EntityKind.FUNCTION && subsystem(callee).equals(subsystem(in))
              ? made(callee, MAX_DEPTH)
              : Optional.empty();
      if (kind.isPresent()) {
        return MappingKinds.of(kind.get(), place, "is made by " + name + "() and kept in a field");
      }
    }
    return MappingKinds.UNKNOWN;
  }

  /** The kind that a function by that name makes, where a row of the table says so. */
  MappingKinds madeByRow(Entity in, String name) {
    for (Entity callee : model.aliases().resolveIn(in, name)) {
      Optional<InodeKind> kind =
          index.kind(callee) == EntityKind.FUNCTION ? made(callee, 1) : Optional.empty();
      if (kind.isPresent() && kind.get() != InodeKind.METADATA) {
        return MappingKinds.of(
            kind.get(),
            program.place(callee, index.nameOffset(callee)),
            "is made by " + name + "()");
      }
    }
    return MappingKinds.UNKNOWN;
  }

  /** What the calls of a function make, where one says. */
  private Optional<InodeKind> made(Entity maker, int depth) {
    for (Name called : index.calls(maker)) {
      String name = index.text(called);
      Optional<InodeKind> row = tables.kind(InodeKindRow.How.RESULT, name);
      if (row.isPresent()) {
        return row;
      }
      if (model.kernel().mappings().isFresh(name)) {
        return Optional.of(InodeKind.METADATA);
      }
    }
    for (Name called : depth == 0 ? List.<Name>of() : index.calls(maker)) {
      for (Entity callee : model.aliases().resolveIn(maker, index.text(called))) {
        if (index.kind(callee) == EntityKind.FUNCTION
            && index.fileOf(callee).equals(index.fileOf(maker))) {
          Optional<InodeKind> kind = made(callee, depth - 1);
          if (kind.isPresent()) {
            return kind;
          }
        }
      }
    }
    return Optional.empty();
  }

  private String subsystem(Entity entity) {
    return model.knowledge().subsystems().of(program.path(entity)).name();
  }
}
