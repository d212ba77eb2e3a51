package org.gfpaudit.analyzer.kbuild;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a makefile for what it puts into variables, in all configurations at once. Recipes, rules
 * and {@code define} texts are passed over. An assignment whose name cannot be expanded to its end,
 * such as {@code obj-$(call f)}, is taken to add to {@code obj-y}.
 */
final class MakefileReader {
  private static final int MOST_INCLUDES = 64;
  private static final Pattern GOAL =
      Pattern.compile("(obj|lib|subdir|extra|always)-(y|m|)|targets");
  private static final Pattern OWN = Pattern.compile("\\$[({](srctree|src|obj)[)}]");

  private final MakefileTexts texts;
  private final String directory;
  private final boolean hasIncludes;
  private final Variables variables;
  private final Effort effort;
  private final Expander expander;
  private int includeCount;

  // State of the file that is being read; an included file goes on in it.
  private final Deque<Branch> open = new ArrayDeque<>();
  private Guard current = Guard.ALWAYS;

  /** An open conditional: the guard outside, and what the branches so far have left over. */
  private record Branch(Guard outer, Guard rest) {}

  MakefileReader(
      MakefileTexts texts,
      String directory,
      boolean hasIncludes,
      Variables variables,
      Effort effort) {
    this.texts = texts;
    this.directory = directory;
    this.hasIncludes = hasIncludes;
    this.variables = variables;
    this.effort = effort;
    this.expander = new Expander(variables, effort);
  }

  Expander expander() {
    return expander;
  }

  /**
   * Reads a file of the tree; reports whether it is there.
   *
   * @throws Effort.SpentException where it takes too much
   */
  boolean read(String path) {
    Optional<byte[]> content = texts.read(path);
    if (content.isEmpty()) {
      return false;
    }
    String text = new String(content.get(), StandardCharsets.ISO_8859_1);
    effort.enter();
    effort.spend(text.length() / 32);
    boolean isAfterRule = false;
    int textDepth = 0;
    int outerBranches = open.size();
    for (String line : MakeText.logicalLines(text)) {
      effort.spend(1);
      if (line.isBlank() || (line.charAt(0) == '\t' && isAfterRule)) {
        continue;
      }
      Statement statement = Statement.of(line);
      switch (statement.kind()) {
        case DEFINE_TEXT -> textDepth++;
        case ENDEF -> textDepth = Math.max(0, textDepth - 1);
        default -> {
          if (textDepth == 0) {
            isAfterRule = isAfterRule(statement.kind(), isAfterRule);
            execute(statement, outerBranches);
          }
        }
      }
    }
    while (open.size() > outerBranches) {
      endIf();
    }
    effort.leave();
    return true;
  }

  private static boolean isAfterRule(Statement.Kind kind, boolean before) {
    return switch (kind) {
      case RULE -> true;
      case DEFINE, SET, ADD, INCLUDE -> false;
      default -> before;
    };
  }

  private void execute(Statement statement, int outerBranches) {
    switch (statement.kind()) {
      case IF -> begin(test(statement));
      case ELSE -> {
        if (open.size() > outerBranches) {
          orElse(statement.value());
        }
      }
      case ENDIF -> {
        if (open.size() > outerBranches) {
          endIf();
        }
      }
      case INCLUDE -> include(statement.value());
      case DEFINE, SET, ADD -> {
        if (!current.isNever()) {
          assign(statement);
        }
      }
      default -> {}
    }
  }

  private void begin(Guard test) {
    open.push(new Branch(current, test.not()));
    current = current.and(test);
  }

  private void orElse(String value) {
    Branch branch = open.pop();
    Statement statement = Statement.of(value);
    Guard test = statement.kind() == Statement.Kind.IF ? test(statement) : Guard.ALWAYS;
    open.push(new Branch(branch.outer(), branch.rest().and(test.not())));
    current = branch.outer().and(branch.rest()).and(test);
  }

  private void endIf() {
    current = open.pop().outer();
  }

  private Guard test(Statement statement) {
    Guard test =
        statement.name().endsWith("def")
            ? isDefined(statement.value())
            : areEqual(statement.value());
    return statement.name().startsWith("ifn") ? test.not() : test;
  }

  private Guard isDefined(String name) {
    return name.indexOf('$') >= 0 ? Guard.UNKNOWN : expander.isNotEmpty("$(" + name + ")");
  }

  /** The operands come as {@code (a,b)}, {@code "a" "b"} or {@code 'a' 'b'}. */
  private Guard areEqual(String operands) {
    if (operands.startsWith("(") && operands.endsWith(")")) {
      List<String> sides = MakeText.arguments(operands.substring(1, operands.length() - 1));
      return sides.size() == 2 ? expander.areEqual(sides.get(0), sides.get(1)) : Guard.UNKNOWN;
    }
    List<String> sides = MakeText.words(operands);
    return sides.size() == 2
        ? expander.areEqual(unquoted(sides.get(0)), unquoted(sides.get(1)))
        : Guard.UNKNOWN;
  }

  private static String unquoted(String operand) {
    boolean isQuoted =
        operand.length() >= 2
            && "\"'".indexOf(operand.charAt(0)) >= 0
            && operand.charAt(operand.length() - 1) == operand.charAt(0);
    return isQuoted ? operand.substring(1, operand.length() - 1) : operand;
  }

  private void assign(Statement statement) {
    String name = statement.name();
    int reference = name.indexOf('$');
    if (reference < 0) {
      assign(statement, name, "", current);
      return;
    }
    Optional<List<Word>> names = expander.texts(name);
    if (names.isPresent()) {
      for (Word each : names.get()) {
        Guard guard = current.and(each.guard());
        if (!each.text().endsWith("-") && !guard.isNever()) {
          assign(statement, each.text(), name.substring(reference), guard);
        }
      }
    } else if (reference > 0
        && name.charAt(reference - 1) == '-'
        && MakeText.after(name, reference) == name.length()) {
      Statement added = new Statement(Statement.Kind.ADD, name, statement.value());
      assign(
          added, name.substring(0, reference) + "y", name.substring(reference), current.loosened());
    }
  }

  private void assign(Statement statement, String name, String suffix, Guard guard) {
    String value = statement.value();
    switch (statement.kind()) {
      case DEFINE -> variables.define(name, suffix, value, guard);
      case SET -> variables.set(name, suffix, expander.words(value), guard);
      default -> {
        // Kbuild itself sets its goals to nothing by := before it reads a makefile.
        boolean isDeferred = variables.isDeferred(name).orElse(!GOAL.matcher(name).matches());
        if (isDeferred) {
          variables.addDeferred(name, suffix, value, guard);
        } else {
          variables.add(name, suffix, expander.words(value), guard);
        }
      }
    }
  }

  private void include(String value) {
    if (!hasIncludes) {
      return;
    }
    for (String name : MakeText.words(value)) {
      if (++includeCount > MOST_INCLUDES) {
        throw new Effort.SpentException();
      }
      included(name).ifPresent(this::read);
    }
  }

  /** The path of an included file, inside the tree. */
  private Optional<String> included(String name) {
    Matcher own = OWN.matcher(name);
    StringBuilder path = new StringBuilder();
    while (own.find()) {
      own.appendReplacement(
          path, Matcher.quoteReplacement(own.group(1).equals("srctree") ? "" : directory));
    }
    own.appendTail(path);
    Optional<List<Word>> texts = expander.texts(path.toString());
    if (texts.isEmpty() || texts.get().size() != 1) {
      return Optional.empty();
    }
    return TreePath.of(texts.get().get(0).text());
  }

  /** The words of several variables together. */
  List<Word> words(List<String> names) {
    List<Word> words = new ArrayList<>();
    names.forEach(name -> words.addAll(variables.words(name, expander)));
    return words;
  }
}
