package org.gfpaudit.analyzer.flow;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.gfpaudit.rules.finding.WitnessStep;

/**
 * Steps to a sink that share their end with others: a chain of calls costs one step for each call,
 * and not one for each call below it. Reading one by its index walks there; go over them instead.
 */
final class Steps extends AbstractList<WitnessStep> {
  private final WitnessStep first;
  private final List<WitnessStep> rest;
  private final int size;
  private final int hash;

  private Steps(WitnessStep first, List<WitnessStep> rest) {
    this.first = first;
    this.rest = rest;
    this.size = rest.size() + 1;
    this.hash = 31 * rest.hashCode() + first.hashCode();
  }

  /** {@code first}, then {@code rest}, which must not change any more. */
  static List<WitnessStep> of(WitnessStep first, List<WitnessStep> rest) {
    return new Steps(first, rest);
  }

  @Override
  public WitnessStep get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    Iterator<WitnessStep> steps = iterator();
    for (int i = 0; i < index; i++) {
      steps.next();
    }
    return steps.next();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<WitnessStep> iterator() {
    return new Iterator<>() {
      private List<WitnessStep> left = Steps.this;
      private Iterator<WitnessStep> end = List.<WitnessStep>of().iterator();

      @Override
      public boolean hasNext() {
        return !left.isEmpty() || end.hasNext();
      }

      @Override
      public WitnessStep next() {
        if (left instanceof Steps steps) {
          left = steps.rest;
          return steps.first;
        }
        if (!left.isEmpty()) {
          end = left.iterator();
          left = List.of();
        }
        if (!end.hasNext()) {
          throw new NoSuchElementException();
        }
        return end.next();
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Steps)) {
      return super.equals(other);
    }
    List<WitnessStep> mine = this;
    List<WitnessStep> theirs = (Steps) other;
    while (mine instanceof Steps a && theirs instanceof Steps b) {
      if (a == b) {
        return true; // From here on they are one.
      }
      if (a.hash != b.hash || a.size != b.size || !a.first.equals(b.first)) {
        return false;
      }
      mine = a.rest;
      theirs = b.rest;
    }
    return mine.equals(theirs);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
