package org.gfpaudit.testdata.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final String PLAIN =
      """
      int sample(struct address_space *mapping)
      {
      \tif (index)
      \t\treturn find_or_create_page(mapping, 0, gfp);
      \treturn 0;
      }
      """;

  private static String text(String template) {
    Mutant mutant = mutant(template);
    assertTrue(mutant.text().startsWith("find_or_create_page", mutant.callee()), mutant.text());
    return mutant.text();
  }

  private static Mutant mutant(String template) {
    List<Template> templates = TemplateReader.of(template);
    return templates
        .get(0)
        .of(SampleSite.of(PLAIN, "gfp"), new Filling(7, "GFP_KERNEL"))
        .orElseThrow();
  }

  @Test
  void theMaskIsReplacedInACopy() {
    assertEquals(
        """
        int sample_m7(struct address_space *mapping)
        {
        \tif (index)
        \t\treturn find_or_create_page(mapping, 0, GFP_KERNEL | gfp);
        \treturn 0;
        }
        """,
        text("== a: b\n-- mask: $bad | $mask\n"));
  }

  @Test
  void textStandsAboveTheCopyAndBeforeTheStatement() {
    assertEquals(
        """
        static int give_m7;
        int sample_m7(struct address_space *mapping)
        {
        \tif (index)
        \t\t{
        \tgfp_t own_m7 = gfp;
        \treturn find_or_create_page(mapping, 0, own_m7);
        }
        \treturn 0;
        }
        """,
        text(
            """
            == a: b
            -- above:
            static int give$n;

            -- before:
            \tgfp_t own$n = $mask;

            -- mask: own$n
            """));
  }

  @Test
  void aCallerHandsAParameterIn() {
    assertEquals(
        """
        static int sample_m7(struct address_space *mapping, gfp_t given_m7)
        {
        \tif (index)
        \t\treturn find_or_create_page(mapping, 0, given_m7);
        \treturn 0;
        }
        void outer_m7(struct address_space *mapping)
        {
        \tsample_m7(mapping, GFP_KERNEL);
        }
        """,
        text(
            """
            == a: b
            -- parameter: gfp_t given$n
            -- caller:
            void outer$n($parameters)
            {
            \t$clone($arguments$and $bad);
            }

            -- mask: given$n
            """));
  }

  @Test
  void theStatementAndTheCallStandInOtherText() {
    assertEquals(
        """
        int sample_m7(struct address_space *mapping)
        {
        \tif (index)
        \t\tif (1) { return (find_or_create_page(mapping, 0, gfp)); }
        \treturn 0;
        }
        """,
        text("== a: b\n-- statement: if (1) { $statement }\n-- call: ($call)\n"));
  }

  @Test
  void whatIsBehindAStatementIsReached() {
    Site returning = SampleSite.of(PLAIN, "gfp");
    Template template = TemplateReader.of("== a: b\n-- after:\n\tleave();\n").get(0);
    assertTrue(template.of(returning, new Filling(1, "")).isEmpty());
    assertTrue(template.of(SampleSite.site(), new Filling(1, "")).isPresent());
  }

  @Test
  void aTemplateCanAskForAMask() {
    Template template = TemplateReader.of("== a: b\n-- where: mapping_.*\n-- mask: $bad\n").get(0);
    assertTrue(template.of(SampleSite.of(PLAIN, "gfp"), new Filling(1, "")).isEmpty());
    assertTrue(template.of(SampleSite.site(), new Filling(1, "")).isPresent());
  }

  @Test
  void whatIsNoTemplateIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> TemplateReader.of("== no colon\n"));
    assertThrows(IllegalArgumentException.class, () -> TemplateReader.of("loose text\n"));
    assertThrows(IllegalArgumentException.class, () -> TemplateReader.of("== a: b\n-- x: y\n"));
  }
}
