package org.gfpaudit.analyzer.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** The condition that the {@code #if} directives inside one definition put on a place in it. */
final class DirectiveConditions {
  private static final Pattern DIRECTIVE =
      Pattern.compile("^[ \\t]*#[ \\t]*(ifdef|ifndef|if|elif|else|endif)\\b(.*)$");

  /** Later branches do not exclude the ones before them. That would only narrow. */
  private static final int MOST_EXCLUDED = 32;

  /**
   * One open {@code #if}: the branch we are in, its number from 1, and what all branches up to it
   * leave over.
   */
  private record Branch(PresenceCondition here, int number, PresenceCondition rest) {
    Branch next(PresenceCondition test) {
      PresenceCondition left = number < MOST_EXCLUDED ? rest.and(test.not()) : rest;
      return new Branch(rest.and(test), number + 1, left);
    }
  }

  private DirectiveConditions() {}

  /** The condition at {@code offset}, relative to the definition of that {@code extent}. */
  static PresenceCondition at(SourceText text, Span extent, int offset) {
    Deque<Branch> open = new ArrayDeque<>();
    int last = text.line(offset);
    for (int line = text.line(extent.start()); line < last; line++) {
      String content = text.text(text.lineSpan(line));
      Matcher matcher = DIRECTIVE.matcher(content);
      if (content.indexOf('#') >= 0 && matcher.matches()) {
        StringBuilder argument = new StringBuilder(matcher.group(2));
        while (argument.toString().endsWith("\\") && line + 1 < last) {
          argument.setLength(argument.length() - 1);
          argument.append(' ').append(text.text(text.lineSpan(++line)));
        }
        apply(matcher.group(1), withoutComments(argument.toString()), open);
      }
    }
    PresenceCondition condition = PresenceCondition.TRUE;
    for (Branch branch : open) {
      condition = condition.and(branch.here());
    }
    return condition;
  }

  private static void apply(String directive, String argument, Deque<Branch> open) {
    switch (directive) {
      case "endif" -> open.poll();
      case "else", "elif" -> {
        Branch before = open.poll();
        if (before != null) {
          PresenceCondition test =
              directive.equals("else") ? PresenceCondition.TRUE : PresenceCondition.parse(argument);
          open.push(before.next(test));
        }
      }
      default -> {
        PresenceCondition test =
            directive.equals("if")
                ? PresenceCondition.parse(argument)
                : PresenceCondition.defined(argument);
        PresenceCondition here = directive.equals("ifndef") ? test.not() : test;
        open.push(new Branch(here, 1, here.not()));
      }
    }
  }

  private static String withoutComments(String argument) {
    return argument.replaceAll("/\\*.*?(\\*/|$)", " ").replaceAll("//.*", "").strip();
  }
}
