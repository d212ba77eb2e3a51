package org.gfpaudit.analyzer.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.fix.Edit;

/** One more parameter in a function's definition and in its prototypes. */
final class SignatureEdits {
  private static final int LINE = 80;

  /** A comma and a space before a parameter, and what closes the list behind it. */
  private static final int CLOSING = 3;

  private static final String TYPE = "gfp_t";

  /** A parameter in a comment, with the lines that go on with it. */
  private static final Pattern DESCRIBED =
      Pattern.compile(
          "(?m)^([ \\t]*) \\* @(\\w+):([ \\t]+).*\\n"
              + "(?:[ \\t]* \\*[ \\t]{2,}\\S.*\\n|[ \\t]* \\*\\t.*\\n)*");

  private final PatchContext context;
  private final Entity entity;
  private final String name;
  private final String parameter;

  /**
   * @param name of the parameter
   */
  SignatureEdits(PatchContext context, Entity entity, String name) {
    this.context = context;
    this.entity = entity;
    this.name = name;
    this.parameter = TYPE + " " + name;
  }

  /**
   * The edits of the definition and of its prototypes.
   *
   * @throws NoFixException where there is no parameter to stand behind, or the name is taken
   */
  List<Edit> all() throws NoFixException {
    List<Edit> edits = new ArrayList<>(prototypes());
    SourceText text = context.program().textOf(entity);
    for (Parsed.Variant<FunctionDefinition> variant :
        context.program().function(entity).variants()) {
      FunctionDefinition definition = variant.tree();
      int count = definition.parameters().size();
      if (count == 0 || definition.parameters().get(count - 1).name().isEmpty()) {
        throw new NoFixException(
            "the parameters of "
                + definition.name()
                + "() cannot be read; change them by hand first");
      }
      if (FunctionText.of(definition, context::asksForTruth).holds(name)) {
        throw new NoFixException(
            definition.name() + "() uses the name " + name + " otherwise; rename that first");
      }
      int first = definition.parameters().get(0).span().start();
      int end = definition.parameters().get(count - 1).span().end();
      edits.add(insert(text, first, end, parameter));
      documented(text, definition.span().start(), name).ifPresent(edits::add);
    }
    return edits.stream().distinct().toList();
  }

  /** The line of the comment before a declaration, where that describes the parameters. */
  private static Optional<Edit> documented(SourceText text, int start, String name) {
    String before = new String(text.bytes(), 0, start, StandardCharsets.ISO_8859_1).stripTrailing();
    int open = before.lastIndexOf("/*");
    if (!before.endsWith("*/") || open < 0) {
      return Optional.empty();
    }
    Matcher described = DESCRIBED.matcher(before).region(open, before.length());
    int end = -1;
    String margin = "";
    String blank = " ";
    Set<Integer> columns = new HashSet<>();
    while (described.find()) {
      end = described.end();
      margin = described.group(1);
      blank = described.group(3);
      columns.add(described.group(2).length() + blank.length());
    }
    if (end < 0) {
      return Optional.empty();
    }
    boolean isAligned = columns.size() == 1 && blank.length() > 1 && blank.isBlank();
    int column = columns.iterator().next();
    String gap =
        isAligned && blank.indexOf('\t') < 0
            ? " ".repeat(Math.max(1, column - name.length()))
            : blank;
    return Optional.of(
        Edit.insert(
            text.path(),
            end,
            margin
                + " * @"
                + name
                + ":"
                + gap
                + "GFP flags for page-cache memory"
                + CallLayout.lineEnd(text, start - 1)));
  }

  /** The edits of a field that points to such functions; none where it is not seen. */
  static List<Edit> field(Entity struct, String field, String name, PatchContext context) {
    SourceText text = context.program().textOf(struct);
    String content = new String(text.bytes(), StandardCharsets.ISO_8859_1);
    Matcher pointer =
        Pattern.compile("\\(\\s*\\*\\s*" + Pattern.quote(field) + "\\s*\\)\\s*\\(([^()]*)\\)")
            .matcher(content);
    pointer.region(
        context.program().index().extent(struct).start(),
        context.program().index().extent(struct).end());
    if (!pointer.find() || pointer.group(1).isBlank()) {
      return List.of();
    }
    String last = pointer.group(1).strip();
    boolean isNameless = last.endsWith("*") || (!last.contains(",") && !last.contains(" "));
    int end = pointer.end(1);
    while (Character.isWhitespace(content.charAt(end - 1))) {
      end--;
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(insert(text, pointer.start(1), end, isNameless ? TYPE : TYPE + " " + name));
    int declared = content.lastIndexOf("*/", pointer.start()) + 2;
    if (declared > 1 && !content.substring(declared, pointer.start()).matches("(?s).*[;{}].*")) {
      documented(text, declared, name).ifPresent(edits::add);
    }
    return edits;
  }

  /** Behind the last parameter, on its line, or on one that begins where others do. */
  private static Edit insert(SourceText text, int first, int end, String added) {
    boolean fits = CallLayout.column(text, end) + added.length() + CLOSING <= LINE;
    String joint =
        fits
            ? ", "
            : ","
                + CallLayout.lineEnd(text, end)
                + CallLayout.blanks(CallLayout.columnOfMore(text, first, end));
    return Edit.insert(text.path(), end, joint + added);
  }

  /**
   * The edits of the prototypes, which are looked for in the function's own file and, where it is
   * not static, in the headers beside it and below include/.
   */
  private List<Edit> prototypes() {
    SourceIndex index = context.program().index();
    String path = context.program().path(entity);
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    Pattern prototype =
        Pattern.compile(
            "(?<![\\w.>])"
                + Pattern.quote(context.program().name(entity))
                + "\\s*\\(([^();{}]*(?:\\([^()]*\\)[^();{}]*)*)\\)[^;{}()]*(?:\\([^;{}()]*\\)[^;{}()]*)*;");
    List<Edit> edits = new ArrayList<>();
    for (SourceFile file : (Iterable<SourceFile>) index.files()::iterator) {
      String candidate = index.path(file);
      boolean isOwn = candidate.equals(path);
      boolean isHeader =
          !index.isStatic(entity)
              && candidate.endsWith(".h")
              && (candidate.startsWith("include/") || candidate.startsWith(directory));
      if (isOwn || isHeader) {
        prototypes(context.program().freshText(file), file, prototype, edits);
      }
    }
    return edits;
  }

  private void prototypes(SourceText text, SourceFile file, Pattern prototype, List<Edit> edits) {
    String content = new String(text.bytes(), StandardCharsets.ISO_8859_1);
    Matcher matcher = prototype.matcher(content);
    while (matcher.find()) {
      int start = matcher.start();
      if (isAtFileScope(file, start) && startsDeclaration(content, start)) {
        int first = matcher.start(1);
        int end = matcher.end(1);
        while (end > first && Character.isWhitespace(content.charAt(end - 1))) {
          end--;
        }
        boolean isNameless = end > first && content.charAt(end - 1) == '*';
        edits.add(insert(text, first, end, isNameless ? TYPE : parameter));
      }
    }
  }

  /** Whether a type stands before the name on its line, or on the line before it. */
  private static boolean startsDeclaration(String content, int start) {
    int line = content.lastIndexOf('\n', start - 1) + 1;
    String before = content.substring(line, start);
    return before.isBlank()
        ? line > 1 && !content.substring(0, line).stripTrailing().endsWith(";")
        : Character.isLetter(before.charAt(0)) && !before.contains("=") && !before.contains("(");
  }

  private boolean isAtFileScope(SourceFile file, int offset) {
    SourceIndex index = context.program().index();
    for (Entity other : index.entitiesOf(file)) {
      if (index.extent(other).contains(offset)) {
        return false;
      }
    }
    return true;
  }
}
