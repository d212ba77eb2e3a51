package org.gfpaudit.analyzer.masks;

import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.InsertedPages;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.MacroTexts;
import org.gfpaudit.analyzer.model.MacroWrites;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.SinkSignatures;
import org.gfpaudit.analyzer.model.TypeOracle;

/** What every analysis of one tree stands on, whatever definition it is about. */
record Ground(
    Model tree,
    AccessorFinder accessors,
    MacroWrites macroWrites,
    KeptArguments keptArguments,
    BitNumbers numbers,
    Exclusions exclusions) {
  static Ground of(Model tree) {
    MacroWrites macroWrites = new MacroWrites(tree.program(), tree.aliases());
    return new Ground(
        tree,
        new AccessorFinder(tree.program(), tree.kernel()),
        macroWrites,
        new KeptArguments(tree.program(), tree.aliases(), macroWrites),
        new BitNumbers(tree.program(), tree.constants(), tree.kernel()),
        new Exclusions(tree));
  }

  Program program() {
    return tree.program();
  }

  MacroTexts macroTexts() {
    return program().macroTexts();
  }

  KernelModel model() {
    return tree.kernel();
  }

  TypeOracle types() {
    return tree.types();
  }

  InsertedPages insertedPages() {
    return tree.insertedPages();
  }

  SinkSignatures sinks() {
    return tree.sinks();
  }

  CallEdges edges() {
    return tree.edges();
  }
}
