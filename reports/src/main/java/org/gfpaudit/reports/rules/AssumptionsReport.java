package org.gfpaudit.reports.rules;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.DeviceRow;
import org.gfpaudit.rules.knowledge.GateRow;
import org.gfpaudit.rules.knowledge.Row;
import org.gfpaudit.rules.mask.Scope;

/**
 * What levels rest on that no tree tells: the drivers of devices where a tree comes without them,
 * and what reclaim does in some releases. Each with the releases it holds for and where it was
 * read.
 */
public final class AssumptionsReport {
  private final Style style;

  public AssumptionsReport(Style style) {
    this.style = style;
  }

  /** Writes what is assumed, in the order of the tables. */
  public void write(ConsequenceTables tables, Writer out) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (DeviceRow row : tables.devices()) {
      String scope =
          row.scope() == Scope.NONE ? "without a scope" : "in a " + row.scope() + " scope";
      String does =
          row.kind() == DeviceRow.Kind.DEVICE
              ? "where its worker is not found, it runs " + scope + "; it takes " + row.about()
              : row.about();
      lines.add(List.of(row.name(), releases(row), does, row.origin()));
    }
    for (GateRow row : tables.gates()) {
      lines.add(
          List.of(
              row.name(), releases(row), "with " + row.bit() + " " + row.about(), row.origin()));
    }
    out.write("What a tree does not tell, and is assumed of its release:\n");
    for (List<String> line : lines) {
      out.write("\n" + style.bold(line.get(0)) + " (" + line.get(1) + ")\n");
      out.write("  " + line.get(2) + "\n");
      out.write("  from: " + line.get(3) + "\n");
    }
  }

  private static String releases(Row row) {
    String since = row.versions().since().map(Object::toString).orElse("");
    String until = row.versions().until().map(Object::toString).orElse("");
    if (since.isEmpty() && until.isEmpty()) {
      return "every release";
    }
    return since.isEmpty()
        ? "up to " + until
        : until.isEmpty() ? "since " + since : since + " to " + until;
  }
}
