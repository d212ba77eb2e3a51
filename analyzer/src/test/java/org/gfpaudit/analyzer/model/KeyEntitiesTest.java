package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.junit.jupiter.api.Test;

class KeyEntitiesTest {
  private static final Entity LEFT = new Entity(1);
  private static final Entity GONE = new Entity(2);

  private record Pair(Object one, Object other) {}

  private static boolean isKept(Object key) {
    return KeyEntities.allMatch(key, LEFT::equals);
  }

  @Test
  void entitiesAreFoundWhereverTheyAre() {
    for (Object key :
        List.of(LEFT, List.of(LEFT), Set.of(LEFT), Optional.of(LEFT), Map.of("a", LEFT))) {
      assertTrue(isKept(key), key::toString);
      assertTrue(isKept(new Pair("text", key)), key::toString);
      assertFalse(isKept(new Pair(GONE, key)), key::toString);
      assertFalse(isKept(List.of(key, new Pair(1, Optional.of(GONE)))), key::toString);
    }
    assertFalse(isKept(Map.of(GONE, "a")));
  }

  @Test
  void aFileIsNoEntity() {
    assertTrue(isKept(new Pair(new SourceFile(2), OptionalInt.of(2))));
  }

  @Test
  void whatIsNotKnownIsLetGo() {
    assertFalse(isKept(new Object()));
  }

  /** Else each definition that is added would cost all answers of a kind. */
  @Test
  void keysOfAllKindsAreUnderstood() throws IOException {
    for (ToldEdit edit : ToldEdit.all()) {
      KeptTables tables = new KeptTables();
      KeptAnswersTest.Session session = new KeptAnswersTest.Session(new KeptReadings(tables));
      session.said(edit.before());
      session.said(edit.after());
      assertEquals(
          List.of(),
          tables.keys().filter(key -> !KeyEntities.allMatch(key, entity -> true)).toList());
    }
  }
}
