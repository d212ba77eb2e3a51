package org.gfpaudit.grammar.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.junit.jupiter.api.Test;

/** What was found is a list like any other, in order. */
class EntityListTest {
  @Test
  void whatWasAddedIsThereInOrder() {
    Found found = new Found();
    for (int number : new int[] {7, 3, -1, 900, 3}) {
      found.add(number);
    }
    List<Entity> sorted = found.sorted();
    assertEquals(List.of(new Entity(3), new Entity(3), new Entity(7), new Entity(900)), sorted);
    assertTrue(sorted.contains(new Entity(7)));
    assertFalse(sorted.contains(new Entity(8)));
    assertFalse(sorted.contains(null));
    assertEquals(List.of(new Entity(3)), sorted.subList(0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> sorted.get(4));
    assertEquals(List.of(), new Found().sorted());
  }
}
