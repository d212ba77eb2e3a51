package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.rules.mask.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields a mask is followed to, by what they are declared as and how many set them. */
class FollowedFieldsTest {
  private static final String HEAD = "struct pond {\n\tgfp_t gfp;\n\tint number;\n};\n";

  private static String reader(String name, String field) {
    return "int "
        + name
        + "(struct page *page, struct address_space *mapping, struct pond *pond)\n{\n"
        + "\treturn add_to_page_cache_lru(page, mapping, 0, pond->"
        + field
        + ");\n}\n";
  }

  private static boolean isFollowed(Phases phases, String function) {
    return phases.call(function).reaches().get(0).mask().symbols().stream()
        .allMatch(Symbol.Field.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource({"number, 2, true", "number, 200, false", "gfp, 200, true"})
  void aNumberThatManyPlacesSetIsNotFollowed(String field, int writers, boolean isFollowed) {
    StringBuilder text = new StringBuilder(HEAD).append(reader("f", field));
    for (int i = 0; i < writers; i++) {
      text.append("void set" + i + "(struct pond *pond)\n{\n\tpond->" + field + " = 0;\n}\n");
    }
    assertEquals(isFollowed, isFollowed(Phases.of(text.toString()), "f"));
  }

  @Test
  void ofManyNumbersTheFirstAreFollowed() {
    StringBuilder text = new StringBuilder("struct pond {\n");
    for (int i = 0; i < 20; i++) {
      text.append("\tint n" + i + ";\n");
    }
    text.append("};\n");
    for (int i = 0; i < 20; i++) {
      text.append(reader("f" + i, "n" + i));
      text.append("void set" + i + "(struct pond *pond)\n{\n\tpond->n" + i + " = 0;\n}\n");
    }
    Phases phases = Phases.of(text.toString());
    int followed = 0;
    for (int i = 0; i < 20; i++) {
      followed += isFollowed(phases, "f" + i) ? 1 : 0;
    }
    assertEquals(8, followed);
  }
}
