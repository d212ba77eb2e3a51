package org.gfpaudit.analyzer.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SliceGraphTest {

  @Test
  void calleesComeBeforeCallers() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      int functions = 2 + random.nextInt(30);
      ComponentOrder<Integer> graph = new ComponentOrder<>();
      for (int i = 0; i < functions; i++) {
        graph.addFunction(i);
      }
      int[][] calls = new int[random.nextInt(60)][];
      for (int i = 0; i < calls.length; i++) {
        calls[i] = new int[] {random.nextInt(functions), random.nextInt(functions)};
        graph.addCall(calls[i][0], calls[i][1]);
      }
      Map<Integer, Integer> rank = new HashMap<>();
      List<List<Integer>> components = graph.componentsCalleesFirst();
      for (int i = 0; i < components.size(); i++) {
        for (int function : components.get(i)) {
          rank.put(function, i);
        }
      }
      assertEquals(functions, rank.size());
      for (int[] call : calls) {
        assertTrue(rank.get(call[1]) <= rank.get(call[0]), "a callee comes after its caller");
      }
    }
  }

  @Test
  void recursionIsOneComponent() {
    ComponentOrder<Integer> graph = new ComponentOrder<>();
    for (int i = 0; i < 4; i++) {
      graph.addFunction(i);
    }
    graph.addCall(0, 1);
    graph.addCall(1, 2);
    graph.addCall(2, 1);
    graph.addCall(2, 3);
    graph.addCall(3, 3);
    assertEquals(List.of(List.of(3), List.of(1, 2), List.of(0)), graph.componentsCalleesFirst());
  }

  @Test
  void aLongChainDoesNotExhaustTheStack() {
    int length = 100_000;
    ComponentOrder<Integer> graph = new ComponentOrder<>();
    for (int i = 0; i < length; i++) {
      graph.addFunction(i);
    }
    for (int i = 0; i + 1 < length; i++) {
      graph.addCall(i, i + 1);
    }
    List<List<Integer>> components = graph.componentsCalleesFirst();
    assertEquals(List.of(length - 1), components.get(0));
    assertEquals(List.of(0), components.get(length - 1));
  }
}
