package org.gfpaudit.analyzer.patch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.fix.ChangedFunction;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.protectiondropped.DroppedProtection;

/**
 * Puts back what kept reclaim out in an older state of the tree: the setter or the scope where it
 * stood, with what they need, or the mask or the flag of the call. All else that changed since
 * stays. Other findings are left to another strategy.
 *
 * @param earlier the older state
 * @param lost what the tree lacks
 */
record PutBack(Earlier earlier, Map<Finding, DroppedProtection> lost, Strategy others)
    implements EachFinding {
  private static final int LINE = 80;

  @Override
  public Optional<Mender> mender(Finding finding) {
    return Optional.ofNullable(lost.get(finding))
        .map(dropped -> (Finding each, PatchContext context) -> fix(each, dropped, context));
  }

  private Fix fix(Finding finding, DroppedProtection dropped, PatchContext context)
      throws NoFixException {
    Protector.Kind kind = dropped.lost().kind();
    return switch (dropped.fate()) {
      case GONE -> withStatements(finding, dropped, context);
      case REPLACED ->
          kind == Protector.Kind.FLAG
              ? withFlag(finding, dropped, context)
              : withMask(finding, dropped, dropped.lost().text(), context);
      case WEAKER -> {
        List<String> arguments = arguments(dropped.lost().text());
        if (arguments.size() != 2) {
          throw new NoFixException(
              "what sets the mask is another function now; call "
                  + dropped.lost().text()
                  + " behind it by hand");
        }
        yield withMask(finding, dropped, arguments.get(1), context);
      }
      case NARROWER ->
          throw new NoFixException(
              "a way into it goes around the scope now; open the scope on that way too, by hand");
      case CONDITIONAL ->
          throw new NoFixException(
              "whether the new condition is right cannot be seen; take the setter out of it by"
                  + " hand, or say in the change why those mappings can do without");
      case ELSEWHERE ->
          throw new NoFixException(
              "the setter is for other mappings than those of this function now; call it for these"
                  + " as well, where their inodes are set up");
    };
  }

  private static Fix fix(
      Finding finding, DroppedProtection dropped, List<Edit> edits, String changed) {
    Set<ChangedFunction> functions = new TreeSet<>();
    functions.add(ChangedFunction.at(dropped.flagged().place()));
    functions.add(ChangedFunction.at(finding.place()));
    dropped.relied().forEach(call -> functions.add(ChangedFunction.at(call.place())));
    String bits =
        dropped.bits().stream().map(ReclaimBit::text).collect(Collectors.joining(" and "));
    String function =
        dropped.lost().kind() == Protector.Kind.SETTER
                || dropped.lost().kind() == Protector.Kind.SCOPE
            ? dropped.lost().place().function()
            : finding.place().function();
    return new Fix(
        List.of(finding),
        edits,
        List.copyOf(functions),
        "keep " + bits + " out again in " + function + "()",
        List.of(changed, "The rest of what changed since stays as it is."));
  }

  /** The call with the mask it had, constrained by what the change asks now. */
  private static Fix withMask(
      Finding finding, DroppedProtection dropped, String mask, PatchContext context)
      throws NoFixException {
    StatementMends.Found found = StatementMends.Found.at(dropped.flagged().place(), context);
    SourceText text = context.program().textOf(found.entity());
    String now = dropped.flagged().mask();
    Optional<Expr> argument =
        found.at().call().arguments().stream()
            .filter(each -> !now.isEmpty() && text.textOnOneLine(each.span()).equals(now))
            .findFirst();
    if (argument.isEmpty()) {
      throw new NoFixException(
          dropped.flagged().callee()
              + "() is handed no mask; call what takes one with "
              + mask
              + ", or run it in a task scope");
    }
    if (found.facts().variables().stream().anyMatch(variable -> variable.name().equals(now))) {
      throw new NoFixException(
          "the mask is kept in '"
              + now
              + "' now; set that to "
              + mask
              + " where it gets its value");
    }
    if (mask.equals(now)) {
      throw new NoFixException(
          "this call is as it was, and its mask lost the bit on the way; take it out there again");
    }
    requireKnown(GoneStatements.words(mask), found.facts(), context);
    String mapping = dropped.flagged().mapping();
    boolean isSetter = dropped.lost().kind() == Protector.Kind.SETTER;
    boolean isConstant = mask.matches("[A-Z_0-9]+");
    // The mapping may forbid more than the constant does, and the change may ask it on purpose.
    boolean isConstrained = !isSetter && isConstant && !mapping.isEmpty();
    String become = isConstrained ? context.constrained(mapping, mask) : mask;
    int comma = become.indexOf(", ");
    List<String> pieces =
        comma < 0
            ? List.of(become)
            : List.of(become.substring(0, comma + 1), become.substring(comma + 2));
    CallLayout layout =
        new CallLayout(text, found.at().call(), argument.get(), argument.get().span());
    List<Edit> edits =
        layout
            .replace(pieces, LINE, CallLayout.Breaks.NEAT)
            .or(() -> layout.replace(pieces, context.mostColumns(), CallLayout.Breaks.ANY))
            .orElse(List.of(new Edit(text.path(), argument.get().span(), become)));
    List<Edit> all = new ArrayList<>(edits);
    if (isConstrained) {
      context.includeForMasks(text).ifPresent(all::add);
    }
    String said = isConstrained ? "Hand over " + become + "." : "Hand over " + become + " again.";
    return fix(finding, dropped, all, said);
  }

  /** The call with the flag it had. */
  private static Fix withFlag(Finding finding, DroppedProtection dropped, PatchContext context)
      throws NoFixException {
    StatementMends.Found found = StatementMends.Found.at(dropped.flagged().place(), context);
    SourceText text = context.program().textOf(found.entity());
    String flag = dropped.lost().text();
    String kind = flag.substring(0, flag.indexOf('_') + 1);
    for (Expr argument : found.at().call().arguments()) {
      String written = text.textOnOneLine(argument.span());
      if (!kind.isEmpty() && written.matches(kind + "\\w+(?:\\s*\\|\\s*" + kind + "\\w+)*")) {
        Edit edit = Edit.insert(text.path(), argument.span().end(), " | " + flag);
        return fix(finding, dropped, List.of(edit), "The call gets " + flag + " again.");
      }
    }
    throw new NoFixException(
        "the call shows no flags that " + flag + " could stand beside; add it where they are set");
  }

  /** What stood on lines of its own, where it stood, with whatever it needs. */
  private Fix withStatements(Finding finding, DroppedProtection dropped, PatchContext context)
      throws NoFixException {
    Place place = dropped.lost().place();
    List<FunctionRegion> regions = FunctionRegion.of(place, context);
    if (regions.size() != 1) {
      throw new NoFixException(
          "the function that had it is gone; write '"
              + dropped.lost().text()
              + "' by hand where its work is done now");
    }
    FunctionRegion region = regions.get(0);
    GoneStatements gone = gone(place, region.text());
    GoneStatements.Statement first =
        gone.at(place.line())
            .orElseThrow(
                () ->
                    new NoFixException(
                        "it was no statement on lines of its own; put it back by hand"));
    Set<GoneStatements.Statement> chosen = new HashSet<>();
    chosen.add(first);
    if (dropped.lost().kind() == Protector.Kind.SCOPE) {
      chosen.addAll(ends(first, gone, context));
    }
    List<GoneStatements.Statement> open = new ArrayList<>(chosen);
    while (!open.isEmpty()) {
      for (String name : open.remove(open.size() - 1).names()) {
        if (KEYWORDS.contains(name) || region.facts().holds(name)) {
          continue;
        }
        List<GoneStatements.Statement> needed =
            gone.all().stream().filter(s -> s.declared().filter(name::equals).isPresent()).toList();
        if (needed.isEmpty()
            && (gone.isParameter(name) || !isKnown(name, region.facts(), context))) {
          throw new NoFixException(
              "it needs '" + name + "', which the function has not any more; put it back by hand");
        }
        needed.stream().filter(chosen::add).forEach(open::add);
      }
    }
    return fix(finding, dropped, edits(chosen, region, context), said(chosen.size()));
  }

  private static String said(int count) {
    return "Put "
        + (count == 1 ? "the statement" : count == 2 ? "both statements" : "all its statements")
        + " back where "
        + (count == 1 ? "it" : "they")
        + " stood.";
  }

  private GoneStatements gone(Place place, SourceText now) throws NoFixException {
    try {
      return GoneStatements.around(
          place.line(), earlier.tree().readAsWritten(place.file()), now.bytes());
    } catch (IOException e) {
      throw new NoFixException("the older file cannot be read any more; put it back by hand");
    }
  }

  /** The statements that close the scope that one opens. */
  private static List<GoneStatements.Statement> ends(
      GoneStatements.Statement opening, GoneStatements gone, PatchContext context) {
    Set<String> closers =
        context.model().knowledge().scopes().stream()
            .filter(row -> row.kind() == ScopeRow.Kind.RESTORE)
            .map(ScopeRow::name)
            .collect(Collectors.toSet());
    return gone.all().stream()
        .filter(s -> s.line() > opening.line())
        .filter(s -> s.names().stream().anyMatch(closers::contains))
        .toList();
  }

  private static List<Edit> edits(
      Set<GoneStatements.Statement> chosen, FunctionRegion region, PatchContext context)
      throws NoFixException {
    Map<Integer, List<GoneStatements.Statement>> byPlace = new TreeMap<>();
    for (GoneStatements.Statement statement : chosen) {
      region.requireRoom(statement);
      byPlace.computeIfAbsent(statement.now(), now -> new ArrayList<>()).add(statement);
    }
    SourceText text = region.text();
    List<Edit> edits = new ArrayList<>();
    byPlace.forEach(
        (line, statements) ->
            edits.add(
                Edit.insert(
                    text.path(),
                    text.lineSpan(line).start(),
                    statements.stream()
                        .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                        .map(GoneStatements.Statement::text)
                        .collect(Collectors.joining()))));
    chosen.stream()
        .flatMap(statement -> statement.names().stream())
        .distinct()
        .filter(
            name ->
                context.model().knowledge().scopes().stream().anyMatch(r -> r.name().equals(name)))
        .flatMap(name -> context.header(name).stream())
        .distinct()
        .flatMap(header -> IncludeLine.missing(text, header).stream())
        .forEach(edits::add);
    return edits;
  }

  private static void requireKnown(Set<String> names, FunctionText facts, PatchContext context)
      throws NoFixException {
    for (String name : names) {
      if (!isKnown(name, facts, context)) {
        throw new NoFixException(
            "it needs '" + name + "', which is not there any more; put the mask back by hand");
      }
    }
  }

  private static final Set<String> KEYWORDS =
      Set.of("unsigned", "signed", "int", "long", "const", "struct", "static", "sizeof", "NULL");

  private static boolean isKnown(String name, FunctionText facts, PatchContext context) {
    return KEYWORDS.contains(name)
        || facts.holds(name)
        || !context.program().index().definitions(name).isEmpty();
  }

  /** What a call that is written on one line is handed. */
  private static List<String> arguments(String call) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = call.indexOf('(') + 1;
    for (int i = start; i > 0 && i < call.length(); i++) {
      char c = call.charAt(i);
      if (depth == 0 && (c == ',' || c == ')')) {
        arguments.add(call.substring(start, i).strip());
        start = i + 1;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return arguments;
  }
}
