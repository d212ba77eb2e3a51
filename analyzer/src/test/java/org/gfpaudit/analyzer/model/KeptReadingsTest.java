package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.HandedIn;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;

/** What is kept holds as long as each question has the answer that it had. */
class KeptReadingsTest {
  private final Program program =
      Texts.of("a.c", "int f(int a)\n{\n\tif (!a)\n\t\tstop();\n\treturn 0;\n}\n").program();
  private final SegmentIndex index = (SegmentIndex) program.index();
  private final Entity function = index.definitions("f").get(0);
  private final KeptReadings readings = new KeptReadings();
  private final AtomicInteger parses = new AtomicInteger();

  private Parsed<FunctionDefinition> read(KeptReadings.OfTree tree, boolean isType) {
    return tree.definition(
        function,
        FunctionDefinition.class,
        name -> isType,
        types -> {
          parses.incrementAndGet();
          var unused = types.test("a");
          return program.function(function);
        });
  }

  private ControlFlowGraph graph(boolean returns, HandedIn handedIn) {
    KeptReadings.OfTree tree = readings.of(index);
    FunctionDefinition definition = read(tree, false).variants().get(0).tree();
    KnownCalls calls =
        new KnownCalls() {
          @Override
          public boolean neverReturns(String name) {
            return !returns;
          }
        };
    return tree.graph(function, 0, definition, calls, handedIn);
  }

  @Test
  void aTreeIsReadAgainWhereANameBecameAType() {
    read(readings.of(index), false);
    read(readings.of(index), false);
    assertEquals(1, parses.get(), "nothing changed");
    read(readings.of(index), true);
    assertEquals(2, parses.get(), "the name is a type now");
  }

  /** An audit that uses an answer does not ask for what it was made from; the next one may. */
  @Test
  void whatOneAuditDidNotAskForIsKeptWhileTheFileIsThere() {
    read(readings.of(index), false);
    readings.of(index);
    read(readings.of(index), false);
    assertEquals(1, parses.get());
  }

  @Test
  void whatWasMadeOfAFileIsNotKeptLongerThanItsContent() {
    read(readings.of(index), false);
    Program other = Texts.of("a.c", "int f(int a)\n{\n\treturn 1;\n}\n").program();
    readings.of((SegmentIndex) other.index());
    read(readings.of(index), false);
    assertEquals(2, parses.get());
  }

  @Test
  void aGraphIsMadeAgainWhereAFunctionReturnsNoMore() {
    List<?> blocks = graph(true, HandedIn.ANYTHING).blocks();
    assertSame(blocks, graph(true, HandedIn.ANYTHING).blocks(), "nothing changed");
    assertNotSame(blocks, graph(false, HandedIn.ANYTHING).blocks(), "the call does not come back");
  }

  /** A patch looks for calls in the body of a macro as in that of a function. */
  @Test
  void whatIsReadInTwoWaysIsKeptInBoth() {
    KeptReadings.OfTree tree = readings.of(index);
    Parsed<FunctionDefinition> asFunction = read(tree, false);
    Parsed<MacroDefinition> asMacro =
        tree.definition(
            function, MacroDefinition.class, name -> false, types -> program.macro(function));
    assertNotSame(asFunction, asMacro);
    assertSame(asFunction, read(tree, false));
    assertEquals(1, parses.get());
  }

  @Test
  void aGraphIsThatOfItsTreeAndNotOfAnotherReading() {
    KeptReadings.OfTree tree = readings.of(index);
    FunctionDefinition first = read(tree, false).variants().get(0).tree();
    Program other = Texts.of("a.c", "int f(int a)\n{\n\treturn 0;\n}\n").program();
    FunctionDefinition second =
        tree.definition(
                function,
                FunctionDefinition.class,
                name -> true,
                types -> other.function(other.index().definitions("f").get(0)))
            .variants()
            .get(0)
            .tree();
    KnownCalls calls = KnownCalls.NONE;
    int blocks = tree.graph(function, 0, first, calls, HandedIn.ANYTHING).blocks().size();
    assertTrue(
        tree.graph(function, 0, second, calls, HandedIn.ANYTHING).blocks().size() < blocks,
        "the second reading has no branch");
  }

  @Test
  void waysGoByWhatCallersHandIn() {
    SourceText text = program.textOf(function);
    int at = text.text().indexOf('0');
    Expr zero = program.expression(text, new Span(at, at + 1)).orElseThrow();
    assertTrue(graph(false, HandedIn.ANYTHING).reachesExit());
    assertFalse(graph(false, parameter -> List.of(zero)).reachesExit(), "it stops at once");
    assertTrue(graph(false, HandedIn.ANYTHING).reachesExit());
  }

  @Test
  void answersOfATextAreKept() {
    assertTrue(readings.of(index).isTrue(function, "so", () -> true));
    assertTrue(readings.of(index).isTrue(function, "so", () -> false), "it was kept");
    assertFalse(readings.of(index).isTrue(function, "other", () -> false));
  }
}
