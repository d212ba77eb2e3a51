package org.gfpaudit.grammar.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that are called in parentheses, chosen between and returned. */
class LoneNamesTest {
  @Test
  void calleesInParentheses() {
    Indexed file =
        Indexed.of(
            """
            int f(struct ops *ops)
            {
            \t(a)(1);
            \t(*b)(2);
            \t( & c )(3);
            \td /* between */ (4);
            \te
            \t\t(5);
            \treturn (*ops->g)(6) + (ops->in[1].h)(7);
            }
            """);
    assertEquals(List.of("a", "b", "c", "d", "e"), file.calls("f"));
    assertEquals(List.of("f"), file.fieldCallers("g"));
    assertEquals(List.of("f"), file.fieldCallers("h"));
  }

  @Test
  void conditionsAreNoCallees() {
    Indexed file =
        Indexed.of(
            """
            int f(int x)
            {
            \tif (x && y)
            \t\t(void)g(1);
            \treturn (x + y)(2);
            }
            """);
    assertEquals(List.of("g"), file.calls("f"));
  }

  @Test
  void chosenAndReturned() {
    Indexed file =
        Indexed.of(
            """
            void one(void) { }
            void two(void) { }
            void three(void) { }
            fn f(int c)
            {
            \tfn p = c ? one : c > 1 ? &two : three;
            \treturn p;
            }
            fn g(int c)
            {
            \tif (c)
            \t\treturn one;
            \telse if (c > 1)
            \t\treturn (fn)&two;
            \treturn (three);
            }
            void h(int c)
            {
            \tone();
            \tgoto two;
            three:
            \tc++;
            }
            """);
    for (String name : List.of("one", "two", "three")) {
      assertEquals(List.of("f", "g"), file.addressTakers(name), name);
    }
  }

  @Test
  void castAndInBrackets() {
    Indexed file =
        Indexed.of(
            """
            void one(void) { }
            void f(void)
            {
            \tx((fn)one);
            }
            void g(void)
            {
            \tx(1, (void *)one, 2);
            }
            void h(void)
            {
            \tp = (one);
            }
            void i(void)
            {
            \tfn list[] = { one, two };
            }
            void j(int c)
            {
            \tp = c ? (fn)one : two;
            }
            fn t[] = { (fn)one, 0 };
            fn v = c ? one : two;
            #define M(c) one
            #define N(c) ({ c; one; })
            void k(void)
            {
            \tone();
            \tx(one(1), a.one);
            }
            """);
    assertEquals(List.of("f", "g", "h", "i", "j", "t", "v", "M", "N"), file.addressTakers("one"));
  }

  @Test
  void branchesWithHeadsOfTheirOwn() {
    Indexed file =
        Indexed.of(
            """
            #ifdef CONFIG_A
            int f(int a)
            {
            #else
            int f(void)
            {
            #endif
            \treturn 0;
            }
            #ifdef CONFIG_B
            int g(void)
            {
            #ifdef CONFIG_C
            \th();
            #endif
            }
            #endif
            """);
    assertEquals("", file.condition("f"));
    assertEquals("CONFIG_B", file.condition("g"));
  }
}
