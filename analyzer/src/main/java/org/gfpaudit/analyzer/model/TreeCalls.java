package org.gfpaudit.analyzer.model;

import java.util.List;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.analyzer.lower.Lowering;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * What a tree's definitions and the tables say of a call by its name. A function never returns if a
 * table says so, or if it is short and none of its ways returns because of such calls, or of calls
 * of such functions. Safe for several threads.
 */
final class TreeCalls implements KnownCalls {
  /** How many calls deep a function that never returns is recognised. */
  private static final int DEPTH = 2;

  /** Whoever ends the machine or the task does so in few lines. */
  private static final int MAX_LENGTH = 2000;

  private final Program program;
  private final Knowledge knowledge;
  private final MacroTexts macros;
  private final int depth;
  private final KnownCalls beneath;
  private final Memo<String, Boolean> endless;
  private final Memo<String, Boolean> assigning;

  TreeCalls(Program program, Knowledge knowledge) {
    this(program, knowledge, program.macroTexts(), DEPTH);
  }

  private TreeCalls(Program program, Knowledge knowledge, MacroTexts macros, int depth) {
    this.program = program;
    this.knowledge = knowledge;
    this.macros = macros;
    this.depth = depth;
    this.endless = new Memo<>(program.tracing(), "endless " + depth);
    this.assigning = new Memo<>(program.tracing(), "assigning " + depth);
    this.beneath = depth == 0 ? this : new TreeCalls(program, knowledge, macros, depth - 1);
  }

  @Override
  public boolean neverReturns(String name) {
    if (knowledge.isIdiom(Idiom.Kind.NORETURN, name)) {
      return true;
    }
    if (depth == 0) {
      return false;
    }
    return endless.get(name, each -> isEndless(program.index().definitions(each)));
  }

  private boolean isEndless(List<Entity> definitions) {
    return !definitions.isEmpty() && definitions.stream().allMatch(this::isEndless);
  }

  private boolean isEndless(Entity function) {
    if (program.index().kind(function) != EntityKind.FUNCTION
        || program.index().extent(function).length() > MAX_LENGTH
        || !callsEndless(function)) {
      return false;
    }
    for (Parsed.Variant<FunctionDefinition> variant : program.function(function).variants()) {
      if (Lowering.lower(variant.tree(), beneath).reachesExit()) {
        return false;
      }
    }
    return true;
  }

  private boolean callsEndless(Entity function) {
    for (Name called : program.index().calls(function)) {
      if (beneath.neverReturns(program.index().text(called))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean refuses(String name) {
    return knowledge.isIdiom(Idiom.Kind.ASSERT, name);
  }

  @Override
  public boolean isCondition(String name) {
    return knowledge.isIdiom(Idiom.Kind.CONDITION, name);
  }

  @Override
  public boolean isPure(String name) {
    return knowledge.isIdiom(Idiom.Kind.TEST, name)
        || knowledge.isIdiom(Idiom.Kind.OPTION, name)
        || knowledge.isIdiom(Idiom.Kind.ENABLED, name);
  }

  @Override
  public boolean mayAssign(String name) {
    return assigning.get(name, each -> isAssigning(program.index().definitions(each)));
  }

  private boolean isAssigning(List<Entity> definitions) {
    return definitions.isEmpty()
        || definitions.stream()
            .anyMatch(
                definition ->
                    switch (program.index().kind(definition)) {
                      case FUNCTION_MACRO -> macros.mayAssign(definition);
                      case OBJECT_MACRO -> true;
                      case FUNCTION, STRUCT, TYPEDEF, VARIABLE, INVOCATION -> false;
                    });
  }
}
