package org.gfpaudit.grammar.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import org.gfpaudit.grammar.lex.TokenKind;
import org.junit.jupiter.api.Test;

/** The lexer and the grammar number their tokens alike. */
class TokenKindTest {
  @Test
  void namesAndNumbersAgree() throws IllegalAccessException {
    int compared = 0;
    for (Field field : TokenKind.class.getFields()) {
      int kind = field.getInt(null);
      if (kind != TokenKind.END) {
        assertEquals(field.getName(), KernelC.VOCABULARY.getSymbolicName(kind));
        compared++;
      }
    }
    assertEquals(KernelC.VOCABULARY.getMaxTokenType(), compared);
  }
}
