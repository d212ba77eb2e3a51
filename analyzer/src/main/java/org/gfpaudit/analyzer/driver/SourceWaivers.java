package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.lex.Remark;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.SourceWaiver;

/** Finds the comments of a tree that let findings stay. */
final class SourceWaivers {
  private static final Pattern ALLOW =
      Pattern.compile(
          Pattern.quote(Remark.OPENING) + " *allow +([\\w-]+(?: *, *[\\w-]+)*) *: *(.+)");

  private static final String FORM =
      "this comment waives nothing: write '" + Remark.OPENING + " allow RULE: reason'";

  private SourceWaivers() {}

  /**
   * The comments that are waivers, or mean to be, by place. Only definitions in which the scanner
   * saw one are read.
   */
  static List<SourceWaiver> of(Program program) {
    SourceIndex index = program.index();
    List<SourceWaiver> waivers = new ArrayList<>();
    for (Entity entity : index.find(Remark.OPENING).map(index::callers).orElse(List.of())) {
      boolean isMacro =
          switch (index.kind(entity)) {
            case FUNCTION_MACRO, OBJECT_MACRO -> true;
            case FUNCTION, STRUCT, TYPEDEF, VARIABLE, INVOCATION -> false;
          };
      Remark.in(program.textOf(entity), index.extent(entity), isMacro)
          .forEach(remark -> waivers.add(waiver(program, entity, remark)));
    }
    waivers.sort(Comparator.comparing(SourceWaiver::place));
    return List.copyOf(waivers);
  }

  private static SourceWaiver waiver(Program program, Entity entity, Remark remark) {
    Matcher allow = ALLOW.matcher(remark.text());
    boolean isOne = allow.matches();
    List<String> rules = isOne ? List.of(allow.group(1).split(" *, *")) : List.of();
    Optional<String> mistake =
        isOne
            ? rules.stream()
                .filter(rule -> !isRule(rule))
                .findFirst()
                .map(rule -> "there is no rule '" + rule + "'; 'gfpaudit rules' lists them")
            : Optional.of(FORM);
    return new SourceWaiver(
        program.place(entity, remark.comment().start()),
        program.place(entity, remark.statement().start()),
        program.place(entity, remark.statement().end() - 1),
        rules.stream().filter(SourceWaivers::isRule).toList(),
        isOne ? allow.group(2) : "",
        mistake);
  }

  private static boolean isRule(String id) {
    return RuleCatalog.byId(id).isPresent();
  }
}
