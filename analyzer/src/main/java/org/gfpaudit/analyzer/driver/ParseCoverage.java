package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.parse.Diagnostic;
import org.gfpaudit.grammar.parse.KernelParser;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.Problem;

/**
 * How much of a tree the grammar reads: parses every function definition, keeps none. A function
 * that the scanner did not find as one counts as not parsed.
 */
public final class ParseCoverage {
  private final AuditRequest request;
  private final Stopwatch stopwatch;
  private final LongAdder functions = new LongAdder();
  private final LongAdder clean = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Map<String, Counted> causes = new HashMap<>();

  /** How often a cause was met, and the first place in the order of files and lines. */
  private record Counted(long count, String file, int line) {
    Counted and(Counted other) {
      boolean earlier =
          file.compareTo(other.file) < 0 || (file.equals(other.file) && line <= other.line);
      return new Counted(
          count + other.count, earlier ? file : other.file, earlier ? line : other.line);
    }
  }

  private ParseCoverage(AuditRequest request) {
    this.request = request;
    this.stopwatch = new Stopwatch(request.run().progress());
  }

  /**
   * Parses all functions of the tree, or of the paths asked for.
   *
   * @throws IOException where the tree's root cannot be listed
   */
  public static CoverageResult measure(AuditRequest request) throws IOException {
    return new ParseCoverage(request).measure();
  }

  private CoverageResult measure() throws IOException {
    SourceTree tree = request.tree();
    Indexed indexed = Indexing.whole(request, Indexing.run(request, stopwatch), stopwatch);
    SourceIndex index = indexed.index();
    stopwatch.begin("parse");
    Program program = new Program(tree, index);
    List<List<Entity>> byFile = definitionsByFile(index);
    Workers.forEach(
        byFile.size(),
        request.run().jobs(),
        request.run().progress(),
        i -> parse(program, byFile.get(i)));
    stopwatch.count("functions", functions.sum());
    stopwatch.count("bytes", bytes.sum());
    List<Problem> problems = new ArrayList<>(indexed.problems());
    problems.addAll(tree.problems());
    return new CoverageResult(
        functions.sum(), clean.sum(), sortedCauses(), problems, stopwatch.end());
  }

  /** The definitions of the files that hold a function, or could. */
  private List<List<Entity>> definitionsByFile(SourceIndex index) {
    return index
        .files()
        .filter(file -> request.isReported(index.path(file)))
        .filter(file -> index.path(file).endsWith(".c") || holdsFunction(index, file))
        .map(index::entitiesOf)
        .filter(definitions -> !definitions.isEmpty())
        .toList();
  }

  private static boolean holdsFunction(SourceIndex index, SourceFile file) {
    return index.entitiesOf(file).stream().anyMatch(e -> index.kind(e) == EntityKind.FUNCTION);
  }

  private void parse(Program program, List<Entity> entities) {
    SourceIndex index = program.index();
    KernelParser parser = new KernelParser(program::isTypeName);
    SourceText text = program.freshText(index.fileOf(entities.get(0)));
    for (MissedFunctions.Missed missed : MissedFunctions.of(text, index, entities)) {
      functions.increment();
      note(missed.cause(), text, missed.offset());
    }
    for (Entity entity : entities) {
      if (index.kind(entity) != EntityKind.FUNCTION) {
        continue;
      }
      Parsed<?> parsed = parser.parseFunction(text, index.extent(entity));
      functions.increment();
      bytes.add(index.extent(entity).length());
      if (parsed.isClean()) {
        clean.increment();
      } else {
        note(parsed, text);
      }
    }
  }

  /** Counts the first cause that stopped a function. */
  private void note(Parsed<?> parsed, SourceText text) {
    for (Parsed.Variant<?> variant : parsed.variants()) {
      if (!variant.diagnostics().isEmpty()) {
        Diagnostic first = variant.diagnostics().get(0);
        note(first.cause(), text, first.span().start());
        return;
      }
    }
  }

  private void note(String cause, SourceText text, int offset) {
    Counted one = new Counted(1, text.path(), text.line(offset));
    synchronized (causes) {
      causes.merge(cause, one, Counted::and);
    }
  }

  private List<Cause> sortedCauses() {
    return causes.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Counted> entry) -> -entry.getValue().count())
                .thenComparing(Map.Entry::getKey))
        .map(
            entry ->
                new Cause(
                    entry.getKey(),
                    entry.getValue().count(),
                    entry.getValue().file() + ":" + entry.getValue().line()))
        .toList();
  }
}
