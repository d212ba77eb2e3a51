package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.junit.jupiter.api.Test;

class TracesTest {
  private static final Read.Means ONE = new Read.Means(new Entity(1));
  private static final Read.Means OTHER = new Read.Means(new Entity(2));

  private final Traces traces = new Traces();

  private Trace read(Read.Means what, int audit) {
    return traces.read(what, () -> what, audit);
  }

  @Test
  void whatWasReadBeforeAnAuditBeganAnewIsOfItsTree() {
    int first = traces.begin();
    Trace early = read(ONE, first);
    Trace made = traces.of(List.of(early, read(OTHER, first)), first);
    traces.forget();
    assertFalse(early.hasFallen());
    assertFalse(made.hasFallen());
    assertSame(early, read(ONE, first));
    traces.begin();
    traces.check(read -> !read.equals(OTHER));
    assertFalse(early.hasFallen());
    assertTrue(made.hasFallen());
  }

  @Test
  void whatWasReadOfAnotherTreeFallsWhereAnAuditBeginsAnew() {
    int first = traces.begin();
    Trace old = read(ONE, first);
    int second = traces.begin();
    Trace early = read(ONE, second);
    assertNotSame(old, early);
    Trace mixed = traces.of(List.of(old, early), second);
    traces.forget();
    assertTrue(old.hasFallen());
    assertTrue(mixed.hasFallen());
    assertFalse(early.hasFallen());
  }

  @Test
  void whatIsReadBeforeTheChangeIsKnownIsNotHeldAgainstIt() {
    int first = traces.begin();
    Trace old = read(ONE, first);
    int second = traces.begin();
    Trace early = read(ONE, second);
    traces.check(read -> false);
    assertTrue(old.hasFallen());
    assertFalse(early.hasFallen());
    assertSame(early, read(ONE, second));
  }

  @Test
  void whatIsAsBeforeIsOneWithWhatWasReadBefore() {
    int first = traces.begin();
    Trace old = read(ONE, first);
    traces.forget();
    int second = traces.begin();
    traces.check(read -> true);
    assertSame(old, read(ONE, second));
  }
}
