package org.gfpaudit.analyzer.consequence;

import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;

/** Functions that return the address of a mapping that lies in a struct of its own. */
final class EmbeddedMappings {
  private static final String MAPPING = "struct address_space";

  private final Model model;
  private final Memo<Entity, MappingKinds> known;

  EmbeddedMappings(Model model) {
    this.model = model;
    this.known = new Memo<>(model.tracing(), "embedded mappings");
  }

  /** What a function that is called in {@code in} by that name returns, if it is such a mapping. */
  MappingKinds returned(Entity in, String name) {
    MappingKinds kinds = MappingKinds.NONE;
    for (Entity callee : model.aliases().resolveIn(in, name)) {
      kinds = kinds.join(known.get(callee, this::find));
    }
    return kinds.isKnown() ? kinds : MappingKinds.UNKNOWN;
  }

  private MappingKinds find(Entity callee) {
    if (model.index().kind(callee) != EntityKind.FUNCTION) {
      return MappingKinds.UNKNOWN;
    }
    for (ControlFlowGraph graph : model.program().graphs(callee)) {
      for (BasicBlock block : graph.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Return result
              && isAddress(result.value(), graph, model.index().fileOf(callee))) {
            return MappingKinds.of(
                InodeKind.EMBEDDED,
                model.program().place(callee, result.value().span().start()),
                "is an address_space in a struct of its own");
          }
        }
      }
    }
    return MappingKinds.UNKNOWN;
  }

  private boolean isAddress(Expr value, ControlFlowGraph graph, SourceFile file) {
    return value instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.ADDRESS
        && unary.operand() instanceof Expr.Member member
        && model
            .types()
            .typeOf(member, graph, file)
            .filter(type -> type.pointerDepth() == 0 && type.name().equals(MAPPING))
            .isPresent()
        && model
            .types()
            .typeOf(member.base(), graph, file)
            .flatMap(type -> model.types().structName(type, file))
            .filter(struct -> !struct.equals("struct inode"))
            .isPresent();
  }
}
