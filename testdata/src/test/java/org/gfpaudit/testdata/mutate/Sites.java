package org.gfpaudit.testdata.mutate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.finding.AuditRow;

/** Finds the calls of an audit table in the files of its tree. */
final class Sites {
  private record SourceFile(String text, List<Token> tokens) {}

  private Sites() {}

  /** The rows that are calls with a mask in functions that can be copied, each place once. */
  static List<Site> of(SourceTree tree, List<AuditRow> rows) throws IOException {
    Map<String, SourceFile> files = new HashMap<>();
    Map<String, Site> sites = new HashMap<>();
    List<Site> inOrder = new ArrayList<>();
    for (AuditRow row : rows) {
      String path = row.place().file();
      SourceFile file = files.get(path);
      if (file == null) {
        String text = new String(tree.read(path), StandardCharsets.ISO_8859_1);
        file = new SourceFile(text, Tokens.of(text));
        files.put(path, file);
      }
      String place = row.place().fileAndLine() + ":" + row.place().column();
      Site site = Site.of(row, file.text, file.tokens).orElse(null);
      if (site != null && sites.putIfAbsent(place, site) == null) {
        inOrder.add(site);
      }
    }
    return inOrder;
  }
}
