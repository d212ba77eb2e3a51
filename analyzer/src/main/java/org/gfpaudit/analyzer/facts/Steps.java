package org.gfpaudit.analyzer.facts;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Steps to a sink that share their end with others: a chain of calls costs one step for each call,
 * and not one for each call below it. Reading one by its index walks there; go over them instead.
 */
public final class Steps extends AbstractList<Step> {
  private final Step first;
  private final List<Step> rest;
  private final int size;
  private final int hash;

  private Steps(Step first, List<Step> rest) {
    this.first = first;
    this.rest = rest;
    this.size = rest.size() + 1;
    this.hash = 31 * rest.hashCode() + first.hashCode();
  }

  /** {@code first}, then {@code rest}, which must not change any more. */
  public static List<Step> of(Step first, List<Step> rest) {
    return new Steps(first, rest);
  }

  @Override
  public Step get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    Iterator<Step> steps = iterator();
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
  public Iterator<Step> iterator() {
    return new Iterator<>() {
      private List<Step> left = Steps.this;
      private Iterator<Step> end = List.<Step>of().iterator();

      @Override
      public boolean hasNext() {
        return !left.isEmpty() || end.hasNext();
      }

      @Override
      public Step next() {
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
    if (!(other instanceof Steps that)) {
      return super.equals(other);
    }
    List<Step> mine = this;
    List<Step> theirs = that;
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
