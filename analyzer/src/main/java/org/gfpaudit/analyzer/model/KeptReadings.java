package org.gfpaudit.analyzer.model;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.HandedIn;
import org.gfpaudit.analyzer.lower.KeptGraph;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.segment.FileContent;
import org.gfpaudit.grammar.segment.IndexChange;
import org.gfpaudit.grammar.segment.IndexedFiles;
import org.gfpaudit.grammar.segment.Numbering;
import org.gfpaudit.grammar.segment.SegmentIndex;

/**
 * What one audit made of the texts of files, for the next one of the same process: trees of
 * definitions, graphs of functions, and answers to searches. All of it holds for files of the same
 * content alone, and what took more than the text as long as every question that was asked on the
 * way has its answer: which names are types, what is known of the functions that are called, which
 * constants callers hand in. Of the files that the tree still has, and no others. For one audit at
 * a time, of several threads.
 */
public final class KeptReadings {
  private Map<FileContent, OfFile> last = Map.of();
  private Optional<IndexedFiles> files = Optional.empty();
  private Optional<Known> known = Optional.empty();
  private Optional<Kbuild> kbuild = Optional.empty();
  private final KeptTables tables;
  private final Predicate<Read> isLookedAt;

  public KeptReadings() {
    this(new KeptTables());
  }

  /** Whether anything of it can be used for a state in which so many files are others. */
  public static boolean helps(int changedFiles) {
    return changedFiles <= IndexedFiles.MOST_CHANGED;
  }

  /** For tests. */
  KeptReadings(KeptTables tables) {
    this(tables, read -> true);
  }

  /**
   * For tests.
   *
   * @param isLookedAt of what was read in the audit before, what is held against the tree as it is
   *     now; all else is taken to say what it said
   */
  KeptReadings(Predicate<Read> isLookedAt) {
    this(new KeptTables(), isLookedAt);
  }

  private KeptReadings(KeptTables tables, Predicate<Read> isLookedAt) {
    this.tables = tables;
    this.isLookedAt = isLookedAt;
  }

  /** The next audit uses no answers of the one before. */
  public void forget() {
    known = Optional.empty();
  }

  /** What was known beside the tree. */
  private record Known(KernelModel kernel, BitSet own) {}

  /**
   * A question that a text answers.
   *
   * @param place of the definition that it is about, or {@link #WHOLE}
   */
  private record Search(int place, String question) {
    static final int WHOLE = -1;
  }

  /** A definition as it was read: as what it is, or, to see what it is not, as something else. */
  private record ReadAs(int place, Class<?> type) {}

  /** Those of one file, by the places of definitions in it and by patterns. */
  private record OfFile(
      ConcurrentHashMap<ReadAs, OfDefinition> definitions,
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

  /**
   * How the entities of the tree that is audited next are numbered: as before where that can be, so
   * that answers hold.
   */
  public Numbering numbering() {
    return Numbering.after(files);
  }

  /**
   * Those of the tree that is audited next.
   *
   * @param index with the numbers of {@link #numbering}
   */
  OfTree of(SegmentIndex index) {
    IndexedFiles here = index.indexedFiles();
    Optional<IndexChange> change = files.flatMap(before -> before.changeTo(here));
    files = Optional.of(here);
    Map<FileContent, OfFile> before = last;
    OfTree next = new OfTree(this, index, before, change);
    change.ifPresent(c -> next.keepBut(c.gone()));
    last = next.now;
    return next;
  }

  /** What is kept of one tree. */
  static final class OfTree {
    private final KeptReadings all;
    private final SegmentIndex index;
    private final Map<FileContent, OfFile> before;
    private final Optional<IndexChange> change;
    private final Tracing tracing;
    private final ConcurrentHashMap<FileContent, OfFile> now = new ConcurrentHashMap<>();

    private OfTree(
        KeptReadings all,
        SegmentIndex index,
        Map<FileContent, OfFile> before,
        Optional<IndexChange> change) {
      this.all = all;
      this.index = index;
      this.before = before;
      this.change = change;
      this.tracing = new Tracing(Optional.of(all.tables));
    }

    /** All that is known of files that are still there may be asked for again. */
    private void keepBut(Set<FileContent> gone) {
      before.forEach(
          (content, known) -> {
            if (!gone.contains(content)) {
              now.put(content, known);
            }
          });
    }

    /** What notes what is read of the tree. */
    Tracing tracing() {
      return tracing;
    }

    /** The makefiles of the tree, of which those are read that say something else than before. */
    Kbuild kbuild(SourceTree tree) {
      Kbuild here =
          all.kbuild.map(before -> Kbuild.after(before, tree)).orElseGet(() -> new Kbuild(tree));
      all.kbuild = Optional.of(here);
      return here;
    }

    /**
     * What is known of the kernel, in which bits have the numbers that they had in the audit before
     * if its answers may be used.
     *
     * @param isOwn accepts the paths that are audited
     */
    KernelModel begin(KernelModel kernel, Predicate<String> isOwn, Program program, Kbuild kbuild) {
      BitSet own = new BitSet();
      index.files().filter(file -> isOwn.test(index.path(file))).forEach(f -> own.set(f.number()));
      Optional<KernelModel> same =
          all.known
              .filter(known -> change.filter(c -> c.areSame(known.own, own)).isPresent())
              .flatMap(known -> kernel.numberedAs(known.kernel));
      KernelModel numbered = same.orElse(kernel);
      all.known = Optional.of(new Known(numbered, own));
      if (same.isPresent()) {
        tracing.start(new TreeNow(change.get(), index, program, kbuild, all.isLookedAt));
      } else {
        tracing.startAnew();
      }
      return numbered;
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
     * @param type the one type of trees that {@code parse} makes
     */
    @SuppressWarnings("unchecked") // By the key.
    <T> Parsed<T> definition(
        Entity entity,
        Class<T> type,
        Predicate<String> isTypeName,
        Function<Predicate<String>, Parsed<T>> parse) {
      Map<ReadAs, OfDefinition> known = of(index.fileOf(entity)).definitions;
      ReadAs place = new ReadAs(index.ordinal(entity), type);
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
          Objects.requireNonNull(
              of(index.fileOf(entity))
                  .definitions
                  .get(new ReadAs(index.ordinal(entity), FunctionDefinition.class)));
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
