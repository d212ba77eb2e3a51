package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static Flagged flagged(int line, int column, String mask) {
    return new Flagged(
        new Place("a.c", line, column, "f"), "sink", mask, "", PresenceCondition.TRUE);
  }

  private static List<Excerpt.Line> excerpt(String text, int line, int column, String mask) {
    return Excerpt.of(
        new SourceText("a.c", text.getBytes(StandardCharsets.UTF_8)), flagged(line, column, mask));
  }

  @Test
  void marksNameAndMaskOfOneLine() {
    var lines = excerpt("\tsink(m, GFP_KERNEL);\n", 1, 2, "GFP_KERNEL");
    assertEquals(
        List.of(new Excerpt.Line(1, "        sink(m, GFP_KERNEL);", "        ^~~~    ~~~~~~~~~~")),
        lines);
  }

  @Test
  void showsTheLineOfTheMaskAndAGapBeforeIt() {
    var lines = excerpt("sink(m,\n a,\n b,\n c,\n GFP_NOFS);\n", 1, 1, "GFP_NOFS");
    assertEquals(List.of(1, 0, 5), lines.stream().map(Excerpt.Line::number).toList());
    assertEquals(" ~~~~~~~~", lines.get(2).marks());
  }

  @Test
  void showsASingleLineBetweenRatherThanAGap() {
    var lines = excerpt("sink(m,\n a,\n GFP_NOFS);\n", 1, 1, "GFP_NOFS");
    assertEquals(List.of(1, 2, 3), lines.stream().map(Excerpt.Line::number).toList());
  }

  @Test
  void marksAMaskOverTwoLinesWithoutItsIndentation() {
    var lines = excerpt("sink(GFP_KERNEL |\n  __GFP_NOWARN);\n", 1, 1, "GFP_KERNEL | __GFP_NOWARN");
    assertEquals(List.of("^~~~ ~~~~~~~~~~~~", "  ~~~~~~~~~~~~"), marks(lines));
  }

  @Test
  void ignoresBracketsInCommentsAndLiterals() {
    var lines = excerpt("sink(')', \")\", /* ) */ GFP_NOFS);", 1, 1, "GFP_NOFS");
    assertEquals("^~~~                   ~~~~~~~~", lines.get(0).marks());
  }

  @Test
  void marksTheRightHandSideOfAFieldThatIsSet() {
    var lines = excerpt(".gfp_mask = GFP_KERNEL,", 1, 2, "GFP_KERNEL");
    assertEquals(" ^~~~~~~~   ~~~~~~~~~~", lines.get(0).marks());
  }

  @Test
  void marksTheLastOfEqualArguments() {
    var lines = excerpt("sink(gfp, gfp)", 1, 1, "gfp");
    assertEquals("^~~~      ~~~", lines.get(0).marks());
  }

  @Test
  void marksOnlyTheNameWhereTheMaskIsNotFound() {
    var lines = excerpt("sink(a, b", 1, 1, "GFP_KERNEL");
    assertEquals("^~~~", lines.get(0).marks());
  }

  @Test
  void marksStayInStepBehindEscapedBytes() {
    byte[] text = "/*\351\033*/ sink(GFP_NOFS);".getBytes(StandardCharsets.ISO_8859_1);
    var lines = Excerpt.of(new SourceText("a.c", text), flagged(1, 8, "GFP_NOFS"));
    assertEquals("/*\\xe9\\x1b*/ sink(GFP_NOFS);", lines.get(0).text());
    assertEquals("             ^~~~ ~~~~~~~~", lines.get(0).marks());
  }

  @Test
  void aPlaceOutsideTheFileGivesNothing() {
    assertTrue(excerpt("x\n", 9, 1, "m").isEmpty());
    assertTrue(excerpt("x\n", 1, 9, "m").isEmpty());
    assertTrue(excerpt("", 1, 1, "m").isEmpty());
    assertTrue(excerpt("x\n", 0, 0, "m").isEmpty());
  }

  @Test
  void aLineOfMegabytesIsClipped() {
    String text = "x".repeat(4_000_000) + " sink(" + "(".repeat(1_000_000);
    var lines = excerpt(text, 1, 4_000_002, "GFP_NOFS");
    assertTrue(lines.get(0).text().length() < 200, lines.get(0).text());
    assertEquals(lines.get(0).text().indexOf("sink"), lines.get(0).marks().indexOf('^'));
  }

  private static List<String> marks(List<Excerpt.Line> lines) {
    return lines.stream().map(Excerpt.Line::marks).toList();
  }
}
