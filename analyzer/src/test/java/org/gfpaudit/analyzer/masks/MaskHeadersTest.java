package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.rules.finding.Problem;
import org.junit.jupiter.api.Test;

/** Headers whose bits cannot be read make an audit worthless, and it says so. */
class MaskHeadersTest {
  private static final String GFP = "include/linux/gfp.h";
  private static final String IO = "#define __GFP_IO ((__force gfp_t)___GFP_IO)\n";

  private static List<Problem> problems(String header) {
    return Phases.of(
            Map.of(
                GFP, "#define ___GFP_FS 0x80u\n#define ___GFP_IO 0x40u\n" + header, "fs/a.c", ""))
        .masks()
        .problems();
  }

  @Test
  void headersOfAllReleasesAreUnderstood() {
    assertEquals(List.of(), problems("#define __GFP_FS ((__force gfp_t)___GFP_FS)\n" + IO));
    assertEquals(List.of(), problems("#define __GFP_FS ((__force gfp_t)0x80u)\n" + IO));
    assertEquals(List.of(), problems("#define __GFP_FS 0x80\n" + IO));
  }

  @Test
  void aTreeWithoutHeadersNeedsNone() {
    assertEquals(List.of(), Phases.of("int f(void)\n{\n\treturn 0;\n}\n").masks().problems());
  }

  @Test
  void aBitThatIsNotUnderstoodIsSevere() {
    for (String body :
        List.of("some_bit(FS)", "((__force gfp_t)0u)", "___GFP_IO", "(___GFP_FS | ___GFP_IO)")) {
      List<Problem> problems = problems("#define __GFP_FS " + body + "\n" + IO);
      assertEquals(1, problems.size(), body);
      assertTrue(problems.get(0).severe(), body);
      assertEquals(GFP, problems.get(0).file());
      assertEquals(3, problems.get(0).line());
      assertTrue(problems.get(0).message().contains("__GFP_FS"), problems.get(0).message());
    }
  }

  @Test
  void whereAHeaderDefinesNothingTheShippedTableIsUsedWithAWord() {
    List<Problem> problems = problems(IO);
    assertEquals(1, problems.size());
    assertFalse(problems.get(0).severe());
    assertTrue(problems.get(0).message().contains("masks are those of 6.1"));
  }
}
