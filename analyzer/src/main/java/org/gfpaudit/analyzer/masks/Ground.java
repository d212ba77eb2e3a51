package org.gfpaudit.analyzer.masks;

import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.MacroTexts;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.SinkSignatures;
import org.gfpaudit.analyzer.model.TypeOracle;

/** What every analysis of one tree stands on, whatever definition it is about. */
record Ground(
    Program program,
    KernelModel model,
    TypeOracle types,
    AccessorFinder accessors,
    MacroTexts macroTexts,
    SinkSignatures sinks) {
  static Ground of(Model tree) {
    return new Ground(
        tree.program(),
        tree.kernel(),
        tree.types(),
        new AccessorFinder(tree.program(), tree.kernel()),
        new MacroTexts(tree.program()),
        tree.sinks());
  }
}
