package org.gfpaudit.analyzer.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * The conditions that the {@code #if} directives inside one definition put on its lines. They are
 * read once, however many places are asked for.
 */
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

  private final SourceText text;

  /** What holds from a line on, up to the next of them. */
  private final NavigableMap<Integer, PresenceCondition> fromLine = new TreeMap<>();

  /** Reads the directives in a definition of that {@code extent}. */
  DirectiveConditions(SourceText text, Span extent) {
    this.text = text;
    Deque<Branch> open = new ArrayDeque<>();
    int last = text.line(extent.end());
    for (int line = text.line(extent.start()); line < last; line++) {
      Span span = text.lineSpan(line);
      Matcher matcher = DIRECTIVE.matcher(isDirective(span) ? text.text(span) : "");
      if (matcher.matches()) {
        int first = line;
        StringBuilder argument = new StringBuilder(matcher.group(2));
        while (argument.toString().endsWith("\\") && line + 1 < last) {
          argument.setLength(argument.length() - 1);
          argument.append(' ').append(text.text(text.lineSpan(++line)));
        }
        apply(matcher.group(1), withoutComments(argument.toString()), open);
        fromLine.put(first + 1, condition(open));
      }
    }
  }

  /** Whether the first byte of a line that is no blank is {@code #}. */
  private boolean isDirective(Span line) {
    int i = line.start();
    while (i < line.end() && (text.bytes()[i] == ' ' || text.bytes()[i] == '\t')) {
      i++;
    }
    return i < line.end() && text.bytes()[i] == '#';
  }

  /** The condition at {@code offset}, relative to the definition. */
  PresenceCondition at(int offset) {
    Map.Entry<Integer, PresenceCondition> before = fromLine.floorEntry(text.line(offset));
    return before == null ? PresenceCondition.TRUE : before.getValue();
  }

  private static PresenceCondition condition(Deque<Branch> open) {
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
