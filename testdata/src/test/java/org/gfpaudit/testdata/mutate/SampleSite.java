package org.gfpaudit.testdata.mutate;

import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;

/** A call in a small text, for tests of what mutations do to it. */
final class SampleSite {
  /** A function in which every rewriting finds something to do. */
  static final String TEXT =
      """
      struct page *sample(struct address_space *mapping, unsigned long index)
      {
      \tstruct page *page = NULL;
      \tunsigned int turn;

      \twhile (need_resched())
      \t\tcond_resched();
      \tturn = 1;
      \tturn |= 2;
      \tif (mapping && index)
      \t\tturn = 3;
      \tif (turn) {
      \t\tpage = find_or_create_page(mapping, index, mapping_gfp_mask(mapping));
      \t} else {
      \t\tcond_resched();
      \t}
      \treturn page;
      }
      """;

  private SampleSite() {}

  /** The call of {@code find_or_create_page} in a text, with the mask that it has there. */
  static Site of(String text, String mask) {
    int offset = text.indexOf("find_or_create_page");
    int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    int column = offset - text.lastIndexOf('\n', offset);
    Place place = new Place("fs/sample.c", line, column, "sample");
    AuditRow row =
        new AuditRow(
            AuditRow.Kind.SITE,
            new Flagged(place, "find_or_create_page", mask, "mapping", PresenceCondition.TRUE),
            Verdict.DERIVED,
            List.of(),
            "");
    return Site.of(row, text, Tokens.of(text)).orElseThrow();
  }

  /** The call in {@link #TEXT}. */
  static Site site() {
    return of(TEXT, "mapping_gfp_mask(mapping)");
  }
}
