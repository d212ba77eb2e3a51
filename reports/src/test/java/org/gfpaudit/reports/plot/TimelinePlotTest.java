package org.gfpaudit.reports.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Timeline;
import org.gfpaudit.rules.review.Timeline.Episode;
import org.junit.jupiter.api.Test;

/** What a timeline shows can be read: every id, both commits, levels without their colours. */
final class TimelinePlotTest {
  private static final Pattern TEXT =
      Pattern.compile(
          "<text class=\"(\\w+)\" x=\"([\\d.]+)\" y=\"([\\d.]+)\"( text-anchor=\"(\\w+)\")?>([^<]*)<");
  private static final Pattern BAR =
      Pattern.compile(
          "<rect class=\"([^\"]*)\" x=\"[\\d.]+\" y=\"[\\d.]+\" width=\"[\\d.]+\""
              + " height=\"([\\d.]+)\"><title>");

  private static Timeline.Revision revision(int number) {
    return new Timeline.Revision(
        String.format("%02dc0ffee5eed0123456789", number),
        1_700_000_000L + 86_400L * number,
        "A Person",
        "subject " + number,
        1,
        Timeline.State.AUDITED);
  }

  private static Episode episode(int number, Level level, int from, Optional<Integer> to) {
    return new Episode(
        new KnownFinding(
            "G0000000" + number,
            new Fingerprint("a" + number, "b" + number),
            "hardcoded",
            level,
            new Place("fs/pond/a_rather_long_directory/pond" + number + ".c", 7, 1, "pond_fill"),
            "GFP_KERNEL reaches add_to_page_cache_lru()"),
        from,
        to,
        List.of());
  }

  private static String picture(int revisions, Episode... episodes) throws IOException {
    List<Timeline.Revision> row = new ArrayList<>();
    for (int i = 0; i < revisions; i++) {
      row.add(revision(i));
    }
    StringWriter out = new StringWriter();
    TimelinePlot.write(new Timeline("v1..v2", row, List.of(episodes)), out);
    return out.toString();
  }

  private static String pictureOfThree() throws IOException {
    return picture(
        9,
        episode(1, Level.ERROR, 2, Optional.of(7)),
        episode(2, Level.WARNING, 0, Optional.empty()),
        episode(3, Level.NOTE, 0, Optional.of(4)));
  }

  /** The texts of the row in which a text stands, from left to right. */
  private static List<String> rowOf(String text, String svg) {
    List<String> row = new ArrayList<>();
    String y = "";
    for (int round = 0; round < 2; round++) {
      Matcher matcher = TEXT.matcher(svg);
      while (matcher.find()) {
        if (matcher.group(6).equals(text)) {
          y = matcher.group(3);
        }
        if (round == 1 && matcher.group(3).equals(y)) {
          row.add(matcher.group(6));
        }
      }
    }
    return row;
  }

  @Test
  void aRowNamesTheFindingAndBothCommits() throws IOException {
    String svg = pictureOfThree();
    assertEquals(
        List.of(
            "G00000001",
            "error",
            "02c0ffee5eed 2023-11-16",
            "07c0ffee5eed 2023-11-21",
            "fs/pond/a_rather_long_directory/pond1.c pond_fill()"),
        rowOf("G00000001", svg));
    assertEquals(List.of("there at first", "there at last"), rowOf("G00000002", svg).subList(2, 4));
    assertEquals("04c0ffee5eed 2023-11-18", rowOf("G00000003", svg).get(3));
    assertTrue(svg.contains("02c0ffee5eed 2023-11-16 A Person: subject 2"), "the tip says by whom");
  }

  @Test
  void levelsDifferWithoutColours() throws IOException {
    List<String> forms = new ArrayList<>();
    Matcher bars = BAR.matcher(pictureOfThree());
    while (bars.find()) {
      forms.add(bars.group(1).replaceAll("\\d", "") + " " + bars.group(2));
    }
    assertEquals(List.of("series 10", "series 5", "trace dotted 10"), forms);
    List<String> lines = new ArrayList<>();
    Matcher curves =
        Pattern.compile("<path class=\"trace\\d (\\w+)\" d=\"[^\"]*L").matcher(pictureOfThree());
    while (curves.find()) {
      lines.add(curves.group(1));
    }
    assertEquals(6, lines.size(), "a sample and a curve for each level");
    assertEquals(List.of("dashed", "dotted", "thick"), lines.stream().distinct().sorted().toList());
  }

  @Test
  void noTextIsSmallOrStandsOnAnother() throws IOException {
    String svg = pictureOfThree();
    Matcher sizes = Pattern.compile("font-size: (\\d+)px").matcher(svg);
    while (sizes.find()) {
      assertTrue(Integer.parseInt(sizes.group(1)) >= 11, sizes.group());
    }
    Matcher width = Pattern.compile("<svg [^>]*width=\"([\\d.]+)\"").matcher(svg);
    assertTrue(width.find(), svg);
    List<double[]> seen = new ArrayList<>();
    Matcher texts = TEXT.matcher(svg);
    while (texts.find()) {
      double length = texts.group(6).length() * (texts.group(1).equals("title") ? 9 : 6.63);
      double x = Double.parseDouble(texts.group(2));
      double y = Double.parseDouble(texts.group(3));
      String anchor = texts.group(5);
      double left = anchor == null ? x : anchor.equals("end") ? x - length : x - length / 2;
      assertTrue(left >= 0 && left + length <= Double.parseDouble(width.group(1)), texts.group());
      for (double[] other : seen) {
        boolean isApart =
            Math.abs(other[1] - y) >= 11 || other[0] >= left + length || left >= other[2];
        assertTrue(isApart, texts.group());
      }
      seen.add(new double[] {left, y, left + length});
    }
    assertTrue(seen.size() > 20, "texts were found");
  }

  @Test
  void whoCannotSeeItIsTold() throws IOException {
    String svg = pictureOfThree();
    assertTrue(
        svg.contains("<desc>9 revisions, 3 findings: 2 there at first, 1 came, 2 went</desc>"),
        svg);
    assertTrue(svg.contains("prefers-color-scheme: dark"), "a dark page has colours of its own");
  }

  @Test
  void oneRevisionOrNoFindingIsDrawnToo() throws IOException {
    for (String svg :
        List.of(picture(1), picture(3), picture(1, episode(1, Level.NOTE, 0, Optional.empty())))) {
      assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
      assertTrue(svg.endsWith("</svg>\n"), svg);
    }
  }
}
