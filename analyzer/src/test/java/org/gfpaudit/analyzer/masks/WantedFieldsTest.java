package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gfpaudit.analyzer.driver.Phases;
import org.junit.jupiter.api.Test;

/** Of stores in fields of one name those are followed that somebody can read. */
class WantedFieldsTest {
  private static final String HEAD =
      """
      struct pond {
      	gfp_t gfp;
      };
      struct lake {
      	gfp_t gfp;
      };
      static gfp_t of_lake(void)
      {
      	return GFP_NOIO;
      }
      static gfp_t of_pond(void)
      {
      	return GFP_NOFS;
      }
      int f(struct page *page, struct address_space *mapping, struct pond *pond)
      {
      	return add_to_page_cache_lru(page, mapping, 0, pond->gfp);
      }
      """;

  /** The functions that somebody looked into, of those that give a mask. */
  private static List<String> lookedInto(String setter) {
    Phases phases = Phases.of(HEAD + setter);
    return phases.masks().facts().keySet().stream()
        .map(phases.model().program()::name)
        .filter(name -> name.startsWith("of_"))
        .toList();
  }

  @Test
  void whatIsStoredInAFieldOfAnotherStructIsNotLookedInto() {
    assertEquals(
        List.of("of_pond"),
        lookedInto(
            """
            void set(struct pond *pond, struct lake *lake)
            {
            	pond->gfp = of_pond();
            	lake->gfp = of_lake();
            }
            """));
  }

  @Test
  void aStructThatIsNotKnownMayBeAny() {
    assertEquals(
        List.of("of_pond"), lookedInto("void set(unknown_t p)\n{\n\tp->gfp = of_pond();\n}\n"));
  }

  @Test
  void anInitializerOfAnotherStructIsNoStore() {
    Phases phases =
        Phases.of(
            HEAD
                + """
                void set(void)
                {
                	struct pond pond = { .gfp = of_pond() };
                	use(&pond);
                }
                struct lake lake = { .gfp = GFP_NOWAIT };
                """);
    assertEquals(
        List.of("struct pond"),
        phases.masks().facts().values().stream()
            .flatMap(facts -> facts.stores().stream())
            .map(store -> store.symbol().owner().struct().orElseThrow())
            .toList());
  }
}
