package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** All functions of some code, and the type names the parser may ask for. */
record Functions(List<Function> all, Set<String> typeNames) {
  /** Where a function stands. */
  record Function(SourceText text, Span extent) {}

  static Functions of(MemoryTree code) throws IOException {
    SourceIndex index = new IndexBuilder(code::read, 1).build(code.files());
    Map<SourceFile, SourceText> texts = new HashMap<>();
    for (SourceFile file : index.files().toList()) {
      texts.put(file, new SourceText(index.path(file), code.read(index.path(file))));
    }
    List<Function> all = new ArrayList<>();
    Set<String> typeNames = new HashSet<>();
    for (Entity entity : index.entities().toList()) {
      if (index.kind(entity) == EntityKind.FUNCTION) {
        all.add(new Function(texts.get(index.fileOf(entity)), index.extent(entity)));
      } else if (index.kind(entity) == EntityKind.TYPEDEF) {
        typeNames.add(index.text(index.nameOf(entity)));
      }
    }
    return new Functions(List.copyOf(all), Set.copyOf(typeNames));
  }
}
