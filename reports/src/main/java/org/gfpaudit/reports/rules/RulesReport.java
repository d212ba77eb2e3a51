package org.gfpaudit.reports.rules;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Grid;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCode;

/** Rules for people. Their texts are our own and so are safe as they stand. */
public final class RulesReport {
  private static final int WIDTH = 78;

  private final Style style;

  public RulesReport(Style style) {
    this.style = style;
  }

  /** Writes one line per rule in the given order. */
  public void writeList(List<Rule> rules, Writer out) throws IOException {
    Grid grid = new Grid(List.of(Grid.Align.LEFT, Grid.Align.LEFT, Grid.Align.LEFT));
    rules.forEach(
        rule ->
            grid.add(
                List.of(
                    rule.id(),
                    rule.level().word(),
                    rule.title() + (rule.isOnByDefault() ? "" : " (off by default)"))));
    grid.write(
        out,
        (line, column, padded) ->
            switch (column) {
              case 0 -> style.bold(padded);
              case 1 -> style.level(rules.get(line).level(), padded);
              default -> padded;
            });
  }

  /** Writes one rule in full. */
  public void writePage(Rule rule, Writer out) throws IOException {
    out.write(style.bold(rule.id()) + ": " + rule.title() + "\n");
    out.write("level: " + style.level(rule.level(), rule.level().word()) + "\n");
    if (!rule.isOnByDefault()) {
      out.write("off by default: -W" + rule.id() + " switches it on\n");
    }
    for (String paragraph : rule.help().strip().split("\n\\s*\n", -1)) {
      out.write("\n" + filled(paragraph));
    }
    Optional<RuleCode> code = RuleCode.of(rule);
    if (code.isPresent()) {
      out.write("\n" + style.bold("bad:") + "\n" + indented(code.get().bad()));
      out.write("\n" + style.bold("good:") + "\n" + indented(code.get().good()));
    }
    if (!rule.examples().isEmpty()) {
      out.write("\nmore, in the source of gfpaudit:\n");
      for (String example : rule.examples()) {
        out.write("  testdata/rules/" + rule.id() + "/" + example + "\n");
      }
    }
  }

  /** Code behind four blanks, with tabs as wide as the kernel has them. */
  private static String indented(String code) {
    return code.lines()
        .map(line -> line.isEmpty() ? "\n" : "    " + line.replace("\t", "        ") + "\n")
        .collect(Collectors.joining());
  }

  /** The words of a paragraph in lines of at most {@link #WIDTH} characters. */
  private static String filled(String paragraph) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : paragraph.strip().split("\\s+", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    return text.append('\n').toString();
  }
}
