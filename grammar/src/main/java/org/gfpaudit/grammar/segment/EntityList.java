package org.gfpaudit.grammar.segment;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.gfpaudit.grammar.index.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Entities in order, as a list that holds their numbers alone: answers are kept as long as the
 * index is, and some have tens of thousands.
 */
final class EntityList extends AbstractList<Entity> implements RandomAccess {
  private final int[] numbers;

  /**
   * @param numbers ascending; nobody changes them afterwards
   */
  EntityList(int[] numbers) {
    this.numbers = numbers;
  }

  @Override
  public Entity get(int index) {
    return new Entity(numbers[index]);
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public boolean contains(@Nullable Object other) {
    return other instanceof Entity entity && Arrays.binarySearch(numbers, entity.number()) >= 0;
  }
}
