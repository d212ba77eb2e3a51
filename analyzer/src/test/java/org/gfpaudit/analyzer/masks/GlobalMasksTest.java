package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;
import org.junit.jupiter.api.Test;

/** What a name at file scope stands for does not depend on what was asked before. */
class GlobalMasksTest {
  private static final Origin HERE = new Origin(new Place("fs/a.c", 99, 1, "f"), "NAME");

  /** Functions of which it is known bit by bit what they return. */
  private static final class Returning implements Callees {
    private final Model model;
    private MaskValue value = MaskValue.bottom();
    private int asked;

    Returning(Model model) {
      this.model = model;
    }

    @Override
    public List<Entity> resolve(Entity caller, String name) {
      return model.aliases().resolveIn(caller, name);
    }

    @Override
    public String canonicalName(SourceFile file, String name) {
      return model.aliases().canonicalName(file, name);
    }

    @Override
    public Effect effect(Entity entity) {
      asked++;
      return Effect.returning(value);
    }

    @Override
    public Effect knownEffect(Entity entity) {
      return effect(entity);
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

  /** One file, and the names in it that are asked for. */
  private static final class Tree {
    private final Model model;
    private final Returning callees;
    private final List<String> names;

    Tree(String text, List<String> names) {
      this.model = SolvedTree.model(Map.of("fs/a.c", text));
      this.callees = new Returning(model);
      this.names = names;
    }

    GlobalMasks masks() {
      return SolvedTree.globals(model);
    }

    MaskValue ask(GlobalMasks masks, String name) {
      SourceFile file = model.program().file("fs/a.c").orElseThrow();
      return masks.names(callees).value(name, file, HERE);
    }

    Map<String, MaskValue> ask(GlobalMasks masks, List<String> order) {
      Map<String, MaskValue> values = new TreeMap<>();
      order.forEach(name -> values.put(name, ask(masks, name)));
      return values;
    }

    /** What a name is where nothing was asked before. */
    MaskValue alone(String name) {
      return ask(masks(), name);
    }

    Map<String, MaskValue> eachAlone() {
      Map<String, MaskValue> values = new TreeMap<>();
      names.forEach(name -> values.put(name, alone(name)));
      return values;
    }

    void assertSameInAnyOrder() {
      Map<String, MaskValue> alone = eachAlone();
      List<String> order = new ArrayList<>(names);
      Random random = new Random(13);
      for (int round = 0; round < 100; round++) {
        Collections.shuffle(order, random);
        assertEquals(alone, ask(masks(), order), order::toString);
      }
    }

    boolean isCertain(String bit, MaskValue value) {
      Bits wanted = model.kernel().names().bit(bit);
      return value.alternatives().stream()
          .flatMap(alternative -> alternative.terms().stream())
          .anyMatch(term -> term.isExact() && term.bits().intersects(wanted));
    }
  }

  @Test
  void macrosOfOneCircleAreUnknownToEachOther() {
    Tree tree =
        new Tree(
            """
            #define EBB (FLOOD | __GFP_IO)
            #define FLOOD (EBB | __GFP_FS)
            #define MOON (EBB | __GFP_ZERO)
            #define SELF SELF
            """,
            List.of("EBB", "FLOOD", "MOON", "SELF"));
    assertTrue(tree.isCertain("__GFP_IO", tree.alone("EBB")));
    assertFalse(tree.isCertain("__GFP_FS", tree.alone("EBB")), "FLOOD is unknown to it");
    assertTrue(tree.isCertain("__GFP_FS", tree.alone("FLOOD")));
    assertTrue(tree.isCertain("__GFP_IO", tree.alone("MOON")), "what is outside sees in");
    assertFalse(tree.alone("SELF").isExact());
    tree.assertSameInAnyOrder();
  }

  @Test
  void circlesThatShareDefinitionsAreOne() {
    Tree tree =
        new Tree(
            """
            #define A (B | __GFP_IO)
            #define B (A | C | __GFP_FS)
            #define C (B | D | __GFP_ZERO)
            #define D (E | __GFP_HIGH)
            #define E (F | __GFP_IO)
            #define F (E | G)
            #define G __GFP_FS
            static gfp_t v = w | A;
            static gfp_t w = v | D;
            """,
            List.of("A", "B", "C", "D", "E", "F", "G", "v", "w"));
    assertFalse(tree.isCertain("__GFP_ZERO", tree.alone("A")), "C is of its circle");
    assertTrue(tree.isCertain("__GFP_IO", tree.alone("C")), "D is not, and names E");
    tree.assertSameInAnyOrder();
  }

  @Test
  void whatIsMadeOfResultsOfFunctionsIsAskedAnew() {
    Tree tree =
        new Tree(
            """
            gfp_t pond(void)
            {
              return 0;
            }
            #define POND pond()
            #define SEA (POND | POND)
            #define LAKE (__GFP_IO | __GFP_FS)
            """,
            List.of("POND", "SEA", "LAKE"));
    GlobalMasks masks = tree.masks();
    assertTrue(tree.ask(masks, "SEA").isBottom(), "nothing is known of the function");

    tree.callees.value = MaskValue.constant(tree.model.kernel().names().bit("__GFP_FS"), HERE);

    assertTrue(tree.isCertain("__GFP_FS", tree.ask(masks, "POND")));
    assertTrue(tree.isCertain("__GFP_FS", tree.ask(masks, "SEA")));
    tree.callees.asked = 0;
    tree.ask(masks, "LAKE");
    tree.ask(masks, "SEA");
    assertEquals(1, tree.callees.asked, "once for a question, and not for LAKE");
  }

  @Test
  void aLadderOfMacrosIsClimbedOnce() {
    StringBuilder text = new StringBuilder("gfp_t pond(void)\n{\n\treturn 0;\n}\n");
    text.append("#define M0 pond()\n");
    for (int i = 1; i <= 60; i++) {
      text.append("#define M" + i + " (M" + (i - 1) + " | M" + (i - 1) + ")\n");
    }
    Tree tree = new Tree(text.toString(), List.of("M60"));
    tree.ask(tree.masks(), "M60");
    assertEquals(1, tree.callees.asked);
  }

  @Test
  void macrosThatAllNameEachOtherAreReadTwiceAtMost() {
    int count = 40;
    StringBuilder text = new StringBuilder("gfp_t pond(void)\n{\n\treturn 0;\n}\n");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("M" + i);
      text.append("#define M" + i + " (pond()");
      for (int j = 0; j < count; j++) {
        text.append(" | M" + j);
      }
      text.append(")\n");
    }
    Tree tree = new Tree(text.toString(), names);
    tree.ask(tree.masks(), "M0");
    assertEquals(2 * count, tree.callees.asked);
  }

  @Test
  void whoAsksAtTheSameTimeDoesNotMatter() throws Exception {
    Tree tree =
        new Tree(
            """
            #define A (B | __GFP_IO)
            #define B (C | __GFP_FS)
            #define C (A | D)
            #define D (__GFP_ZERO)
            """,
            List.of("A", "B", "C", "D"));
    Map<String, MaskValue> alone = tree.eachAlone();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 50; round++) {
        GlobalMasks shared = tree.masks();
        List<Future<Map<String, MaskValue>>> answers = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
          List<String> order = new ArrayList<>(tree.names);
          Collections.shuffle(order, new Random(round * 4L + thread));
          answers.add(threads.submit(() -> tree.ask(shared, order)));
        }
        for (Future<Map<String, MaskValue>> answer : answers) {
          assertEquals(alone, answer.get());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
