package org.gfpaudit.analyzer.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.HandedIn;
import org.gfpaudit.analyzer.lower.KeptGraph;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.segment.FileContent;
import org.gfpaudit.grammar.segment.SegmentIndex;

/**
 * What one audit made of the texts of files, for the next one of the same process: trees of
 * definitions, graphs of functions, and answers to searches. All of it holds for files of the same
 * content alone, and what took more than the text as long as every question that was asked on the
 * way has its answer: which names are types, what is known of the functions that are called, which
 * constants callers hand in. Of the files that the last audit read, and no others. For one audit at
 * a time, of several threads.
 */
public final class KeptReadings {
  private Map<FileContent, OfFile> last = Map.of();

  /**
   * A question that a text answers.
   *
   * @param place of the definition that it is about, or {@link #WHOLE}
   */
  private record Search(int place, String question) {
    static final int WHOLE = -1;
  }

  /** Those of one file, by the places of definitions in it and by patterns. */
  private record OfFile(
      ConcurrentHashMap<Integer, OfDefinition> definitions,
      ConcurrentHashMap<Search, Boolean> searches) {
    OfFile() {
      this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  /** A tree, whether names were types when it was made, and the graphs of its variants. */
  private record OfDefinition(
      Parsed<?> parsed,
      Map<String, Boolean> typeNames,
      ConcurrentHashMap<Integer, KeptGraph> graphs) {
    OfDefinition(Parsed<?> parsed, Map<String, Boolean> typeNames) {
      this(parsed, typeNames, new ConcurrentHashMap<>());
    }

    boolean isOf(int variant, FunctionDefinition tree) {
      return variant < parsed.variants().size()
          && parsed.variants().get(variant).tree().equals(tree);
    }

    boolean holds(Predicate<String> isTypeName) {
      return typeNames.entrySet().stream()
          .allMatch(asked -> isTypeName.test(asked.getKey()) == asked.getValue());
    }
  }

  /** Those of the tree that is audited next. */
  OfTree of(SegmentIndex index) {
    OfTree next = new OfTree(index, last);
    last = next.now;
    return next;
  }

  /** What is kept of one tree. */
  static final class OfTree {
    private final SegmentIndex index;
    private final Map<FileContent, OfFile> before;
    private final ConcurrentHashMap<FileContent, OfFile> now = new ConcurrentHashMap<>();

    private OfTree(SegmentIndex index, Map<FileContent, OfFile> before) {
      this.index = index;
      this.before = before;
    }

    private OfFile of(SourceFile file) {
      return now.computeIfAbsent(
          index.content(file),
          content -> {
            OfFile known = before.get(content);
            return known == null ? new OfFile() : known;
          });
    }

    /**
     * The trees of a definition, made by {@code parse} where they are not known.
     *
     * @param <T> the one type of tree that is asked for of this definition
     */
    @SuppressWarnings("unchecked") // A definition is of one kind.
    <T> Parsed<T> definition(
        Entity entity, Predicate<String> isTypeName, Function<Predicate<String>, Parsed<T>> parse) {
      Map<Integer, OfDefinition> known = of(index.fileOf(entity)).definitions;
      int place = index.ordinal(entity);
      OfDefinition found = known.get(place);
      if (found == null || !found.holds(isTypeName)) {
        Map<String, Boolean> asked = new HashMap<>();
        Parsed<T> parsed =
            parse.apply(
                name -> {
                  boolean isType = isTypeName.test(name);
                  asked.put(name, isType);
                  return isType;
                });
        found = new OfDefinition(parsed, Map.copyOf(asked));
        known.put(place, found);
      }
      return (Parsed<T>) found.parsed;
    }

    /**
     * The graph of a function.
     *
     * @param variant its place among the variants of {@link #definition}, which was asked for
     * @param tree of that variant
     */
    ControlFlowGraph graph(
        Entity entity, int variant, FunctionDefinition tree, KnownCalls calls, HandedIn handedIn) {
      OfDefinition definition =
          Objects.requireNonNull(of(index.fileOf(entity)).definitions.get(index.ordinal(entity)));
      if (!definition.isOf(variant, tree)) {
        // A file of the same text that knows other types was read since.
        return KeptGraph.of(tree, calls).with(calls, handedIn);
      }
      KeptGraph known = definition.graphs.get(variant);
      if (known == null || !known.holds(calls)) {
        known = KeptGraph.of(tree, calls);
        definition.graphs.put(variant, known);
      }
      return known.with(calls, handedIn);
    }

    /** The answer to a search in a file, by {@code search} where it is not known. */
    boolean isFound(SourceFile file, String pattern, BooleanSupplier search) {
      return answer(file, new Search(Search.WHOLE, pattern), search);
    }

    /** The answer to a question that the text of a definition decides. */
    boolean isTrue(Entity entity, String question, BooleanSupplier look) {
      return answer(index.fileOf(entity), new Search(index.ordinal(entity), question), look);
    }

    private boolean answer(SourceFile file, Search search, BooleanSupplier look) {
      Map<Search, Boolean> known = of(file).searches;
      Boolean found = known.get(search);
      if (found == null) {
        found = look.getAsBoolean();
        known.put(search, found);
      }
      return found;
    }
  }
}
