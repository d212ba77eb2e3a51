package org.gfpaudit.testdata.mutate;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mutation that is written as text around the statement of a site.
 *
 * @param name what it is known by
 * @param about what it does, for people
 * @param sections its texts
 */
record Template(String name, String about, Map<Section, String> sections) implements Mutation {
  /** Where a text goes. */
  enum Section {
    /** Before the copied function. */
    ABOVE,
    /** Before the statement of the call. */
    BEFORE,
    /** In the place of the mask argument. */
    MASK,
    /** Behind the statement of the call. */
    AFTER,
    /** In the place of the statement, which it holds. */
    STATEMENT,
    /** In the place of the call, which it holds. */
    CALL,
    /** Behind the copied function, which is private to its file then. */
    CALLER,
    /** A parameter more of the copied function. */
    PARAMETER,
    /** A regular expression that the mask argument must match as a whole. */
    WHERE
  }

  private static final Pattern MAPPING = Pattern.compile("(?s).*mapping");
  private static final Pattern WHOLE = Pattern.compile("\\$(\\w+)");

  @Override
  public Optional<Mutant> of(Site site, Filling filling) {
    if (!fits(site)) {
      return Optional.empty();
    }
    Function function = site.function();
    Map<String, String> names = filling.names(site);
    Edits edits = new Edits();
    edits.replace(new Part(function.name().start(), function.name().end()), filling.clone(site));
    Statement statement = site.statement();
    String before = text(Section.BEFORE, names);
    String after = text(Section.AFTER, names);
    if (!before.isEmpty() || !after.isEmpty()) {
      boolean isBlock = !statement.isListed();
      edits.wrap(
          statement.part(),
          (isBlock ? "{\n" : "") + before + "\t",
          "\n" + after + (isBlock ? "}" : ""));
    }
    wrap(edits, statement.part(), Section.STATEMENT, names);
    wrap(edits, site.call(), Section.CALL, names);
    if (sections.containsKey(Section.MASK)) {
      edits.replace(site.mask(), text(Section.MASK, names));
    }
    if (sections.containsKey(Section.PARAMETER)) {
      addParameter(edits, function, text(Section.PARAMETER, names).strip());
    }
    if (sections.containsKey(Section.CALLER) && !isPrivate(function)) {
      edits.insert(function.part().start(), "static ");
    }
    String above = text(Section.ABOVE, names);
    String copy = edits.apply(function.file(), function.part());
    String caller = text(Section.CALLER, names);
    return Optional.of(
        new Mutant(
            name,
            site,
            above + copy + "\n" + caller,
            above.length() + edits.moved(site.callee().start(), function.part())));
  }

  private static void addParameter(Edits edits, Function function, String parameter) {
    boolean isFirst = function.parameterNames().isEmpty();
    int start = function.tokens().get(function.parameters().start()).end();
    int end = function.tokens().get(function.parameters().end()).start();
    Part old = new Part(start, end);
    edits.replace(
        isFirst ? old : new Part(old.end(), old.end()), (isFirst ? "" : ", ") + parameter);
  }

  private static boolean isPrivate(Function function) {
    return Pattern.compile("\\bstatic\\b")
        .matcher(function.file().substring(function.part().start(), function.name().start()))
        .find();
  }

  private boolean uses(String placeholder) {
    return sections.values().stream().anyMatch(text -> text.contains("$" + placeholder));
  }

  private boolean fits(Site site) {
    Statement statement = site.statement();
    boolean isLeaf =
        statement.kind() == Statement.Kind.EXPRESSION
            || statement.kind() == Statement.Kind.DECLARATION;
    if (sections.containsKey(Section.AFTER) && !isLeaf) {
      return false;
    }
    String of = statement.part().of(site.function().file());
    if (sections.containsKey(Section.STATEMENT)
        && (statement.kind() == Statement.Kind.DECLARATION
            || Pattern.compile("\\b(break|continue)\\b").matcher(of).find())) {
      return false;
    }
    if (uses("mapping") && !MAPPING.matcher(site.row().mapping()).matches()) {
      return false;
    }
    String where = sections.get(Section.WHERE);
    return where == null
        || Pattern.compile(where.strip(), Pattern.DOTALL).matcher(site.maskText()).matches();
  }

  private void wrap(Edits edits, Part part, Section section, Map<String, String> names) {
    String text = text(section, names);
    if (!text.isEmpty()) {
      String hole = "\0";
      int at = text.indexOf(hole);
      edits.wrap(part, text.substring(0, at), text.substring(at + 1).stripTrailing());
    }
  }

  private String text(Section section, Map<String, String> names) {
    String text = sections.getOrDefault(section, "");
    return WHOLE
        .matcher(text)
        .replaceAll(
            found -> {
              String value = names.get(found.group(1));
              if (value == null) {
                throw new IllegalStateException(name + " has no word " + found.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
