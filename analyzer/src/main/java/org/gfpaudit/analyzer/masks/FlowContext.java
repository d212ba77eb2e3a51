package org.gfpaudit.analyzer.masks;

import java.util.Optional;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.analyzer.scope.CallSites;
import org.gfpaudit.analyzer.scope.ScopeContext;
import org.gfpaudit.analyzer.scope.ScopeEffects;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.MappingForms;
import org.gfpaudit.rules.mask.Origin;

/**
 * One configuration of one function or macro, and everything its analysis looks things up in.
 *
 * @param entity the function or macro
 * @param settingMacros those that {@code graph} uses
 */
record FlowContext(
    Ground ground,
    GlobalNames globals,
    Callees callees,
    Entity entity,
    ControlFlowGraph graph,
    SettingMacros settingMacros) {

  FlowContext(
      Ground ground, GlobalNames globals, Callees callees, Entity entity, ControlFlowGraph graph) {
    this(ground, globals, callees, entity, graph, new SettingMacros());
  }

  Program program() {
    return ground.program();
  }

  KernelModel model() {
    return ground.model();
  }

  TypeOracle types() {
    return ground.types();
  }

  Knowledge knowledge() {
    return model().knowledge();
  }

  MappingForms mappings() {
    return model().mappings();
  }

  /** What a call gives, if it follows fields from one of its arguments and does nothing else. */
  Optional<AccessorFinder.Way> accessor(Expr.Call call) {
    return ground.accessors().of(call, entity, callees);
  }

  /** The same for task scopes; what callees do to them is asked later, where it matters. */
  ScopeContext scopeContext() {
    return new ScopeContext(graph, file(), text(), knowledge(), ScopeEffects.NONE);
  }

  SourceFile file() {
    return program().index().fileOf(entity);
  }

  SourceText text() {
    return program().textOf(entity);
  }

  /** A call, where the name or field stands that it goes through. */
  CallSite site(Expr.Call call) {
    return new CallSite(entity, CallSites.offset(call));
  }

  Place place(Span span) {
    return program().place(entity, span.start());
  }

  Origin declarationOrigin(LocalVariable variable) {
    return new Origin(program().place(entity, variable.declarationOffset()), variable.name());
  }

  Origin origin(Span span) {
    return new Origin(place(span), text().textOnOneLine(span));
  }

  /**
   * The name behind the one that is called, where that is another name for a function. What the
   * tables say of writers holds whatever an architecture makes of their names.
   */
  String calledName(Expr.Name called) {
    return knowledge().isWriter(called.text())
        ? called.text()
        : callees.canonicalName(file(), called.text());
  }
}
