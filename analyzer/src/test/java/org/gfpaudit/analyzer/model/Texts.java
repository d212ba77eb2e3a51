package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * A tree of a few texts, what can be asked about it, and its entities by names that a person reads:
 * the one place where the tests of this package and its neighbours make a model and look things up
 * in it.
 */
public final class Texts {
  private final Map<String, String> texts = new TreeMap<>();
  private final SourceIndex index;
  private final Program program;
  private final Coexistence coexistence;
  private final Visibility visibility;
  private final Aliases aliases;
  private final TypeOracle types;
  private final FieldOwners owners;

  private Texts(String... pathsAndTexts) {
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    MemoryTree tree = new MemoryTree("texts", texts);
    index =
        new IndexBuilder(tree::read, 1)
            .build(texts.keySet().stream().filter(CodeFiles::isCode).toList());
    program = new Program(tree, index);
    coexistence = new Coexistence(index, new Kbuild(tree));
    visibility = new Visibility(index, coexistence);
    aliases = new Aliases(program, visibility);
    types = new TypeOracle(program, visibility);
    owners = new FieldOwners(program);
  }

  /** A tree of the given files: a path, its text, a path, its text. */
  public static Texts of(String... pathsAndTexts) {
    return new Texts(pathsAndTexts);
  }

  public Program program() {
    return program;
  }

  Coexistence coexistence() {
    return coexistence;
  }

  Visibility visibility() {
    return visibility;
  }

  Aliases aliases() {
    return aliases;
  }

  TypeOracle types() {
    return types;
  }

  FieldOwners owners() {
    return owners;
  }

  /** Who can run whom, by the knowledge that is shipped. */
  public CallEdges edges() {
    return new CallEdges(program, aliases, types, owners, Knowledge.shipped());
  }

  public SourceFile file(String path) {
    return program.file(path).orElseThrow();
  }

  /** The one definition of a name in a file. */
  public Entity entity(String path, String name) {
    List<Entity> found =
        index.definitions(name).stream().filter(e -> program.path(e).equals(path)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " definitions of " + name + " in " + path);
    }
    return found.get(0);
  }

  /** Entities as {@code path:name}, with {@code @line} where a file has several of that name. */
  public List<String> named(Iterable<Entity> entities) {
    List<String> names = new ArrayList<>();
    for (Entity entity : entities) {
      String name = program.path(entity) + ":" + program.name(entity);
      long ofThatName =
          index.definitions(program.name(entity)).stream()
              .filter(e -> index.fileOf(e).equals(index.fileOf(entity)))
              .count();
      int line = program.place(entity, index.nameOffset(entity)).line();
      names.add(ofThatName == 1 ? name : name + "@" + line);
    }
    return names;
  }

  /** The byte at which {@code words} start in a file that holds them once. */
  int offset(String path, String words) {
    String text = Objects.requireNonNull(texts.get(path));
    int at = text.indexOf(words);
    if (at < 0 || text.indexOf(words, at + 1) >= 0) {
      throw new AssertionError(path + " does not hold this once: " + words);
    }
    return at;
  }

  /** What a function returns in its last {@code return}, and the graph that tells its names. */
  Returned returned(String path, String function) {
    ControlFlowGraph graph = program.graphs(entity(path, function)).get(0);
    Expr value = null;
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Return result) {
          value = result.value();
        }
      }
    }
    if (value == null) {
      throw new AssertionError(function + " returns nothing");
    }
    return new Returned(value, graph);
  }

  /** A returned expression. */
  record Returned(Expr value, ControlFlowGraph graph) {}
}
