package org.gfpaudit.analyzer.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.parse.KernelParser;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * A tree with its index; definitions are parsed when first asked for and kept. Safe for several
 * threads.
 */
public final class Program {
  private final SourceTree tree;
  private final SourceIndex index;
  private final Tracing tracing;
  private final Memo<String, Boolean> typeNames;

  private final ParserPool parsers = new ParserPool();

  private final Optional<KeptReadings.OfTree> kept;

  private final TextReads reads;
  private final MacroTexts macroTexts;
  private final RecentTexts texts;
  private final Memo<Entity, Parsed<FunctionDefinition>> functions;
  private final Memo<Entity, Parsed<MacroDefinition>> macros;
  private final Memo<Entity, Parsed<Declaration>> declarations;
  private final Memo<Entity, DirectiveConditions> directives;
  private final DefinitionGraphs graphs;

  /** A tree of which nothing is known but what stands in it. */
  public Program(SourceTree tree, SourceIndex index) {
    this(tree, index, Knowledge.shipped());
  }

  /** A tree, and what is known of the kernel it belongs to. */
  public Program(SourceTree tree, SourceIndex index, Knowledge knowledge) {
    this(tree, index, knowledge, Optional.empty());
  }

  /** The same with what earlier audits made of its texts. */
  Program(
      SourceTree tree, SourceIndex index, Knowledge knowledge, Optional<KeptReadings.OfTree> kept) {
    this.kept = kept;
    this.tracing = kept.map(KeptReadings.OfTree::tracing).orElse(Tracing.NONE);
    this.typeNames = new Memo<>(tracing, "type names");
    this.functions = new Memo<>(tracing);
    this.macros = new Memo<>(tracing);
    this.declarations = new Memo<>(tracing);
    this.directives = new Memo<>(tracing);
    this.tree = tree;
    this.index = index;
    this.texts = new RecentTexts(index::path, tree::read, canBeReadAgain(tree, kept));
    this.reads = new TextReads(index.entityBound());
    this.macroTexts = new MacroTexts(this);
    this.graphs = new DefinitionGraphs(this, knowledge, kept);
  }

  /** What is on disk is what was read for as long as one run takes, not one that goes on. */
  private static Predicate<String> canBeReadAgain(
      SourceTree tree, Optional<KeptReadings.OfTree> kept) {
    return path -> kept.isEmpty() && tree.stamped(path).isPresent();
  }

  public SourceIndex index() {
    return index;
  }

  /** What notes what is read of the tree. */
  public Tracing tracing() {
    return tracing;
  }

  /** What the texts of its macros show. */
  public MacroTexts macroTexts() {
    return macroTexts;
  }

  /** Whether the tree defines a type of that name by a {@code typedef}. */
  public boolean isTypeName(String name) {
    return typeNames.get(name, this::isTypedef);
  }

  private boolean isTypedef(String name) {
    return index.definitions(name).stream()
        .anyMatch(entity -> index.kind(entity) == EntityKind.TYPEDEF);
  }

  public String name(Entity entity) {
    return index.text(index.nameOf(entity));
  }

  public String path(Entity entity) {
    return index.path(index.fileOf(entity));
  }

  /** The file of that path, relative to the tree's root; empty where the index has none. */
  public Optional<SourceFile> file(String path) {
    return index.file(path);
  }

  private SourceText readText(SourceFile file) {
    try {
      return new SourceText(index.path(file), tree.read(index.path(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text of a file, read anew and not kept: for those who go over a whole tree.
   *
   * @throws UncheckedIOException when the file, which the scanner could read, no longer can be
   */
  public SourceText freshText(SourceFile file) {
    reads.whole(file);
    tracing.read(new WholeFile(file), () -> new Read.Whole(file));
    return readText(file);
  }

  /**
   * The text of the file that holds {@code entity}, for whoever reads that entity in it and nothing
   * else: the rest may change without anybody asking again.
   *
   * @throws UncheckedIOException when the file, which the scanner could read, no longer can be
   */
  public SourceText textOf(Entity entity) {
    SourceText text = texts.of(index.fileOf(entity));
    note(entity);
    return text;
  }

  private record OneDefinition(Entity entity) {}

  private record Line(Entity entity) {}

  private record WholeFile(SourceFile file) {}

  private record Searched(SourceFile file, String pattern) {}

  private record Unclean(Entity entity) {}

  private void note(Entity entity) {
    reads.definition(entity);
    if (tracing.isFinding()) {
      Span extent = index.extent(entity);
      SourceFile file = index.fileOf(entity);
      tracing.read(
          new OneDefinition(entity),
          () -> new Read.Definition(entity, file, Read.Definition.bytes(texts.of(file), extent)));
    }
  }

  /** Whether {@code pattern} matches anywhere in a file. */
  public boolean isFound(SourceFile file, Pattern pattern) {
    return isFound(file, pattern, () -> pattern.matcher(texts.of(file).text()).find());
  }

  /** The same, where {@code look} tells it of the bytes of a file. */
  boolean isFound(SourceFile file, Pattern pattern, Predicate<byte[]> look) {
    return isFound(file, pattern, () -> look.test(texts.of(file).bytes()));
  }

  private boolean isFound(SourceFile file, Pattern pattern, BooleanSupplier search) {
    boolean isFound =
        kept.isPresent()
            ? kept.get().isFound(file, pattern.pattern(), search)
            : search.getAsBoolean();
    reads.search(file, pattern.pattern(), isFound);
    tracing.read(
        new Searched(file, pattern.pattern()), () -> new Read.Search(file, pattern, isFound));
    return isFound;
  }

  /** Whether something is so that the text of a definition alone decides. */
  boolean isTrue(Entity entity, String question, BooleanSupplier look) {
    note(entity);
    return kept.isPresent() ? kept.get().isTrue(entity, question, look) : look.getAsBoolean();
  }

  /**
   * Ends an audit of whose files one changed under it.
   *
   * @throws UncheckedIOException if one was read twice, and was another the second time
   */
  public void requireUnchanged() {
    texts.requireUnchanged();
  }

  /** What was read of the texts so far, be it by earlier audits for what this one used. */
  public TextReads reads() {
    tracing.noteUsed(Read.class);
    return reads;
  }

  /** What this audit itself read. */
  TextReads ownReads() {
    return reads;
  }

  /** The place of a byte of the file that holds {@code entity}, inside that entity. */
  public Place place(Entity entity, int offset) {
    SourceText text = textOf(entity);
    tracing.read(
        new Line(entity),
        () -> {
          int start = index.extent(entity).start();
          return new Read.Line(entity, index.fileOf(entity), text.line(start), text.column(start));
        });
    return new Place(text.path(), text.line(offset), text.column(offset), enclosingName(entity));
  }

  /** Notes that something was told of the lines of a definition. */
  void noteLines(Entity entity) {
    textOf(entity).line(index.extent(entity).start());
  }

  /** The condition under which the byte at {@code offset} of {@code entity} is compiled. */
  public PresenceCondition condition(Entity entity, int offset) {
    return index
        .condition(entity)
        .and(
            directives
                .get(entity, each -> new DirectiveConditions(textOf(each), index.extent(each)))
                .at(offset));
  }

  private String enclosingName(Entity entity) {
    return switch (index.kind(entity)) {
      case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> name(entity);
      case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> "";
    };
  }

  /** The trees of an entity of kind {@link EntityKind#FUNCTION}. */
  public Parsed<FunctionDefinition> function(Entity entity) {
    return functions.get(entity, this::parseFunction);
  }

  private Parsed<FunctionDefinition> parseFunction(Entity entity) {
    Parsed<FunctionDefinition> parsed =
        definition(entity, FunctionDefinition.class, KernelParser::parseFunction);
    if (!parsed.isClean()) {
      tracing.read(new Unclean(entity), () -> new Read.Unclean(entity));
    }
    return parsed;
  }

  /** How a parser reads a definition. */
  @FunctionalInterface
  private interface DefinitionReading<T> {
    Parsed<T> read(KernelParser parser, SourceText text, Span extent);
  }

  private <T> Parsed<T> definition(Entity entity, Class<T> type, DefinitionReading<T> reading) {
    note(entity);
    Function<Predicate<String>, Parsed<T>> parse =
        isType ->
            parsers.read(
                isType, parser -> reading.read(parser, textOf(entity), index.extent(entity)));
    return kept.isPresent()
        ? kept.get().definition(entity, type, this::isTypeName, parse)
        : parse.apply(this::isTypeName);
  }

  /**
   * The control-flow graphs of a function or macro, one for each of its variants and in their
   * order; none for other entities.
   */
  public List<ControlFlowGraph> graphs(Entity entity) {
    return graphs.of(entity);
  }

  /** The names of a function's or macro's parameters, in order; none for other entities. */
  public List<String> parameterNames(Entity entity) {
    return switch (index.kind(entity)) {
      case FUNCTION ->
          function(entity).variants().get(0).tree().parameters().stream()
              .map(FunctionDefinition.Parameter::name)
              .toList();
      case FUNCTION_MACRO, OBJECT_MACRO ->
          macro(entity).variants().get(0).tree().parameters().orElse(List.of());
      case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> List.of();
    };
  }

  /** The trees of an entity of kind function-like or object-like macro. */
  public Parsed<MacroDefinition> macro(Entity entity) {
    return macros.get(entity, e -> definition(e, MacroDefinition.class, KernelParser::parseMacro));
  }

  /** The trees of a struct, typedef or variable. */
  public Parsed<Declaration> declaration(Entity entity) {
    return declarations.get(
        entity, e -> definition(e, Declaration.class, KernelParser::parseDeclaration));
  }

  /**
   * A function that is declared and not defined, read as one with an empty body. Its name and what
   * it returns are not looked at.
   *
   * @param parameters from the parenthesis that opens them to the one that closes them
   */
  Parsed<FunctionDefinition> prototype(SourceText text, Span parameters) {
    byte[] bytes = ("int f" + text.text(parameters) + "{}").getBytes(StandardCharsets.UTF_8);
    SourceText head = new SourceText(text.path(), bytes);
    return parsers.read(
        this::isTypeName, parser -> parser.parseFunction(head, new Span(0, bytes.length)));
  }

  /**
   * A macro used at file scope, read as the call it looks like.
   *
   * @param extent from its first token to its semicolon
   */
  public Optional<Expr> invocation(SourceText text, Span extent) {
    String words = text.text(extent);
    int from = words.startsWith("static") ? extent.start() + "static".length() : extent.start();
    int to = words.endsWith(";") ? extent.end() - 1 : extent.end();
    return expression(text, new Span(from, to));
  }

  /** An expression that stands anywhere in a text; empty where the span holds none. */
  public Optional<Expr> expression(SourceText text, Span span) {
    return parsers.read(this::isTypeName, parser -> parser.parseExpression(text, span));
  }

  /** How many functions and macros were parsed so far. */
  public int parsedCount() {
    return functions.size() + macros.size();
  }

  /** How many bytes of definitions were parsed so far. */
  public long parsedBytes() {
    return functions.keys().stream().mapToLong(e -> index.extent(e).length()).sum()
        + macros.keys().stream().mapToLong(e -> index.extent(e).length()).sum();
  }

  /** Every function parsed so far whose parse was not clean, in order. */
  public List<Entity> unclean() {
    tracing.noteUsed(Read.Unclean.class);
    return functions.keys().stream()
        .filter(entity -> !function(entity).isClean())
        .sorted()
        .toList();
  }
}
