package org.gfpaudit.rules.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in tables are found before the first file of a tree is read. */
class KnowledgeErrorsTest {

  /** {@code ~} in the rows of this table is a tab. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "sinks.tsv; f~F1~3~1~-~-; expected 8 tab-separated values but found 6",
        "sinks.tsv; f~F9~3~1~-~-~-~o; column family must be one of [F1, F2, F3, F4], not 'F9'",
        "sinks.tsv; f~F1~-~1~-~-~-~o; column mask must have a value",
        "sinks.tsv; f~F1~three~1~-~-~-~o; column mask must be an argument index, not 'three'",
        "sinks.tsv; f~F1~-1~1~-~-~-~o; column mask must be an argument index, not '-1'",
        "sinks.tsv; f()~F1~3~1~-~-~-~o; 'f()' is not a C name",
        "sinks.tsv; f~F1~3~1~-~-~-~-; column origin must have a value",
        "sinks.tsv; f~F1~3~~-~-~-~o; column mapping is blank",
        "sinks.tsv; f~F1~3~1~-~6.1~4.9~o; since is after until",
        "sinks.tsv; f~F1~3~1~-~new~-~o; not a kernel version: 'new'",
        "sources.tsv; field~-~f~-~-~-~-~-~o; a field has an owner",
        "sources.tsv; function~-~f~-~-~-~-~-~o; a field has an owner",
        "identities.tsv; f~-~-~-~o; column argument must have a value",
        "fgp.tsv; FGP_X~clears~-~-~-~o; clears and sets name bits",
        "fgp.tsv; FGP_X~creates~__GFP_FS~-~-~o; clears and sets name bits",
        "scopes.tsv; save~f~NOWAIT~-~-~o; column scope must be one of [none, NOFS, NOIO]",
        "constrainers.tsv; f~mapping~-~-~-~-~o; either mask or fixed has a value",
        "constrainers.tsv; f~mapping~1~GFP_USER~-~-~o; either mask or fixed has a value",
        "mappings.tsv; function~-~0~a~-~-~o; an equality has no name, all others",
        "mappings.tsv; function~f~first~a~-~-~o; column from must be an argument index",
        "exemptions.tsv; file~a~*~note~r~o; column kind must be one of",
        "exemptions.tsv; property~magic~*~note~r~o; no property is called 'magic'",
        "exemptions.tsv; path~a~*~loud~r~o; column level must be one of",
        "exemptions.tsv; path~a~*~note~-~o; column reason must have a value",
        "subsystems.tsv; fs/x/*~fs/x~odd~o; column kind must be one of",
        "constrained-mappings.tsv; a.c~*~inodes~-~r~o; inodes is the default and needs no row",
        "constrained-mappings.tsv; a.c~*~named~-~r~o; column names must have a value",
        "gfp.tsv; 6.1~GFP_X~FS|IO~o; atoms are names like __GFP_FS",
        "gfp.tsv; 6.1~GFP_KERNEL~__GFP_FS~o; a second row for GFP_KERNEL of 6.1",
      })
  void aWrongRowIsNamedByFileAndLine(String file, String row, String message) {
    int line = shipped(file).split("\n").length + 1;
    KnowledgeException e = assertThrows(KnowledgeException.class, () -> readWith(file, row));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith(file + ":" + line + ": " + message),
        () -> "unexpected message: " + e.getMessage());
  }

  @Test
  void twoRowsForOneNameAreAnError() {
    KnowledgeException e =
        assertThrows(
            KnowledgeException.class, () -> readWith("identities.tsv", "READ_ONCE~1~4.9~5.10~o"));
    assertEquals(
        "identities.tsv: two rows for READ_ONCE hold for the same release", e.getMessage());
  }

  @Test
  void equalitiesThatWouldRewriteForEverAreAnError() {
    for (String row :
        new String[] {"same~-~a~b.c~-~-~o", "same~-~x~i_data~-~-~o", "same~-~a~a~-~-~o"}) {
      KnowledgeException e =
          assertThrows(KnowledgeException.class, () -> readWith("mappings.tsv", row));
      assertTrue(String.valueOf(e.getMessage()).contains("may never end"), e::getMessage);
    }
  }

  @Test
  void theHeaderMustBeTheOneExpected() {
    KnowledgeException e =
        assertThrows(
            KnowledgeException.class,
            () ->
                Knowledge.read(
                    name -> name.equals("fgp.tsv") ? "# c\nflag\tbits\n" : shipped(name)));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("fgp.tsv:2: the columns must be [flag, effect,"));
  }

  @Test
  void anEmptyTableIsAnError() {
    KnowledgeException e =
        assertThrows(
            KnowledgeException.class,
            () -> Knowledge.read(name -> name.equals("fgp.tsv") ? "# c\n" : shipped(name)));
    assertEquals("fgp.tsv: the table is empty", e.getMessage());
  }

  private static Knowledge readWith(String file, String row) {
    return Knowledge.read(
        name -> shipped(name) + (name.equals(file) ? row.replace('~', '\t') + "\n" : ""));
  }

  private static String shipped(String name) {
    try (InputStream in = Knowledge.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
