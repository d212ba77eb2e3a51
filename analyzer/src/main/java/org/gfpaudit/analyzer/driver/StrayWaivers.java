package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.lex.Remark;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.SourceWaiver;

/**
 * Comments that mean to be waivers and stand in no definition. An audit reads definitions alone, so
 * that these are looked for beside it, and where somebody would write one: in the files that have
 * findings.
 */
public final class StrayWaivers {
  private static final String MISTAKE =
      "this comment waives nothing, for it stands in no function and no macro: write it above the"
          + " statement that it is about";

  private StrayWaivers() {}

  /** Those of the files of {@code tree} that {@code result} has findings in, by place. */
  public static List<SourceWaiver> of(SourceTree tree, AuditResult result) {
    Set<Place> known =
        result.waivers().stream().map(waiver -> placed(waiver.place())).collect(Collectors.toSet());
    Set<String> files = new TreeSet<>();
    result.findings().forEach(finding -> files.add(finding.place().file()));
    List<SourceWaiver> strays = new ArrayList<>();
    for (String file : files) {
      for (Place place : remarks(tree, file)) {
        if (!known.contains(place)) {
          strays.add(new SourceWaiver(place, place, place, List.of(), "", Optional.of(MISTAKE)));
        }
      }
    }
    return strays;
  }

  private static Place placed(Place place) {
    return new Place(place.file(), place.line(), place.column(), "");
  }

  private static List<Place> remarks(SourceTree tree, String file) {
    byte[] bytes;
    try {
      bytes = tree.read(file);
    } catch (IOException e) {
      return List.of(); // It has gone since it was audited.
    }
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(Remark.OPENING)) {
      return List.of();
    }
    SourceText text = new SourceText(file, bytes);
    return Remark.in(text, new Span(0, text.length()), /* isMacro= */ false).stream()
        .map(remark -> remark.comment().start())
        .map(start -> new Place(file, text.line(start), text.column(start), ""))
        .toList();
  }
}
