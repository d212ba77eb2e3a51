package org.gfpaudit.testdata.mutate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gfpaudit.testdata.mutate.Statement.Kind;

/** A rewriting of a whole function that keeps its meaning, by its tokens and statements. */
enum Rewrite implements Mutation {
  /** Every local gets another name. */
  RENAMED_LOCALS,
  /** Every parameter gets another name. */
  RENAMED_PARAMETERS,
  /** Braces around each statement that has none. */
  BRACES,
  /** {@code if (c) a else b} becomes {@code if (!(c)) b else a}. */
  NEGATED_CONDITIONS,
  /** {@code a |= b} becomes {@code a = a | (b)}. */
  COMPOUND_ASSIGNMENTS_WRITTEN_OUT,
  /** {@code T a = b;} becomes {@code T a; a = b;}. */
  SPLIT_DECLARATIONS,
  /** {@code a && b} without an else becomes two conditions. */
  NESTED_CONDITIONS,
  /** Each condition is inverted twice. */
  CONDITIONS_INVERTED_TWICE,
  /** Each condition is said to be likely. */
  LIKELY_CONDITIONS,
  /** {@code while (c)} becomes {@code for (; c; )}. */
  WHILE_AS_FOR,
  /** The body stands in one more block. */
  BODY_IN_BLOCK,
  /** The body stands below {@code #if 1}. */
  BODY_IN_HASH_IF,
  /** Each expression is a statement in a loop that runs once. */
  STATEMENTS_IN_DO,
  /** Each expression is a statement in a block. */
  STATEMENTS_IN_BLOCKS,
  /** Each expression stands in brackets with braces. */
  STATEMENT_EXPRESSIONS,
  /** Something unrelated stands before each expression. */
  UNRELATED_CALLS,
  /** What is returned goes through a local. */
  RETURNED_THROUGH_LOCALS;

  private void change(Function function, Edits edits) {
    switch (this) {
      case RENAMED_LOCALS -> rename(function, edits, function.localNames());
      case RENAMED_PARAMETERS -> rename(function, edits, Set.copyOf(function.parameterNames()));
      case BRACES -> addBraces(function, edits);
      case NEGATED_CONDITIONS -> negate(function, edits);
      case COMPOUND_ASSIGNMENTS_WRITTEN_OUT -> writeOut(function, edits);
      case SPLIT_DECLARATIONS -> splitDeclarations(function, edits);
      case NESTED_CONDITIONS -> nestConditions(function, edits);
      case CONDITIONS_INVERTED_TWICE -> aroundConditions(function, edits, "!!(", ")");
      case LIKELY_CONDITIONS -> aroundConditions(function, edits, "likely(", ")");
      case WHILE_AS_FOR -> whileAsFor(function, edits);
      case BODY_IN_BLOCK -> edits.wrap(function.inner(), "\n\t{", "}\n");
      case BODY_IN_HASH_IF -> edits.wrap(function.inner(), "\n#if 1", "\n#endif\n");
      case STATEMENTS_IN_DO -> aroundExpressions(function, edits, "do { ", " } while (0);");
      case STATEMENTS_IN_BLOCKS -> aroundExpressions(function, edits, "{ ", " }");
      case STATEMENT_EXPRESSIONS -> aroundExpressions(function, edits, "({ ", " });");
      case UNRELATED_CALLS -> aroundExpressions(function, edits, "{ cond_resched(); ", " }");
      case RETURNED_THROUGH_LOCALS -> returnLocals(function, edits);
    }
  }

  @Override
  public Optional<Mutant> of(Site site, Filling filling) {
    Function function = site.function();
    if (function.body().hasDirective()) {
      return Optional.empty();
    }
    Edits edits = new Edits();
    change(function, edits);
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    edits.insert(function.name().end(), "_m" + filling.number());
    // The marker goes where the call goes, even if that is into the text of another change.
    edits.insert(site.callee().start(), "\1");
    String copy = edits.apply(function.file(), function.part());
    int callee = copy.indexOf('\1');
    return Optional.of(new Mutant(name(), site, copy.replace("\1", "") + "\n", callee));
  }

  private static Stream<Statement> expressions(Function function) {
    return function
        .statements()
        .filter(each -> each.kind() == Kind.EXPRESSION)
        .filter(each -> each.part().end() - each.part().start() > 1);
  }

  private static void aroundExpressions(
      Function function, Edits edits, String before, String after) {
    expressions(function).forEach(each -> edits.wrap(each.part(), before, after));
  }

  private static void addBraces(Function function, Edits edits) {
    function
        .statements()
        .filter(each -> !each.isListed() && each.kind() != Kind.BLOCK)
        .forEach(each -> edits.wrap(each.part(), "{ ", " }"));
  }

  private static void returnLocals(Function function, Edits edits) {
    for (Statement each : function.statements().toList()) {
      String text = each.part().of(function.file());
      if (each.kind() == Kind.JUMP && text.matches("(?s)return\\W.*\\w.*;")) {
        int start = each.part().start();
        edits.replace(new Part(start, start + "return".length()), "{ __auto_type result =");
        edits.insert(each.part().end(), " return result; }");
      }
    }
  }

  private static void rename(Function function, Edits edits, Set<String> names) {
    List<Token> tokens = function.tokens();
    for (int i = function.parameters().start(); i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.start() >= function.part().end()) {
        return;
      }
      boolean isMember = tokens.get(i - 1).is(".") || tokens.get(i - 1).is("->");
      boolean isTag = Set.of("struct", "union", "enum", "goto").contains(tokens.get(i - 1).text());
      if (names.contains(token.text()) && !isMember && !isTag && !tokens.get(i + 1).is("(")) {
        edits.insert(token.end(), "_renamed");
      }
    }
  }

  private static void negate(Function function, Edits edits) {
    for (Statement each : function.statements().toList()) {
      boolean isOutermost =
          each.kind() == Kind.IF
              && each.parts().size() == 2
              && each.parts().stream().allMatch(part -> part.kind() == Kind.BLOCK);
      if (isOutermost) {
        edits.wrap(function.condition(each), "!(", ")");
        edits.exchange(each.parts().get(0).part(), each.parts().get(1).part());
      }
    }
  }

  private static void writeOut(Function function, Edits edits) {
    for (Statement each : expressions(function).toList()) {
      String text = each.part().of(function.file());
      List<Token> tokens = Tokens.of(text);
      if (tokens.size() > 3 && tokens.get(0).isWord() && tokens.get(1).text().matches("[-+|&^]=")) {
        Part operator =
            new Part(
                each.part().start() + tokens.get(1).start(),
                each.part().start() + tokens.get(1).end());
        String name = tokens.get(0).text();
        edits.replace(operator, "= " + name + " " + tokens.get(1).text().charAt(0) + " (");
        edits.insert(each.part().end() - 1, ")");
      }
    }
  }

  private static void splitDeclarations(Function function, Edits edits) {
    for (Statement each : function.statements().toList()) {
      String text = each.part().of(function.file());
      List<Token> tokens = Tokens.of(text);
      int equals = 0;
      while (equals < tokens.size() && !tokens.get(equals).is("=")) {
        equals++;
      }
      boolean isSimple =
          each.kind() == Kind.DECLARATION
              && equals < tokens.size()
              && tokens.stream().noneMatch(token -> token.is("static") || token.is("const"))
              && tokens.subList(0, equals).stream()
                  .allMatch(token -> token.isWord() || token.is("*"))
              && !tokens.get(equals + 1).is("{")
              && Function.arguments(Tokens.of("(" + text.replace(";", ")")), 0).size() == 1;
      if (isSimple) {
        Part sign =
            new Part(
                each.part().start() + tokens.get(equals).start(),
                each.part().start() + tokens.get(equals).end());
        edits.replace(sign, ";\n\t" + tokens.get(equals - 1).text() + " =");
      }
    }
  }

  private static void nestConditions(Function function, Edits edits) {
    for (Statement each : function.statements().toList()) {
      if (each.kind() != Kind.IF || each.parts().size() != 1) {
        continue;
      }
      Part condition = function.condition(each);
      List<Token> tokens = Tokens.of(condition.of(function.file()));
      int depth = 0;
      for (Token token : tokens) {
        if (token.is("(") || token.is("[") || token.is("{")) {
          depth++;
        } else if (token.is(")") || token.is("]") || token.is("}")) {
          depth--;
        }
        boolean isMixed = tokens.stream().anyMatch(other -> other.is("||") || other.is("?"));
        if (depth == 0 && token.is("&&") && !isMixed && each.isListed()) {
          edits.replace(
              new Part(condition.start() + token.start(), condition.start() + token.end()),
              ") if (");
        }
      }
    }
  }

  private static void aroundConditions(
      Function function, Edits edits, String before, String after) {
    function
        .statements()
        .filter(each -> each.kind() == Kind.IF)
        .forEach(each -> edits.wrap(function.condition(each), before, after));
  }

  private static void whileAsFor(Function function, Edits edits) {
    function
        .statements()
        .filter(each -> each.kind() == Kind.LOOP)
        .filter(each -> each.part().of(function.file()).startsWith("while"))
        .forEach(
            each -> {
              Part condition = function.condition(each);
              int start = each.part().start();
              edits.replace(new Part(start, start + "while".length()), "for");
              edits.wrap(condition, "; ", "; ");
            });
  }
}
