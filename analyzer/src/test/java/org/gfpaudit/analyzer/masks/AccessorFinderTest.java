package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.mask.Symbol;
import org.junit.jupiter.api.Test;

/** What a call gives depends on the call, and not on what was asked before. */
class AccessorFinderTest {
  private static final int MAX_DEPTH = AccessorFinder.MAX_DEPTH;

  /** Code with a function {@code ask} whose calls are asked about, by the name they call. */
  private static final class Tree implements Callees {
    private final SourceIndex index;
    private final Program program;
    private final Map<String, Expr.Call> calls = new TreeMap<>();
    private final AtomicInteger resolved = new AtomicInteger();
    private final Entity asker;

    Tree(String code) {
      Map<String, String> texts = Map.of("a.c", code);
      MemoryTree tree = new MemoryTree("test", texts);
      index = index(tree);
      program = new Program(tree, index);
      asker = index.definitions("ask").get(0);
      for (BasicBlock block : program.graphs(asker).get(0).blocks()) {
        for (Instruction instruction : block.instructions()) {
          Expr.Call call = (Expr.Call) ((Instruction.Evaluate) instruction).expression();
          calls.put(call.calledName().orElseThrow().text(), call);
        }
      }
    }

    private static SourceIndex index(MemoryTree tree) {
      return new IndexBuilder(tree::read, 1).build(tree.files());
    }

    AccessorFinder finder() {
      return new AccessorFinder(program, KernelModel.of(Knowledge.shipped(), "6.1"));
    }

    Map<String, Optional<AccessorFinder.Way>> ask(AccessorFinder finder, List<String> order) {
      Map<String, Optional<AccessorFinder.Way>> answers = new TreeMap<>();
      order.forEach(
          name ->
              answers.put(name, finder.of(Objects.requireNonNull(calls.get(name)), asker, this)));
      return answers;
    }

    /** Each call asked by itself, of a finder that was asked nothing before. */
    Map<String, Optional<AccessorFinder.Way>> alone() {
      Map<String, Optional<AccessorFinder.Way>> answers = new TreeMap<>();
      calls.keySet().forEach(name -> answers.putAll(ask(finder(), List.of(name))));
      return answers;
    }

    @Override
    public List<Entity> resolve(Entity caller, String name) {
      resolved.incrementAndGet();
      return index.definitions(name);
    }

    @Override
    public String canonicalName(SourceFile file, String name) {
      return name;
    }

    @Override
    public Effect effect(Entity entity) {
      return Effect.BOTTOM;
    }

    @Override
    public Effect knownEffect(Entity entity) {
      return Effect.BOTTOM;
    }

    @Override
    public List<SinkReach> reaches(Entity entity) {
      return List.of();
    }

    @Override
    public boolean isFieldSetElsewhere(Entity entity, Symbol.Field field) {
      return false;
    }
  }

  private static String ask(Iterable<String> names) {
    StringBuilder code = new StringBuilder("void ask(struct s *s) {");
    names.forEach(name -> code.append(' ').append(name).append("(s);"));
    return code.append(" }").toString();
  }

  /** {@code d1} follows a field, and each further one calls the one before. */
  private static Tree chain(int length) {
    StringBuilder code = new StringBuilder("void *d1(struct s *s) { return s->host; }\n");
    List<String> names = new ArrayList<>(List.of("d1"));
    for (int i = 2; i <= length; i++) {
      code.append("void *d" + i + "(struct s *s) { return d" + (i - 1) + "(s); }\n");
      names.add("d" + i);
    }
    return new Tree(code + ask(names));
  }

  private static Optional<AccessorFinder.Way> host() {
    return Optional.of(new AccessorFinder.Way(0, List.of("host")));
  }

  @Test
  void aChainIsFollowedAsDeepAsMayBeAndNoDeeper() {
    Map<String, Optional<AccessorFinder.Way>> alone = chain(MAX_DEPTH + 3).alone();
    for (int i = 1; i <= MAX_DEPTH + 3; i++) {
      assertEquals(i <= MAX_DEPTH ? host() : Optional.empty(), alone.get("d" + i), "d" + i);
    }
  }

  private static void assertSameInAnyOrder(Tree tree) {
    Map<String, Optional<AccessorFinder.Way>> alone = tree.alone();
    List<String> order = new ArrayList<>(tree.calls.keySet());
    Random random = new Random(13);
    for (int round = 0; round < 60; round++) {
      Collections.shuffle(order, random);
      assertEquals(alone, tree.ask(tree.finder(), order), order::toString);
    }
  }

  @Test
  void whoAskedBeforeDoesNotMatterInAChain() {
    assertSameInAnyOrder(chain(MAX_DEPTH + 3));
  }

  @Test
  void whoAskedBeforeDoesNotMatterInACircle() {
    assertSameInAnyOrder(
        new Tree(
            "void *a(struct s *s) { return b(s); } void *b(struct s *s) { return c(s); }"
                + " void *c(struct s *s) { return a(s); } void *d(struct s *s) { return c(s); }"
                + " void *e(struct s *s) { return s->host; }"
                + ask(List.of("a", "b", "c", "d", "e"))));
  }

  @Test
  void whoAskedBeforeDoesNotMatterWhereDefinitionsDisagree() {
    Tree tree =
        new Tree(
            "void *d1(struct s *s) { return s->host; } void *d2(struct s *s) { return d1(s); }"
                + " void *d3(struct s *s) { return d2(s); } void *d4(struct s *s) { return d3(s); }"
                + "\n#ifdef A\nvoid *e(struct s *s) { return d4(s); }"
                + "\n#else\nvoid *e(struct s *s) { return g(); }\n#endif\n"
                + "\n#ifdef A\nvoid *f(struct s *s) { return d3(s); }"
                + "\n#else\nvoid *f(struct s *s) { return s->host; }\n#endif\n"
                + "void *h(struct s *s) { void *deep = d4(s); return s->host; }"
                + ask(List.of("d1", "d2", "d3", "d4", "e", "f", "h")));
    assertSameInAnyOrder(tree);
    Map<String, Optional<AccessorFinder.Way>> alone = tree.alone();
    assertEquals(Optional.empty(), alone.get("e"));
    assertEquals(host(), alone.get("f"), "both are as deep as may be");
    assertEquals(host(), alone.get("h"), "what was cut off is not returned");
  }

  @Test
  void whoAsksAtTheSameTimeDoesNotMatter() throws Exception {
    Tree tree = chain(MAX_DEPTH + 3);
    Map<String, Optional<AccessorFinder.Way>> alone = tree.alone();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 50; round++) {
        AccessorFinder shared = tree.finder();
        List<Future<Map<String, Optional<AccessorFinder.Way>>>> answers = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
          List<String> order = new ArrayList<>(tree.calls.keySet());
          Collections.shuffle(order, new Random(round * 4L + thread));
          answers.add(threads.submit(() -> tree.ask(shared, order)));
        }
        for (Future<Map<String, Optional<AccessorFinder.Way>>> answer : answers) {
          assertEquals(alone, answer.get());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsCutOffIsNotReadOverAndOver() {
    int width = 12;
    int length = MAX_DEPTH + 4;
    StringBuilder code = new StringBuilder("void *d1(struct s *s) { return s->host; }\n");
    for (int i = 2; i <= length; i++) {
      code.append("void *d" + i + "(struct s *s) {");
      for (int j = 0; j < width; j++) {
        code.append(" void *v" + j + " = d" + (i - 1) + "(s);");
      }
      code.append(" return v0; }\n");
    }
    Tree tree = new Tree(code + ask(List.of("d" + length)));

    tree.ask(tree.finder(), List.of("d" + length));

    // Each body once for each depth at most, and not once for each way there.
    int most = length * width * MAX_DEPTH;
    assertTrue(tree.resolved.get() <= most, () -> tree.resolved + " calls were looked up");
  }
}
