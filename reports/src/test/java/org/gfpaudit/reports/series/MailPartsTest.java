package org.gfpaudit.reports.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.reports.diff.UnifiedDiff;
import org.gfpaudit.rules.fix.FileChange;
import org.junit.jupiter.api.Test;

/** Diffs and headers. */
class MailPartsTest {
  @Test
  void aFileWithoutAnEndKeepsNone() {
    String diff = new UnifiedDiff(new FileChange("a.c", "one\ntwo", "one\nthree")).text();
    assertTrue(
        diff.endsWith(
            """
            @@ -1,2 +1,2 @@
             one
            -two
            \\ No newline at end of file
            +three
            \\ No newline at end of file
            """),
        diff);
  }

  @Test
  void aBlobIsNamedAsGitNamesIt() {
    // What git hash-object says of these contents.
    String diff = new UnifiedDiff(new FileChange("a.c", "hello\n", "hello world\n")).text();
    assertTrue(diff.contains("index ce013625030b..3b18e512dba7 100644\n"), diff);
  }

  @Test
  void aHunkSaysWhichFunctionItIsIn() {
    String head = "int f(void)\n{\n\ta();\n\tb();\n\tc();\n\td();\n";
    String diff = new UnifiedDiff(new FileChange("a.c", head + "\te();\n}\n", head + "}\n")).text();
    assertTrue(diff.contains("@@ -4,5 +4,4 @@ int f(void)\n"), diff);
  }

  @Test
  void carriageReturnsStayInTheirLines() {
    String diff = new UnifiedDiff(new FileChange("a.c", "x\r\ny\r\n", "x\r\nz\r\n")).text();
    assertTrue(diff.endsWith(" x\r\n-y\r\n+z\r\n"), diff);
  }

  @Test
  void theStatisticsCount() {
    assertEquals(
        """
         a.c    | 2 +-
         bcde.c | 1 -
         2 files changed, 1 insertion(+), 2 deletions(-)
        """,
        DiffStat.of(
            List.of(
                new FileChange("a.c", "x\n", "y\n"), new FileChange("bcde.c", "x\ny\n", "x\n"))));
  }

  @Test
  void nothingGetsIntoAHeaderThatIsNoHeader() {
    String mail = new MailText().header("Subject", "a\nBcc: all@example.org").end("x");
    assertFalse(mail.contains("\nBcc"), mail);
  }

  @Test
  void sourceTextNeitherEndsTheMessageNorSignsIt() {
    for (String words :
        List.of("--- a/x.c", "diff --git a/x b/x", "Signed-off-by: A <a@b.example>", "From 0000")) {
      String mail = new MailText().paragraph(words + " \u001b[31m").end("x");
      assertTrue(mail.startsWith(" " + words + " [31m\n"), mail);
    }
  }

  @Test
  void aNameThatIsNotPlainIsEncoded() {
    String umlaut = "J\u00c3\u00b6rg <j@example.org>";
    String mail = new MailText().addresses("To", List.of(umlaut)).end("x");
    assertTrue(mail.startsWith("To: =?UTF-8?B?SsO2cmc=?= <j@example.org>\n"), mail);
  }

  @Test
  void aNameWithACommaIsNotTwo() {
    String mail =
        new MailText()
            .addresses(
                "To",
                List.of(
                    "Last, First <f@example.org>",
                    "\"Quoted, Already\" <q@example.org>",
                    "A \"B\" C <c@example.org>",
                    "J. Plain <p@example.org>",
                    "x@example.org"))
            .end("x");
    assertEquals(
        """
        To: "Last, First" <f@example.org>,
        \t"Quoted, Already" <q@example.org>,
        \t"A \\"B\\" C" <c@example.org>,
        \tJ. Plain <p@example.org>,
        \tx@example.org
        -- \nx

        """,
        mail);
  }

  @Test
  void aFileIsNamedByItsSubject() {
    assertEquals(
        "0007-ext4-obey-the-mappings-gfp-mask-in-f.patch",
        MailText.fileName(7, "ext4: obey the mapping's gfp mask in f()"));
    assertEquals("0001-.-.-etc-passwd.patch", MailText.fileName(1, "../../etc/passwd"));
  }
}
