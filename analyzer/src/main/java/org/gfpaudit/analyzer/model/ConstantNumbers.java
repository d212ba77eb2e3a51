package org.gfpaudit.analyzer.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.knowledge.Identity;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * The numbers that constants of a tree are: those of literals, enumerators, macros and what they
 * are composed of. A number is what C computes in 64 bits; whoever asks for a mask takes the lower
 * 32 of them. What is not understood has no number. Safe for several threads.
 */
public final class ConstantNumbers {
  /** So many names stand behind one another at most. */
  private static final int MAX_DEPTH = 32;

  private static final Pattern INCLUDE =
      Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]+([<\"])([^>\"\\n]+)[>\"]");

  private static final Pattern LITERAL = Pattern.compile("[\\s(\\\\]*[\\w']+[\\s)\\\\]*");

  private final Program program;
  private final Visibility visibility;
  private final Knowledge knowledge;
  private final Memo<SourceFile, ConstantDefinitions> definitions;
  private final Memo<NameIn, List<Long>> named;
  private final Memo<NameIn, List<Long>> bare;
  private final Memo<SourceFile, List<SourceFile>> includes;

  public ConstantNumbers(Program program, Visibility visibility, Knowledge knowledge) {
    this.program = program;
    this.visibility = visibility;
    this.knowledge = knowledge;
    this.definitions = new Memo<>(program.tracing(), "constants");
    this.named = new Memo<>(program.tracing(), "numbers");
    this.bare = new Memo<>(program.tracing(), "bare numbers");
    this.includes = new Memo<>(program.tracing(), "includes");
  }

  /** The number a literal is; empty for strings, floating numbers and what is malformed. */
  public static OptionalLong of(Expr.Literal literal) {
    if (literal.kind() != Expr.Literal.Kind.NUMBER) {
      return OptionalLong.empty();
    }
    String text = withoutSuffix(literal.text()).replace("'", "");
    if (text.equals("NULL")) {
      return OptionalLong.of(0);
    }
    int base = 10;
    String digits = text;
    if (text.startsWith("0x") || text.startsWith("0X")) {
      base = 16;
      digits = text.substring(2);
    } else if (text.startsWith("0b") || text.startsWith("0B")) {
      base = 2;
      digits = text.substring(2);
    } else if (text.startsWith("0") && text.length() > 1) {
      base = 8;
      digits = text.substring(1);
    }
    try {
      return OptionalLong.of(Long.parseUnsignedLong(digits, base));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static String withoutSuffix(String number) {
    int end = number.length();
    while (end > 0 && "uUlL".indexOf(number.charAt(end - 1)) >= 0) {
      end--;
    }
    return number.substring(0, end);
  }

  /**
   * The numbers that {@code name} can be in {@code file}, one for each of its definitions in that
   * file and in those that it includes itself, ascending. Of a name that the index has, only what
   * it leaves out is looked at: definitions by a bare number, and enumerators.
   *
   * @return empty where nothing defines the name, or where one definition is not understood
   */
  public List<Long> named(SourceFile file, String name) {
    return named.get(new NameIn(file, name), asked -> named(file, name, 0));
  }

  /** Those that stand in {@code file} itself. */
  public List<Long> definedIn(SourceFile file, String name) {
    return numbers(definitions(file).of(name), file, 0);
  }

  /** Those of a name that {@code file} itself defines by a bare number, which no index holds. */
  public List<Long> bareIn(SourceFile file, String name) {
    return bare.get(new NameIn(file, name), asked -> findBare(definitions(file).of(name)));
  }

  private List<Long> findBare(List<ConstantDefinitions.Definition> all) {
    TreeSet<Long> numbers = new TreeSet<>();
    for (ConstantDefinitions.Definition definition : all) {
      definition
          .expression()
          .filter(span -> mayBeLiteral(definition.text().text(span)))
          .flatMap(span -> program.expression(definition.text(), span))
          .filter(Expr.Literal.class::isInstance)
          .map(literal -> of((Expr.Literal) literal))
          .ifPresent(number -> number.ifPresent(numbers::add));
    }
    return List.copyOf(numbers);
  }

  /** Whether an expression can be one word in brackets, by a look that saves parsing it. */
  private static boolean mayBeLiteral(String written) {
    return written.contains("/") || LITERAL.matcher(written).matches();
  }

  private List<Long> named(SourceFile file, String name, int depth) {
    List<ConstantDefinitions.Definition> own = definitions(file).of(name);
    if (!own.isEmpty()) {
      return numbers(own, file, depth);
    }
    for (SourceFile included : includes.get(file, this::findIncludes)) {
      List<ConstantDefinitions.Definition> there = definitions(included).of(name);
      if (!there.isEmpty()) {
        return numbers(there, included, depth);
      }
    }
    return List.of();
  }

  private List<Long> numbers(List<ConstantDefinitions.Definition> all, SourceFile file, int depth) {
    TreeSet<Long> numbers = new TreeSet<>();
    for (ConstantDefinitions.Definition definition : all) {
      OptionalLong number = OptionalLong.of(0);
      if (definition.expression().isPresent()) {
        Optional<Expr> written =
            program.expression(definition.text(), definition.expression().get());
        number = written.map(e -> value(e, file, depth + 1)).orElse(OptionalLong.empty());
      }
      if (number.isEmpty()) {
        return List.of();
      }
      numbers.add(number.getAsLong() + definition.more());
    }
    return List.copyOf(numbers);
  }

  /** The number of a constant expression as {@code file} means it. */
  public OptionalLong value(Expr expression, SourceFile file) {
    return value(expression, file, 0);
  }

  private OptionalLong value(Expr expression, SourceFile file, int depth) {
    if (depth > MAX_DEPTH) {
      return OptionalLong.empty();
    }
    if (expression instanceof Expr.Literal literal) {
      return of(literal);
    }
    if (expression instanceof Expr.Cast cast) {
      return value(cast.operand(), file, depth + 1);
    }
    if (expression instanceof Expr.Unary unary) {
      OptionalLong operand = value(unary.operand(), file, depth + 1);
      return operand.isEmpty()
          ? operand
          : switch (unary.operator()) {
            case PLUS, EXTENSION -> operand;
            case MINUS -> OptionalLong.of(-operand.getAsLong());
            case COMPLEMENT -> OptionalLong.of(~operand.getAsLong());
            case NOT -> OptionalLong.of(operand.getAsLong() == 0 ? 1 : 0);
            default -> OptionalLong.empty();
          };
    }
    if (expression instanceof Expr.Binary binary) {
      OptionalLong left = value(binary.left(), file, depth + 1);
      OptionalLong right = value(binary.right(), file, depth + 1);
      return left.isEmpty() || right.isEmpty()
          ? OptionalLong.empty()
          : Arithmetic.apply(binary.operator(), left.getAsLong(), right.getAsLong());
    }
    if (expression instanceof Expr.Call call) {
      return call(call, file, depth);
    }
    return expression instanceof Expr.Name name
        ? name(name.text(), file, depth)
        : OptionalLong.empty();
  }

  /** {@code BIT(7)} and {@code UL(1)}. */
  private OptionalLong call(Expr.Call call, SourceFile file, int depth) {
    String name = call.calledName().map(Expr.Name::text).orElse("");
    if (knowledge.isIdiom(Idiom.Kind.BIT, name) && call.arguments().size() == 1) {
      OptionalLong bit = value(call.arguments().get(0), file, depth + 1);
      return bit.isPresent() && bit.getAsLong() >= 0 && bit.getAsLong() < Long.SIZE
          ? OptionalLong.of(1L << bit.getAsLong())
          : OptionalLong.empty();
    }
    Optional<Identity> same = knowledge.identity(name);
    return same.isPresent() && same.get().argument() < call.arguments().size()
        ? value(call.arguments().get(same.get().argument()), file, depth + 1)
        : OptionalLong.empty();
  }

  /** A name that is one number wherever it is defined. */
  private OptionalLong name(String name, SourceFile file, int depth) {
    TreeSet<Long> numbers = new TreeSet<>();
    for (Entity entity : visibility.objectMacros(file, name)) {
      for (Parsed.Variant<MacroDefinition> variant : program.macro(entity).variants()) {
        OptionalLong number =
            variant.tree().body() instanceof MacroDefinition.Body.Expression body
                ? value(body.expression(), program.index().fileOf(entity), depth + 1)
                : OptionalLong.empty();
        if (number.isEmpty()) {
          return number;
        }
        numbers.add(number.getAsLong());
      }
    }
    if (numbers.isEmpty()) {
      numbers.addAll(named(file, name, depth + 1));
    }
    return numbers.size() == 1 ? OptionalLong.of(numbers.first()) : OptionalLong.empty();
  }

  private ConstantDefinitions definitions(SourceFile file) {
    return definitions.get(file, f -> ConstantDefinitions.of(program.freshText(f)));
  }

  private List<SourceFile> findIncludes(SourceFile file) {
    String path = program.index().path(file);
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    String text = new String(program.freshText(file).bytes(), StandardCharsets.ISO_8859_1);
    List<SourceFile> found = new ArrayList<>();
    for (Matcher include = INCLUDE.matcher(text); include.find(); ) {
      boolean isQuoted = include.group(1).equals("\"");
      (isQuoted ? program.file(directory + include.group(2)) : Optional.<SourceFile>empty())
          .or(() -> program.file("include/" + include.group(2)))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }
}
