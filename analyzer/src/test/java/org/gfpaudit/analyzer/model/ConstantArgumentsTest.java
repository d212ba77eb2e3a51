package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ConstantArgumentsTest {
  private static String of(String body) {
    BitSet found = ConstantArguments.in("int f(void)\n{\n" + body + "\n}\n", "put");
    return found.get(0, 4).toString();
  }

  @Test
  void aNumberOrANameMayBeAConstant() {
    assertEquals("{0, 1, 2}", of("put(0, NULL, -EIO, a + b);"));
    assertEquals("{0, 1}", of("put((1), ( -2 ), f(x), &y);"));
  }

  @Test
  void allCallsCount() {
    assertEquals("{1}", of("put(a->b, 1); put(2, 3);"));
    assertEquals("{}", of("put(a->b, 1); put(2, c[d]);"));
  }

  @Test
  void whatAnotherNameOrACommentCallsIsNoCall() {
    assertEquals("{0}", of("input(a + b); put(1);"));
    assertEquals("{0}", of("/* put() locks */ put(1); // put(a + b)"));
    assertEquals("{0}", of("/*\n * after put() it is\n * locked\n */\nput(1);"));
  }

  @Test
  void whatIsNotReadThroughRulesNothingOut() {
    assertTrue(of("put(/* why */ a + b);").startsWith("{0, 1"));
    assertTrue(of("put(\"a\", a + b);").startsWith("{0, 1"));
  }
}
