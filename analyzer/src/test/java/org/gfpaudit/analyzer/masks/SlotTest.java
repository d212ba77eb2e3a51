package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;

/** Slots are keys: those that mean one storage place are one, all others are told apart. */
class SlotTest {
  private static final LocalVariable A = variable("a", 10);
  private static final LocalVariable INNER_A = variable("a", 20);

  private static LocalVariable variable(String name, int offset) {
    return new LocalVariable(name, offset, -1, TypeName.of(new Span(0, 1), "gfp_t"), false);
  }

  private static List<Slot> slotsOf(LocalVariable variable) {
    return List.of(
        Slot.of(variable),
        Slot.pointee(variable),
        Slot.elements(variable),
        Slot.initialised(variable),
        new Slot.Field(variable, "f"),
        new Slot.Field(variable, "g"),
        new Slot.Field(variable, List.of("f", "g")),
        new Slot.Field(variable, List.of("f.g")),
        new Slot.FieldBehind(variable, "f"),
        new Slot.FieldBehind(variable, List.of("f", "g")));
  }

  private static List<Slot> all() {
    List<Slot> all = new ArrayList<>(slotsOf(A));
    all.addAll(slotsOf(INNER_A));
    return all;
  }

  @Test
  void slotsOfEqualContentAreOneAndAllOthersDiffer() {
    List<Slot> slots = all();
    List<Slot> again = all();
    for (int i = 0; i < slots.size(); i++) {
      for (int j = 0; j < again.size(); j++) {
        if (i == j) {
          assertEquals(slots.get(i), again.get(j));
          assertEquals(slots.get(i).hashCode(), again.get(j).hashCode());
        } else {
          assertNotEquals(slots.get(i), again.get(j));
        }
      }
    }
  }

  @Test
  void theSlotsOfOneVariableSpreadOverTheirHashes() {
    HashSet<Integer> hashes = new HashSet<>();
    slotsOf(A).forEach(slot -> hashes.add(slot.hashCode()));

    assertEquals(slotsOf(A).size(), hashes.size());
  }

  @Test
  void aFurtherFieldKeepsTheKind() {
    assertEquals(new Slot.Field(A, List.of("f", "g")), new Slot.Field(A, "f").then("g"));
    assertEquals(
        new Slot.FieldBehind(A, List.of("f", "g")), new Slot.FieldBehind(A, "f").then("g"));
  }

  @Test
  void allButTheVariableItselfIsLostWithIt() {
    for (Slot slot : slotsOf(A)) {
      assertEquals(!(slot instanceof Slot.Whole), slot.isLostWithVariable(), slot::toString);
    }
    assertFalse(Slot.of(A).isLostWithVariable());
  }

  @Test
  void stepsDoNotChangeWithTheListTheyWereMadeOf() {
    List<String> steps = new ArrayList<>(List.of("f"));
    Slot.OfField slot = new Slot.Field(A, steps);

    steps.add("g");

    assertEquals(List.of("f"), slot.steps());
  }
}
